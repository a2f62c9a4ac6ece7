"""The one file of this laptop, opened: its parts, and the order in which it is opened and closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from fieldapp.errors import StoreError
from fieldapp.store import check, migrate
from fieldapp.store.backup import Backups
from fieldapp.store.clock import utc_now
from fieldapp.store.database import Database
from fieldapp.store.drafts import Drafts
from fieldapp.store.exchange import Exchange
from fieldapp.store.figures import Figures
from fieldapp.store.outbox import Outbox
from fieldapp.store.records import Records
from fieldapp.store.settings import Settings

CHECK_EVERY = timedelta(days=7)


class Store:
    """What the app keeps; ``now`` is the clock that all parts use."""

    def __init__(self, database: Database, backups: Path, now: Callable[[], datetime]) -> None:
        self.database, self.now = database, now
        self.settings = Settings(database)
        self.records = Records(database, now)
        self.outbox = Outbox(database)
        self.drafts = Drafts(database)
        self.figures = Figures(database)
        self.backups = Backups(database, backups, now)
        self.exchange = Exchange(database, now)

    def check(self) -> None:
        """Make sure that the file is whole; thoroughly after an unclean end and once a week."""
        checked = self.settings.get("checked_at")
        due = checked is None or not timedelta() <= self.now() - datetime.fromisoformat(checked) < CHECK_EVERY
        thorough = due or self.settings.get("open", False)
        with self.database.alone() as connection:
            (check.whole if thorough else check.quick)(connection)
        with suppress(StoreError):  # a full disk must not keep anyone from reading
            self.settings.put("open", True)
            if thorough:
                self.settings.put("checked_at", self.now().isoformat())

    def close(self) -> None:
        """End in order; what was saved is on the disk already."""
        with suppress(StoreError):
            self.settings.put("open", False)
        self.database.close()


def open_store(path: Path, key: bytes, *, now: Callable[[], datetime] = utc_now) -> Store:
    """Open the file, or make it; raises ForeignFileError, NewerFileError or DamagedFileError and leaves it as it is."""
    backups = path.parent / "cadangan"
    migrate.prepare(path, key, backups)
    store = Store(Database(path, key), backups, now)
    try:
        store.check()
    except BaseException:
        store.database.close()
        raise
    return store
