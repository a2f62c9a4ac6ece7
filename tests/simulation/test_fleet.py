"""Random histories of a fleet: whatever fails, the laptops and the centre agree in the end and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.simulation.fleet import Fleet
from tests.simulation.oracle import check

SEEDS = [int(os.environ["FLEET_SEED"])] if "FLEET_SEED" in os.environ else range(int(os.environ.get("FLEETS", "40")))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fleet_ends_in_agreement_and_has_lost_nothing(seed: int, tmp_path: Path) -> None:
    fleet = Fleet(seed, tmp_path)
    try:
        fleet.run(60)
        check(fleet)
    except BaseException as failed:
        failed.add_note(f"replay with FLEET_SEED={seed}\n" + "\n".join(fleet.trace))
        raise
    finally:
        fleet.close()


def test_the_same_seed_gives_the_same_trace(tmp_path: Path) -> None:
    traces = []
    for turn in ("a", "b"):
        (tmp_path / turn).mkdir()
        fleet = Fleet(7, tmp_path / turn)
        try:
            fleet.run(40)
            traces.append(fleet.trace)
        finally:
            fleet.close()
    assert traces[0] == traces[1]
