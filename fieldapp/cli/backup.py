"""``fieldapp backup``: make a verified, encrypted copy."""

from __future__ import annotations

import argparse
from pathlib import Path

from fieldapp.cli.door import opened
from fieldapp.cli.said import DONE, say
from fieldapp.config import Paths
from fieldapp.errors import FieldappError
from fieldapp.language import N_, tr

ABOUT = N_("Buat cadangan sekarang")


def arguments(verb: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    verb.add_argument("--to", type=Path, help=tr("simpan juga di folder ini, misalnya di USB"))


def run(chosen: argparse.Namespace, places: Paths) -> int:
    """Make a backup; it keeps the passphrase of the accounts, which lie beside it in akun.json."""
    if chosen.to and not chosen.to.is_dir():
        raise FieldappError("cli.no_folder")
    with opened(chosen, places) as (store, _):
        store.backups.second = chosen.to
        made = store.backups.now()
    say(tr("Cadangan dibuat dan sudah dicoba dibuka: {path}").format(path=made.path))
    return DONE
