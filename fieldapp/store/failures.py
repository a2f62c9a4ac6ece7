"""What the database driver reports, as errors of ours; the statement and its values never come along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from fieldapp.errors import DamagedFileError, DiskFullError, ForeignFileError, StoreError
from fieldapp.store.files import UNREACHABLE, told

MEANINGS: tuple[tuple[str, type[StoreError]], ...] = (
    ("file is not a database", ForeignFileError),
    ("hmac check failed", DamagedFileError),
    ("malformed", DamagedFileError),
    ("disk is full", DiskFullError),
)


def meaning(failure: BaseException) -> StoreError:
    """The error of ours that a driver's message stands for."""
    said = str(failure).lower()
    return next((kind() for words, kind in MEANINGS if words in said), StoreError(UNREACHABLE))


@contextmanager
def translated() -> Iterator[None]:
    """Let only errors of ours out; programming mistakes (constraints, wrong SQL) stay what they are."""
    try:
        with told():
            yield
    except DBAPIError as failure:
        if isinstance(failure.orig, dbapi2.IntegrityError | dbapi2.ProgrammingError):
            raise
        raise meaning(failure.orig or failure) from None
    except dbapi2.DatabaseError as failure:
        raise meaning(failure) from None
