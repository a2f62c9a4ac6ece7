"""Files that appear whole or not at all, also when the power goes."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fieldapp.errors import DiskFullError, StoreError

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
UNREACHABLE = "store.disk_trouble"
SIDES = ("-wal", "-shm")
"""What SQLite keeps beside a file that is open."""


def settle(path: Path) -> None:
    """Wait until a file, or a directory where the system can do that, lies on the disk."""
    if path.is_dir() and os.name != "posix":
        return
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(fresh: Path, path: Path) -> None:
    """Let a finished file take the place of another, durably."""
    settle(fresh)
    fresh.replace(path)
    settle(path.parent)


def clear(path: Path) -> None:
    """Remove an unfinished file of our own and what lies beside it."""
    for side in ("", *SIDES, "-journal"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + side).unlink()


def move_aside(path: Path, name: str) -> Path:
    """Give a database another name in its directory, with what lies beside it; nothing is deleted."""
    aside = path.with_name(name)
    for side in (*SIDES, ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + side).rename(aside.with_name(aside.name + side))
    return aside


@contextmanager
def told() -> Iterator[None]:
    """Let what the system says about the disk out as an error of ours."""
    try:
        yield
    except OSError as failure:
        raise (DiskFullError() if failure.errno in NO_ROOM else StoreError(UNREACHABLE)) from failure
