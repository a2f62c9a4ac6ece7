"""The encrypted SQLite file: how it is opened, and the only two ways to touch it, a read and a write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from fieldapp.errors import StoreError
from fieldapp.store.failures import translated
from fieldapp.store.keys import KEY_BYTES

APPLICATION_ID = 0x46445031
"""``FDP1``: how a file of ours is told from anybody else's."""
BUSY_SECONDS = 5

PRAGMAS: dict[str, tuple[int | str, int | str]] = {
    "journal_mode": ("wal", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "temp_store": ("MEMORY", 2),
    "mmap_size": (0, 0),
    "busy_timeout": (BUSY_SECONDS * 1000, BUSY_SECONDS * 1000),
    "cache_size": (-16000, -16000),
}
"""What every connection is told, and what it must answer when asked again: otherwise the file is not used."""


def connect(path: Path, key: bytes) -> dbapi2.Connection:
    """A connection without transactions of the driver's own; only the key has been said."""
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    connection = dbapi2.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def told(connection: dbapi2.Connection) -> dbapi2.Connection:
    """The connection after all pragmas were set and read back."""
    for name, (wanted, answer) in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        given = connection.execute(f"PRAGMA {name}").fetchall()
        # mmap_size answers nothing where the driver was built without it
        if given != [(answer,)] and not (name == "mmap_size" and not given):
            connection.close()
            raise StoreError("store.unsafe")
    return connection


class Database:
    """One encrypted file that exists and has the right schema; several threads may use it."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path, self.key = path, key
        self._writing = Lock()
        self._engine = _engine(path, key)
        self._writer = self._engine.execution_options(immediate=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view of everything committed before."""
        with translated(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is committed durably at the end of the block, or leaves nothing behind."""
        with translated(), self._writing, self._writer.begin() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[dbapi2.Connection]:
        """A connection of its own outside any transaction, for backups and checks."""
        with translated():
            connection = told(connect(self.path, self.key))
            try:
                yield connection
            finally:
                connection.close()

    def close(self) -> None:
        """Close every connection; the last one empties the write-ahead log."""
        self._engine.dispose()


def _engine(path: Path, key: bytes) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: told(connect(path, key)),
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    immediate: Any = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
