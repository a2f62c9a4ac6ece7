"""The power goes at any moment of a day of recording and delivering: what was kept is kept, and arrives once."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from fieldapp.store.tables import RECORDS
from tests.centre import Centre
from tests.laptop import Laptop

RECORDED = 43
KILLS = 8
SEED = int(os.environ.get("KILL_SEED", random.randrange(10**6)))


def test_an_offline_day_killed_at_random_points_loses_nothing(tmp_path: Path) -> None:
    dice, kept, kills = random.Random(SEED), list[UUID](), 0
    while True:
        said = _until_killed(tmp_path, len(kept), dice.uniform(0.0, 0.1) if kills < KILLS else None)
        kept += [UUID(line) for line in said if line not in ("ready", "done")]
        if "done" in said:
            break
        kills += 1
    with Centre(tmp_path / "centre") as centre, Laptop(tmp_path, centre) as laptop:
        laptop.send()
        proof = laptop.store.exchange.proof()
        assert (proof.waiting, proof.refused, proof.unequal) == (0, 0, 0), f"KILL_SEED={SEED}"
        here = _ids(laptop)
        assert set(kept) <= here, f"KILL_SEED={SEED}"
        with Laptop(tmp_path, centre, "rekan") as other:
            other.send()
            assert _ids(other) == here, f"KILL_SEED={SEED}"
            assert len(here) <= RECORDED + kills


def _until_killed(directory: Path, first: int, seconds: float | None) -> list[str]:
    """What the officer's process said before it was killed, ``seconds`` after it was ready."""
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "tests.journeys.officer",
        str(directory),
        str(first),
        str(RECORDED),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as officer:
        assert officer.stdout is not None
        said = [officer.stdout.readline().strip()]
        if seconds is not None:
            threading.Timer(seconds, officer.kill).start()
        said += [line.strip() for line in officer.stdout if line.endswith("\n")]
    return said


def _ids(laptop: Laptop) -> set[UUID]:
    with laptop.store.database.read() as tx:
        return {found for table in RECORDS.values() for found in tx.execute(select(table.c.id)).scalars()}
