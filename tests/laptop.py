"""A laptop for tests: the real store in a directory and the real client on a line that can fail."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from fieldapp.domain.signup import Signup
from fieldapp.errors import FieldappError
from fieldapp.store import open_store
from fieldapp.sync.client import Client
from fieldapp.sync.engine import Outcome, Progress, exchange
from tests.centre import Centre
from tests.people import NOON
from tests.wire import URL, Fault, Wire

KEY = bytes(range(32))


class Unhurried(threading.Event):
    """A stop event that notes how long it was asked to wait and does not."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.waited.append(timeout or 0.0)
        return self.is_set()


@dataclass
class Watch:
    """A clock that a test sets."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


class Laptop:
    """One officer's laptop, enrolled at ``centre`` for ``areas``."""

    def __init__(self, directory: Path, centre: Centre, account: str = "petugas", *areas: str) -> None:
        self.account, self.path, self.watch = account, directory / f"{account}.db", Watch()
        self.invitation = centre.invite(account, areas or ("320117",))
        self.wire = Wire(centre.app)
        self.store = open_store(self.path, KEY, now=self.watch)
        self.store.settings.put("device", self.invitation.device)
        self.client = Client(URL, self.invitation.token, centre.public, self.wire.session())
        self.stop = Unhurried()
        self.told: list[Progress] = []

    def save(self, *records: Signup) -> None:
        for record in records:
            self.store.records.save(record, by=self.account)

    def send(self, *faults: Fault) -> Outcome:
        """Exchange over a line with these faults, one a request."""
        self.wire.faults.extend(faults)
        return exchange(self.store, self.client, stop=self.stop, progress=self.told.append)

    def try_to_send(self, *faults: Fault) -> str:
        """Exchange, and the code of what stopped it, or "done"."""
        try:
            self.send(*faults)
        except FieldappError as failed:
            return failed.code
        finally:
            self.wire.faults.clear()
        return "done"

    def restart(self) -> None:
        """The power went: nothing is closed in order, the file is opened again."""
        self.store.close()
        self.store = open_store(self.path, KEY, now=self.watch)

    def close(self) -> None:
        self.store.close()
        self.wire.close()
