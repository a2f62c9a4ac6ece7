"""`./dev shots [FOLDER]`: an afternoon's work on a fresh demo laptop, and a picture of every page."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tools import afternoon


def main() -> int:
    """What the afternoon returns."""
    parser = argparse.ArgumentParser(prog="./dev shots")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/shots"))
    with tempfile.TemporaryDirectory() as home:
        return afternoon.main(Path(home), parser.parse_args().folder)


if __name__ == "__main__":
    raise SystemExit(main())
