"""Backups: encrypted copies with the same key, opened and counted before they get their name; and the way back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock

from fieldapp.config import Paths
from fieldapp.errors import DamagedFileError, StoreError
from fieldapp.store import check, files
from fieldapp.store.database import Database, connect
from fieldapp.store.failures import translated
from fieldapp.store.migrate import RESTORED, beside, counts, version_of

DAILY, WEEKLY, MONTHLY = 7, 4, 3
NAME = re.compile(r"catatan-(\d{8}T\d{6}Z)\.db")
STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Backup:
    """A copy that was whole when it was made."""

    path: Path
    at: datetime
    size: int


class Backups:
    """Copies of one file in a directory and, if one is set and there, in a second place."""

    def __init__(self, database: Database, directory: Path, now: Callable[[], datetime]) -> None:
        self._database, self._directory, self._now = database, directory, now
        self.second: Path | None = None
        self._making = RLock()

    def now(self) -> Backup:
        """Make a backup, and drop those that are no longer due."""
        with self._making:
            made = self._make(self._directory / f"catatan-{self._now().astimezone(UTC):{STAMP}}.db")
            tidy(self._directory)
            if self.second is not None and self.second.is_dir():
                _copy(made.path, self.second / made.path.name)
                tidy(self.second)
            return made

    def daily(self) -> Backup | None:
        """Make a backup if there is none of today yet."""
        with self._making:
            newest = next(iter(self.list()), None)
            if newest is not None and newest.at.date() == self._now().astimezone(UTC).date():
                return None
            return self.now()

    def list(self) -> tuple[Backup, ...]:
        """The backups of both places, the newest first, each once."""
        places = [place for place in (self.second, self._directory) if place is not None]
        found = {backup.path.name: backup for place in places for backup in listed(place)}
        return tuple(sorted(found.values(), key=lambda backup: backup.at, reverse=True))

    def _make(self, path: Path) -> Backup:
        fresh = beside(path, ".baru")
        with translated(), self._database.alone() as connection:
            self._directory.mkdir(parents=True, exist_ok=True)
            files.clear(fresh)
            check.whole(connection)
            connection.execute("BEGIN")
            before = counts(connection)
            connection.execute("COMMIT")
            connection.execute("VACUUM INTO ?", (str(fresh),))
            files.settle(fresh)
            after = _opened(fresh, self._database.key)
            if any(after.get(table, 0) < number for table, number in before.items() if table in GROWING):
                raise DamagedFileError
            files.put_in_place(fresh, path)
        return _backup(path)


GROWING = ("receipt", "history")
"""Tables of which no row ever goes: a copy made a moment later has as many or more."""


def listed(place: Path) -> tuple[Backup, ...]:
    """The backups in a directory, the newest first."""
    if not place.is_dir():
        return ()
    return tuple(_backup(path) for path in sorted(place.iterdir(), reverse=True) if NAME.fullmatch(path.name))


def restore(backup: Path, paths: Paths, key: bytes) -> Path | None:
    """Put a backup in the place of the closed database; where the replaced file lies now, never deleted.

    A power cut in between leaves the restored copy to be taken at the next start.
    """
    with translated():
        version_of(backup, key)
        fresh = beside(paths.database, RESTORED)
        files.clear(fresh)
        shutil.copyfile(backup, beside(paths.database, ".salin"))
        _opened(beside(paths.database, ".salin"), key)
        files.put_in_place(beside(paths.database, ".salin"), fresh)
        aside = None
        if paths.database.exists():
            stamp = datetime.now(UTC).strftime(STAMP)
            aside = files.move_aside(paths.database, f"disisihkan-{stamp}.db")
        files.put_in_place(fresh, paths.database)
        return aside


def restore_newest(paths: Paths, key: bytes) -> Path:
    """Put the newest backup that is whole in the place of a damaged database; raises DamagedFileError if none is."""
    for backup in listed(paths.backups):
        try:
            restore(backup.path, paths, key)
        except StoreError:
            continue
        return backup.path
    raise DamagedFileError("store.no_whole_backup")


def tidy(place: Path) -> None:
    """Keep the newest backup of each of the last 7 days, 4 weeks and 3 months that have one."""
    kept: set[Path] = set()
    backups = listed(place)
    for period, number in (("%Y-%j", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        newest: dict[str, Path] = {}
        for backup in backups:
            newest.setdefault(backup.at.strftime(period), backup.path)
        kept.update(list(newest.values())[:number])
    for backup in backups:
        if backup.path not in kept:
            backup.path.unlink()


def _copy(source: Path, target: Path) -> None:
    fresh = beside(target, ".baru")
    with translated():
        shutil.copyfile(source, fresh)
        files.put_in_place(fresh, target)


def _opened(path: Path, key: bytes) -> dict[str, int]:
    """The counts of a file that can be opened and is whole."""
    with closing(connect(path, key)) as connection:
        check.whole(connection)
        return counts(connection)


def _backup(path: Path) -> Backup:
    named = NAME.fullmatch(path.name)
    if named is None:
        raise StoreError
    at = datetime.strptime(named[1], STAMP).replace(tzinfo=UTC)
    return Backup(path, at, path.stat().st_size)
