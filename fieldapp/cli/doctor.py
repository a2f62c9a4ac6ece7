"""``fieldapp doctor``: whether everything is in order, told without any personal data."""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from sqlcipher3 import dbapi2

from fieldapp.cli.door import opened
from fieldapp.cli.said import DONE, FAILED, asked, say
from fieldapp.config import Paths
from fieldapp.contract.messages import PROTOCOL
from fieldapp.domain.region import Regions
from fieldapp.errors import FieldappError
from fieldapp.language import N_, tr
from fieldapp.messages import sentence
from fieldapp.store import check
from fieldapp.store.backup import listed
from fieldapp.store.keys import Vault

ABOUT = N_("Periksa keutuhan berkas, versi dan tempatnya, tanpa data pribadi")
PACKAGES = (
    "fieldapp",
    "PySide6-Essentials",
    "cryptography",
    "openpyxl",
    "requests",
    "sqlalchemy",
    "sqlcipher3",
    "sqlmodel",
)
SHARED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud")
ROOM = 500_000_000
"""Bytes that should stay free on the disk."""


def arguments(verb: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    verb.add_argument("--no-file", action="store_true", help=tr("jangan buka berkas data, jadi tanpa kata sandi"))


def run(chosen: argparse.Namespace, places: Paths) -> int:
    """Say versions and places, then open and check the file; 1 if something is wrong."""
    for words, finding in [*_versions(), *_places(places)]:
        say(f"{words:24} {finding}")
    worries = list(_worries(places))
    if not chosen.no_file and places.database.exists() and (chosen.passphrase_file or asked()):
        worries += _check_file(chosen, places)
    elif places.database.exists():
        worries.append(tr("Keutuhan berkas tidak diperiksa, karena tidak ada kata sandi."))
    for worry in worries:
        say(f"!! {worry}")
    say(tr("Ada {n} hal yang perlu dilihat.").format(n=len(worries)) if worries else tr("Semua beres."))
    return FAILED if worries else DONE


def _versions() -> Iterator[tuple[str, str]]:
    yield tr("Sistem"), f"{platform.system()} {platform.release()} {platform.machine()}"
    yield "Python", sys.version.split()[0]
    for package in PACKAGES:
        yield package, version(package)
    yield "SQLite", dbapi2.sqlite_version
    yield tr("Protokol kiriman"), str(PROTOCOL)
    yield tr("Daftar wilayah"), tr("{n} baris").format(n=len(Regions.load()))


def _places(places: Paths) -> Iterator[tuple[str, str]]:
    yield tr("Folder data"), _short(places.data)
    for words, path in ((tr("Berkas data"), places.database), (tr("Akun"), places.vault)):
        size = f"{path.stat().st_size / 1e6:.1f} MB" if path.exists() else tr("belum ada")
        yield words, f"{path.name}, {size}"
    yield tr("Jumlah akun"), str(len(Vault(places.vault).accounts()))
    copies = listed(places.backups)
    yield tr("Cadangan"), f"{len(copies)}, {copies[0].at:%Y-%m-%d}" if copies else tr("belum ada")


def _worries(places: Paths) -> Iterator[str]:
    standing = next(folder for folder in (places.data, *places.data.parents) if folder.exists())
    if shutil.disk_usage(standing).free < ROOM:
        yield tr("Ruang disk hampir habis.")
    if any(name in str(places.data).casefold() for name in SHARED):
        yield tr("Folder data ada di folder yang disalin ke internet. Pindahkan ke folder biasa.")
    if places.database.exists() and not listed(places.backups):
        yield tr("Belum ada cadangan. Buat dengan: fieldapp backup")


def _check_file(chosen: argparse.Namespace, places: Paths) -> list[str]:
    """Open the file and read every page of it; what is wrong with it."""
    try:
        with opened(chosen, places) as (store, _):
            with store.database.alone() as connection:
                check.whole(connection)
            counts = store.records.counts()
    except FieldappError as failed:
        return [sentence(failed.code)]
    figures = f"{counts.queued} / {counts.delivered} / {counts.needs_revision}"
    for words, found in ((tr("Keutuhan berkas"), tr("utuh")), (tr("Menunggu/diterima/perbaiki"), figures)):
        say(f"{words:24} {found}")
    return []


def _short(path: Path) -> str:
    """A place without the name of the person whose home it is in."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else path.as_posix()
