"""Kill a process that saves, again and again, and look whether anything acknowledged is missing.

python -m bench.kills --campaign 1000 --seed 7
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tests.store.kills import Tally, campaign

ROUND = 50
"""Kills of one file: after each of them everything in it is looked at."""


def main() -> int:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--campaign", type=int, default=1000, help="number of kills")
    told.add_argument("--seed", type=int, default=20260302)
    asked = told.parse_args()
    print(f"seed {asked.seed}")
    started = time.monotonic()
    tally = Tally()
    for turn in range(0, asked.campaign, ROUND):
        with tempfile.TemporaryDirectory() as place:
            one = campaign(Path(place), min(ROUND, asked.campaign - turn), asked.seed + turn)
        tally.kills += one.kills
        tally.in_flight += one.in_flight
        tally.kept |= one.kept
        tally.lost += one.lost
    print(
        f"{tally.kills} kills, {tally.in_flight} of them in the middle of a write, "
        f"{len(tally.kept)} records and drafts, {len(tally.lost)} lost, {time.monotonic() - started:.0f} s"
    )
    return 1 if tally.lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
