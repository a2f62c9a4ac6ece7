"""The log file: ids, versions, counts and where something broke; never what somebody typed."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from fieldapp import __version__

LARGEST, KEPT = 500_000, 2
log = logging.getLogger("fieldapp")


def keep(place: Path) -> None:
    """Write a log into ``place`` from now on, also of what nobody caught: its kind and its lines, not its words."""
    place.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(place / "fieldapp.log", maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.handlers = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False
    log.info("started, version %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)
    sys.excepthook = uncaught


def uncaught(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Note an error that nobody caught; its message may hold a person's data and stays out."""
    frames = traceback.extract_tb(trace)
    where = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    log.error("%s at %s", kind.__name__, where)
    sys.stderr.write(f"{kind.__name__} at {where}\n")
