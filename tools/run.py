"""`./dev run`: the main job on this machine, with a window where there is a display and without one elsewhere."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import platformdirs

from tools import afternoon, centre, demo


def main() -> int:
    """Returns what the window or the afternoon without one returned."""
    parser = argparse.ArgumentParser(prog="./dev run")
    parser.add_argument("--fresh", action="store_true", help="start over: forget what was entered before")
    parser.add_argument("--offline", action="store_true", help="leave the centre out")
    parser.add_argument("--data", type=Path, help="where the demo keeps its things")
    chosen = parser.parse_args()
    home = chosen.data or Path(platformdirs.user_data_dir("fieldapp-demo", False))
    if chosen.fresh and home.exists():
        shutil.rmtree(home)
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        if chosen.offline:
            parser.error("--offline needs a display: without one the delivery is the whole point")
        return afternoon.main(home / "without-window", home / "pictures")
    return _window(home, chosen.offline)


def _window(home: Path, offline: bool) -> int:
    laptop, server = home / "laptop", home / "centre"
    port = centre.own_port(server)
    demo.enrol(server, laptop, f"http://127.0.0.1:{port}")
    with contextlib.nullcontext() if offline else centre.running(server, port):
        where = "offline" if offline else f"http://127.0.0.1:{port}"
        print(f"centre: {where}\nofficer: Wulan Andriani\npassphrase: {demo.PASSPHRASE}\ndata: {home}", flush=True)
        command = [sys.executable, "-m", "fieldapp", "--data", str(laptop), "--passphrase-file", "-"]
        return subprocess.run(command, input=demo.PASSPHRASE + "\n", text=True, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
