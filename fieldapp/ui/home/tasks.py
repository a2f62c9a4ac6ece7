"""Which records ask for the person: the refused ones first, then follow-ups that fall due."""

from __future__ import annotations

from datetime import date

from fieldapp.contract.messages import Refused
from fieldapp.domain import dates
from fieldapp.language import tr
from fieldapp.store.figures import FollowUp
from fieldapp.store.outbox import Waiting
from fieldapp.store.store import Store
from fieldapp.sync.refusal import reason
from fieldapp.ui.home.todo import Task


def tasks(store: Store, today: date) -> list[Task]:
    """Everything that waits for this person, the most urgent first."""
    refused = [_repair(one, one.refusal) for one in store.outbox.waiting() if one.refusal is not None]
    return refused + [_follow_up(one, today) for one in store.figures.follow_ups(today)]


def _repair(one: Waiting, refusal: Refused) -> Task:
    return Task(one.kind, str(one.id), "perbaiki", "soga", one.title, reason(refusal), "", tr("Perbaiki"))


def _follow_up(one: FollowUp, today: date) -> Task:
    late = one.due < today
    due = tr("lewat {day}") if late else tr("batas {day}")
    title = tr("Tindak lanjut: {what}").format(what=one.what)
    token = "soga" if late else "ink2"
    return Task(
        "visit", str(one.id), "kunjungan", token, title, one.where, due.format(day=dates.short(one.due)), tr("Buka")
    )
