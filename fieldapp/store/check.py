"""Whether the file is whole: quickly at each start, thoroughly once a week and when there is reason to doubt."""

from __future__ import annotations

from sqlcipher3 import dbapi2

from fieldapp.errors import DamagedFileError
from fieldapp.store.failures import translated


def quick(connection: dbapi2.Connection) -> None:
    """Every page can be read and is in order; raises DamagedFileError."""
    _ask(connection, "quick_check", [("ok",)])


def whole(connection: dbapi2.Connection) -> None:
    """Also every index agrees with its table and every page with its seal; raises DamagedFileError."""
    _ask(connection, "cipher_integrity_check", [])
    _ask(connection, "integrity_check", [("ok",)])


def _ask(connection: dbapi2.Connection, name: str, good: list[tuple[str, ...]]) -> None:
    with translated():
        try:
            answer = connection.execute(f"PRAGMA {name}").fetchall()
        except dbapi2.DatabaseError as failure:
            raise DamagedFileError from failure
    if answer != good:
        raise DamagedFileError
