"""A process that saves, edits and keeps drafts until it is killed, and what must be there afterwards."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from fieldapp.domain.ids import new_id
from fieldapp.domain.kinds import restored
from fieldapp.store.drafts import Draft
from fieldapp.store.store import Store, open_store
from tests.people import NOON, person

KEY = bytes(range(32))
FORK = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")

Said = tuple[str, str, UUID, int]
"""``begin`` or ``done``, what is kept ("record" or "draft"), under which id, and the number that it holds."""


@dataclass
class Tally:
    """What the killed processes said: what was acknowledged, and what was under way when they died."""

    kills: int = 0
    in_flight: int = 0
    kept: dict[tuple[str, UUID], int] = field(default_factory=dict)
    open: dict[tuple[str, UUID], int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def work(path: Path, seed: int, said: Connection) -> None:
    """Save for ever; say what before it begins and after it was acknowledged."""
    rng = random.Random(seed)
    store = open_store(path, KEY)
    known: list[UUID] = []
    number = 0
    while True:
        number += 1
        kind = rng.choice(("record", "record", "draft"))
        record = rng.choice(known) if known and rng.random() < 0.5 else new_id()
        said.send(("begin", kind, record, number))
        if kind == "draft":
            store.drafts.keep(Draft(record, "signup", None, {"monthly_income": number}, "petugas", NOON))
        else:
            fields = {**person(number).fields(), "monthly_income": number}
            store.records.save(restored("signup", fields, record), by="petugas")
            known.append(record)
        said.send(("done", kind, record, number))


def campaign(directory: Path, kills: int, seed: int) -> Tally:
    """Kill a working process so many times at random moments, and look after each whether all is there."""
    rng, tally = random.Random(seed), Tally()
    path = directory / "catatan.db"
    for turn in range(kills):
        ours, theirs = FORK.Pipe(duplex=False)
        process = FORK.Process(target=work, args=(path, seed + turn, theirs), daemon=True)
        process.start()
        theirs.close()
        tally.open.clear()
        for _ in range(rng.randrange(1, 40)):
            _note(ours.recv(), tally)
        time.sleep(rng.random() * 0.008)
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        _listen(ours, tally)
        tally.kills += 1
        tally.in_flight += bool(tally.open)
        _look(path, tally)
    return tally


def _listen(said: Connection, tally: Tally) -> None:
    while True:
        try:
            _note(said.recv(), tally)
        except (EOFError, OSError):
            return


def _note(said: Said, tally: Tally) -> None:
    word, kind, record, number = said
    if word == "begin":
        tally.open = {(kind, record): number}
    else:
        tally.open = {}
        tally.kept[kind, record] = number


def _look(path: Path, tally: Tally) -> None:
    store = open_store(path, KEY)
    drafts = {draft.id: draft.form["monthly_income"] for draft in store.drafts.of("petugas")}
    waiting = {one.id for one in store.outbox.waiting()}
    for key in {*tally.kept, *tally.open}:
        kind, record = key
        found = drafts.get(record) if kind == "draft" else _income(store, record)
        if found not in (tally.kept.get(key), tally.open.get(key)):
            tally.lost.append(f"{kind} {record}")
        if kind == "record" and found is not None and record not in waiting:
            tally.lost.append(f"line of {record}")
        if found is not None:
            tally.kept[key] = found
    if store.records.counts("signup").queued != len(waiting):
        tally.lost.append("a row or a line without the other")
    store.close()


def _income(store: Store, record: UUID) -> int | None:
    entry = store.records.get("signup", record)
    return None if entry is None else int(entry.record.fields()["monthly_income"])
