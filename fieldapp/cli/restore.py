"""``fieldapp restore``: go back to a backup; what it replaces is put aside, never deleted."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from fieldapp.cli.door import unlocked
from fieldapp.cli.said import DONE, FAILED, agreed, say
from fieldapp.config import Paths
from fieldapp.errors import AlreadyOpenError, FieldappError
from fieldapp.language import N_, tr
from fieldapp.store.backup import listed, restore

ABOUT = N_("Pulihkan catatan dari cadangan")


def arguments(verb: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    verb.add_argument("file", metavar="FILE", type=Path, nargs="?", help=tr("berkas cadangan; tanpa ini yang terbaru"))
    verb.add_argument("--list", action="store_true", help=tr("hanya sebut cadangan yang ada"))


def run(chosen: argparse.Namespace, places: Paths) -> int:
    """Restore the named or the newest backup."""
    backups = listed(places.backups)
    if chosen.list:
        for one in backups:
            say(f"{one.at.astimezone():%d-%m-%Y %H.%M}  {one.size / 1e6:8.1f} MB  {one.path}")
        return DONE
    if _window_open(places.lock):
        raise AlreadyOpenError
    if chosen.file is None and not backups:
        raise FieldappError("cli.no_backup")
    _, key = unlocked(chosen, places)
    path = chosen.file or backups[0].path
    if not agreed(tr("Ganti catatan di laptop ini dengan {name}?").format(name=path.name)):
        return FAILED
    aside = restore(path, places, key)
    say(tr("Catatan dipulihkan dari {name}.").format(name=path.name))
    if aside:
        say(tr("Berkas yang diganti disimpan sebagai {name}.").format(name=aside.name))
    return DONE


def _window_open(lock: Path) -> bool:
    """Whether the window that took this lock still runs; its first line is the number of the process."""
    try:
        if os.name == "nt":
            lock.open("r+b").close()
            return False
        os.kill(int(lock.read_text(encoding="utf-8").split()[0]), 0)
    except PermissionError:
        return True
    except (OSError, ValueError, IndexError):
        return False
    return True
