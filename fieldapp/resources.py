"""Where the files that ship with the app live: beside the source, in a wheel, or in a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    for root in (frozen, package / "_resources", package.parent / "resources"):
        if root.is_dir():
            return root
    raise FileNotFoundError("resources")


def resource(name: str) -> Path:
    """The path of a shipped file or folder, e.g. ``resource("style/tokens.json")``."""
    return _root() / name
