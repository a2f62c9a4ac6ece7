"""A fleet of laptops and the real centre in one thread; one seed replays every save, fault and crash."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from fieldapp.domain import ids
from fieldapp.domain.change import Delta, delta
from fieldapp.domain.kinds import restored
from fieldapp.domain.signup import Signup
from tests import wire
from tests.centre import Centre
from tests.laptop import Laptop
from tests.people import NAMES, NOON, VILLAGES, person

TOO_OLD = "1935-05-17"
HAMLETS = ("Cikole", "Sukamaju", "Pasir Angin", "Babakan")
FAULTS: tuple[Callable[[random.Random], wire.Fault], ...] = (
    lambda dice: wire.whole,
    lambda dice: wire.question_lost,
    lambda dice: wire.answer_lost,
    lambda dice: wire.twice,
    lambda dice: wire.portal,
    lambda dice: wire.redirect,
    lambda dice: wire.question_cut(dice.randrange(400)),
    lambda dice: wire.answer_cut(dice.randrange(400), honest=dice.random() < 0.5),
    lambda dice: wire.garbled(dice.randrange(4000)),
    lambda dice: wire.problem(dice.choice((401, 413, 426, 429, 500, 503)), retry_after="3"),
)


@dataclass(frozen=True)
class Saved:
    """What a person typed and was told is kept."""

    laptop: int
    record: UUID
    typed: Delta


class Fleet:
    """Laptops with overlapping areas, a centre, and the dice that decide what happens."""

    def __init__(self, seed: int, directory: Path, laptops: int = 3) -> None:
        self.dice = random.Random(seed)
        self.directory, self.saved, self.trace = directory, list[Saved](), list[str]()
        self.people = 0
        clock = iter(range(1_772_000_000_000_000_000, 2**63, 1_000_000))
        self._real = ids.os, ids.time
        ids.os = SimpleNamespace(urandom=self.dice.randbytes)  # type: ignore[assignment]
        ids.time = SimpleNamespace(time_ns=lambda: next(clock))  # type: ignore[assignment]
        self.centre = Centre(directory / "centre")
        areas = [VILLAGES, VILLAGES[:2], VILLAGES[1:]]
        self.laptops = [
            Laptop(directory, self.centre, f"petugas{at}", *areas[at % len(areas)]) for at in range(laptops)
        ]
        self.scopes = [areas[at % len(areas)] for at in range(laptops)]

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.close()
        self.centre.close()
        ids.os, ids.time = self._real

    def run(self, steps: int) -> None:
        """Let so many things happen."""
        for _ in range(steps):
            at = self.dice.randrange(len(self.laptops))
            act = self.dice.choices((self.create, self.edit, self.send, self.crash, self.clock), (5, 8, 6, 2, 1))[0]
            self.trace.append(f"{act.__name__} {at}")
            act(at)

    def create(self, at: int) -> None:
        self.people += 1
        village = self.dice.choice(self.scopes[at])
        record = person(self.people, village, f"petugas{at}", id=ids.new_id())
        if self.dice.random() < 0.15:
            record = replace_fields(record, {"birth_date": TOO_OLD})
        self._save(at, {}, record)

    def edit(self, at: int) -> None:
        """Change one to three fields of a record that this laptop shows; now and then it moves or is withdrawn."""
        known = self.records(at)
        if not known:
            return self.create(at)
        before = self.dice.choice(known)
        change: dict[str, Any] = {}
        for _ in range(self.dice.randint(1, 3)):
            change |= self._whim(at)
        if before.fields()["birth_date"] == TOO_OLD and self.dice.random() < 0.4:
            change["birth_date"] = "1980-05-17"
        return self._save(at, before.fields(), replace_fields(before, change))

    def _whim(self, at: int) -> dict[str, Any]:
        dice = self.dice
        whims: tuple[Callable[[], dict[str, Any]], ...] = (
            lambda: {"name": f"{dice.choice(NAMES)} {dice.randrange(100)}"},
            lambda: {"hamlet": dice.choice((*HAMLETS, None))},
            lambda: {"monthly_income": dice.randrange(20, 80) * 50_000},
            lambda: {"pay_period": dice.choice((1, 3, 6, 12))},
            lambda: {"mother_name": dice.choice(NAMES)},
            lambda: {"village": dice.choice(self.scopes[at])},
            lambda: {"withdrawn": "salah catat"},
        )
        return dice.choices(whims, (4, 4, 4, 4, 4, 2, 1))[0]()

    def _save(self, at: int, before: dict[str, Any], record: Signup) -> None:
        typed = {**delta(before, record.fields()), **self._decided(at, record)}
        self.laptops[at].save(record)
        if typed:
            self.saved.append(Saved(at, record.id, typed))

    def _decided(self, at: int, record: Signup) -> Delta:
        """Who saves a record that was refused has seen what the centre holds, and decides on all that was refused."""
        held = self.laptops[at].held().get(record.id)
        refused = {name for line in held.lines if line.refusal for name in line.delta} if held else set()
        return {name: (held.base.get(name), record.fields().get(name)) for name in refused} if held else {}

    def records(self, at: int) -> list[Signup]:
        held = self.laptops[at].held()
        return [_signup(restored("signup", held[record].shown, record)) for record in sorted(held)]

    def send(self, at: int) -> None:
        faults = [self.dice.choice(FAULTS)(self.dice) for _ in range(self.dice.randint(0, 3))]
        ended = self.laptops[at].try_to_send(*faults)
        self.trace.append(f"  {ended}")

    def crash(self, at: int) -> None:
        """The power goes: before the question leaves, or after the answer came and before it is settled."""
        laptop = self.laptops[at]
        question = laptop.store.exchange.question(laptop.invitation.device, self.dice.randint(1, 8), 100)
        if self.dice.random() < 0.5:
            laptop.client.exchange(question)
            if self.dice.random() < 0.5:
                self.edit(at)
        laptop.restart()

    def clock(self, at: int) -> None:
        self.laptops[at].watch.now = NOON + timedelta(days=self.dice.randint(-730, 730))

    def quiet(self) -> None:
        """Everybody sends until nothing is new, without faults."""
        for _ in range(3):
            for laptop in self.laptops:
                laptop.send()

    def auditor(self) -> Laptop:
        """A fresh laptop that reads everything: what it holds is what the centre has."""
        laptop = Laptop(self.directory, self.centre, "auditor", *VILLAGES)
        self.laptops.append(laptop)
        self.scopes.append(VILLAGES)
        laptop.send()
        return laptop


def replace_fields(record: Signup, change: dict[str, Any]) -> Signup:
    """The record with other fields, judged by nobody yet."""
    fields = {name: value for name, value in {**record.fields(), **change}.items() if value is not None}
    return _signup(restored("signup", fields, record.id))


def _signup(record: object) -> Signup:
    assert isinstance(record, Signup)
    return record
