"""The numbered schema: new files are made from it, older ones are lifted to it on a copy that takes their place."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from fieldapp.errors import DamagedFileError, ForeignFileError, NewerFileError, StoreError
from fieldapp.store import files
from fieldapp.store.database import APPLICATION_ID, connect, told
from fieldapp.store.failures import translated
from fieldapp.store.migrations import STEPS, Statements

NEW, COPY, RESTORED = ".baru", ".naik", ".pulih"
"""What an unfinished new file, lifted copy or restored backup is called beside the database."""


def beside(path: Path, suffix: str) -> Path:
    """The name of an unfinished file next to the database."""
    return path.with_name(path.name + suffix)


def prepare(path: Path, key: bytes, backups: Path, steps: Sequence[Statements] = STEPS) -> None:
    """Have a file of this version at ``path``: make it, lift it, or refuse it unharmed."""
    with translated():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() and beside(path, RESTORED).exists():
            files.put_in_place(beside(path, RESTORED), path)
        if not path.exists() or path.stat().st_size == 0:
            return _make(path, key, steps)
        files.clear(beside(path, RESTORED))
        version = version_of(path, key)
        if version > len(steps):
            raise NewerFileError
        if version < len(steps):
            _lift(path, key, version, backups, steps)
        return None


def version_of(path: Path, key: bytes) -> int:
    """The schema number of one of our files; anything else is refused."""
    with translated(), closing(connect(path, key)) as connection:
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise ForeignFileError
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _make(path: Path, key: bytes, steps: Sequence[Statements]) -> None:
    fresh = beside(path, NEW)
    files.clear(fresh)
    with closing(connect(fresh, key)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _run(connection, 0, steps)
    files.put_in_place(fresh, path)


def _lift(path: Path, key: bytes, version: int, backups: Path, steps: Sequence[Statements]) -> None:
    copy = beside(path, COPY)
    files.clear(copy)
    with closing(told(connect(path, key))) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
        before = counts(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with closing(connect(copy, key)) as connection:
        _run(connection, version, steps)
        after = counts(connection)
    if any(after.get(table, number) != number for table, number in before.items()):
        raise DamagedFileError("store.not_lifted")
    if any(beside(path, side).exists() for side in files.SIDES):
        raise StoreError("store.already_open")
    backups.mkdir(parents=True, exist_ok=True)
    kept = backups / f"sebelum-versi-{len(steps)}.db"
    files.clear(kept)
    files.put_in_place(copy, beside(path, RESTORED))
    path.rename(kept)
    files.put_in_place(beside(path, RESTORED), path)


def _run(connection: dbapi2.Connection, version: int, steps: Sequence[Statements]) -> None:
    """Take the steps after ``version``, all or none."""
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")
    for statements in steps[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(steps)}")
    connection.execute("COMMIT")


def counts(connection: dbapi2.Connection) -> dict[str, int]:
    """The number of rows in every ordinary table."""
    listed = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [name for (name,) in connection.execute(listed).fetchall()]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608
