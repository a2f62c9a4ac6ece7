"""How soon the window is there: the door and the signed-in window, against a bare PySide6 window in the same run.

Goals: door ≤ 2.5 × bare; usable ≤ 1.5 s warm; ≤ 250 MB with 200,000 records (``--records 200000``).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench._district import PASSPHRASE, fill

BARE = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([]); shown = QLabel("bare"); shown.resize(1366, 720); shown.show(); app.processEvents()
"""
APP = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fieldapp.app.start import wear
from fieldapp.config import paths, preferences
app = QApplication([]); places = paths(Path(sys.argv[2])); wear(app, preferences(places.preferences))
if sys.argv[3]:
    from fieldapp.app.desk import Desk
    shown = Desk(app, places, wear); shown.start("", sys.argv[3])
else:
    from fieldapp.app.front import Front
    shown = Front(app, places, wear, "")
app.processEvents()
"""
SAID = """
import os, resource, sys, time
print(time.time() - float(sys.argv[1]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
getattr(globals().get("shown"), "end", int)()
os._exit(0)
"""


def measure(program: str, *arguments: str) -> tuple[float, float]:
    """Seconds from the start of the process to the shown window, and its peak memory in MB."""
    command = [sys.executable, "-c", program + SAID, repr(time.time()), *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    seconds, memory = answer.split()[-2:]
    return float(seconds), float(memory)


def main() -> None:
    """Bare, door and usable in turn, so that a busy machine hurts all three alike."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--records", type=int, default=1000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        fill(Path(home), chosen.records)
        runs = [
            (measure(BARE), measure(APP, home, ""), measure(APP, home, PASSPHRASE)) for _ in range(chosen.runs + 1)
        ][1:]
    bare, door, usable = ([run[number] for run in runs] for number in range(3))
    middle = [statistics.median(seconds for seconds, _ in some) for some in (bare, door, usable)]
    print(f"records {chosen.records}, runs {chosen.runs}, medians")
    print(f"bare window   {middle[0]:.2f} s   {max(memory for _, memory in bare):.0f} MB")
    for name, some, seconds in (("door", door, middle[1]), ("usable", usable, middle[2])):
        ratio = statistics.median(one[0] / other[0] for one, other in zip(some, bare, strict=True))
        print(f"{name:<13} {seconds:.2f} s   {max(memory for _, memory in some):.0f} MB   {ratio:.2f} x bare")


if __name__ == "__main__":
    main()
