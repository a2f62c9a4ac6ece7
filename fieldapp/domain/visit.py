"""A campaign visit: where, with whom, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

from sqlalchemy import JSON
from sqlmodel import Field

from fieldapp.domain import dates
from fieldapp.domain.parsers import Parse, identifiers, line, number, one_of, text
from fieldapp.domain.problem import Problem
from fieldapp.domain.record import COMMON, COMMON_REQUIRED, Record, RecordFields

KINDS = (
    "launch",
    "talk",
    "door_to_door",
    "exercise",
    "banner",
    "festival",
    "benefit",
    "partnership",
    "payment_follow_up",
    "other",
)
STEPS = ("preparation", "mapping", "accompaniment", "outreach", "questions", "follow_up", "report")
MOST_PEOPLE = 100_000


class VisitFields(RecordFields):
    """The columns of a visit."""

    number: str | None = None
    held_on: date
    starts: str | None = None
    ends: str | None = None
    place: str
    activity: str
    step: str | None = None
    topic: str | None = None
    speaker: str | None = None
    target_group: str | None = None
    men: int = 0
    women: int = 0
    prospects: int = 0
    signups: list[str] = Field(default_factory=list, sa_type=JSON)
    questions: str | None = None
    obstacles: str | None = None
    follow_up: str | None = None
    follow_up_due: date | None = None
    follow_up_by: str | None = None
    partners: str | None = None
    officer: str


def _clock(value: Any, _on: date) -> str:
    return dates.time(value)


class Visit(Record, VisitFields):
    """A whole visit; ``activity`` is the kind of visit (``Visit.kind`` is the kind of record)."""

    kind: ClassVar[str] = "visit"
    parsers: ClassVar[Mapping[str, Parse]] = {
        **COMMON,
        "number": line(40),
        "held_on": dates.recent,
        "starts": _clock,
        "ends": _clock,
        "place": line(120),
        "activity": one_of(*KINDS),
        "step": one_of(*STEPS),
        "topic": line(300),
        "speaker": line(120),
        "target_group": line(120),
        "men": number(MOST_PEOPLE),
        "women": number(MOST_PEOPLE),
        "prospects": number(MOST_PEOPLE),
        "signups": identifiers,
        "questions": text(2000),
        "obstacles": text(2000),
        "follow_up": text(2000),
        "follow_up_due": dates.recent,
        "follow_up_by": line(120),
        "partners": line(300),
        "officer": line(80),
    }
    required: ClassVar[frozenset[str]] = COMMON_REQUIRED | {"held_on", "place", "activity", "officer"}

    @classmethod
    def contradictions(cls, values: Mapping[str, Any], on: date) -> list[Problem]:
        found = []
        held, due = values.get("held_on"), values.get("follow_up_due")
        if held is not None and held > on:
            found.append(Problem("held_on", "held_on.future"))
        if values.get("starts") and values.get("ends") and values["ends"] <= values["starts"]:
            found.append(Problem("ends", "ends.before_start"))
        if held is not None and due is not None and due < held:
            found.append(Problem("follow_up_due", "follow_up_due.before_visit"))
        if values.get("prospects", 0) > values.get("men", 0) + values.get("women", 0):
            found.append(Problem("prospects", "prospects.more_than_people"))
        return found

    def warnings(self, on: date) -> tuple[Problem, ...]:
        """A visit long ago, or without anybody there."""
        found = []
        if self.held_on < on - timedelta(days=31):
            found.append(Problem("held_on", "held_on.long_ago", {"days": (on - self.held_on).days}))
        if self.activity not in ("banner", "partnership") and self.men + self.women == 0:
            found.append(Problem("men", "men.nobody"))
        return tuple(found)


def read(form: Mapping[str, Any], on: date) -> Visit:
    """The visit that a form makes; raises NotWhole with every problem of every field."""
    return Visit.read(form, on)


def warnings(visit: Visit, on: date) -> tuple[Problem, ...]:
    """What a person should look at again."""
    return visit.warnings(on)
