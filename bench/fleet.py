"""The long campaign of the fleet simulator; each failure prints its seed and its trace.

./dev bench fleet [fleets] [steps] [first seed]
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.simulation.fleet import Fleet
from tests.simulation.oracle import check


def main() -> int:
    """Run fleets one after another; the exit code is the number of those that broke an invariant."""
    given = [int(one) for one in sys.argv[1:]]
    fleets, steps, first = (*given, *(1000, 200, 1000)[len(given) :])
    began, broken, saves = time.perf_counter(), 0, 0
    for seed in range(first, first + fleets):
        with tempfile.TemporaryDirectory() as home:
            fleet = Fleet(seed, Path(home))
            try:
                fleet.run(steps)
                check(fleet)
            except Exception:  # noqa: BLE001 - whatever breaks is counted, told, and the next seed runs
                broken += 1
                print(f"seed {seed}, {steps} steps", *fleet.trace, sep="\n")
                traceback.print_exc()
            finally:
                saves += len(fleet.saved)
                fleet.close()
    print(f"{fleets} fleets of {steps} steps from seed {first}: {saves} saves, {broken} broken, ", end="")
    print(f"{time.perf_counter() - began:.0f} s")
    return min(broken, 100)


if __name__ == "__main__":
    raise SystemExit(main())
