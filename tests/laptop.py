"""A laptop for tests: the real store in a directory and the real client on a line that can fail."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from sqlalchemy import select

from fieldapp.contract.invitation import Invitation, decode
from fieldapp.contract.messages import Question
from fieldapp.domain.kinds import AnyRecord, restored
from fieldapp.domain.signup import Signup
from fieldapp.errors import FieldappError
from fieldapp.store import holding
from fieldapp.store.held import Held
from fieldapp.store.records import Entry
from fieldapp.store.store import open_store
from fieldapp.store.tables import RECORDS
from fieldapp.sync.client import Client
from fieldapp.sync.engine import Outcome, Progress, exchange
from tests.centre import URL, Centre
from tests.people import NOON
from tests.wire import Fault, Wire

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
        self.account, self.path, self.watch = account, directory / account / "catatan.db", Watch()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.invitation = self._enrolled(centre, areas or ("320117",))
        self.wire, self.centre_key = Wire(centre.line), centre.key
        self.store = open_store(self.path, KEY, now=self.watch)
        self.store.settings.put("device", self.invitation.device)
        self.client = Client(URL, self.invitation.token, centre.key.public_key(), self.wire.session())
        self.stop = Unhurried()
        self._listen: Callable[[Progress], None] = lambda _: None

    def _enrolled(self, centre: Centre, areas: tuple[str, ...]) -> Invitation:
        """The invitation of this directory's first start; a laptop is enrolled once."""
        kept = self.path.with_name("undangan.txt")
        if not kept.exists():
            kept.write_text(centre.invite(self.account, areas).encode())
        return decode(kept.read_text())

    def save(self, *records: AnyRecord) -> None:
        for record in records:
            self.store.records.save(record, by=self.account)

    def save_unjudged(self, record: Signup, **fields: Any) -> Signup:
        """Save content that this laptop's rules would not have let through, as an older app might."""
        odd = restored("signup", {**record.fields(), **fields}, record.id)
        assert isinstance(odd, Signup)
        self.save(odd)
        return odd

    def send(self, *faults: Fault) -> Outcome:
        """Exchange over a line with these faults, one a request."""
        self.wire.faults.extend(faults)
        return exchange(self.store, self.client, stop=self.stop, progress=self._listen)

    def try_to_send(self, *faults: Fault) -> str:
        """Exchange, and the code of what stopped it, or "done"."""
        try:
            self.send(*faults)
        except FieldappError as failed:
            return failed.code
        finally:
            self.wire.faults.clear()
        return "done"

    def listen(self, to: Callable[[Progress], None]) -> None:
        self._listen = to

    def question(self, limit: int = 100) -> Question:
        return self.store.exchange.question(self.invitation.device, limit, 1000)

    def entry(self, record: AnyRecord) -> Entry:
        found = self.store.records.get("signup" if record.kind == "signup" else "visit", record.id)
        assert found is not None
        return found

    def held(self) -> dict[UUID, Held]:
        """Every sign-up as this laptop holds it."""
        with self.store.database.read() as tx:
            ids = tx.execute(select(RECORDS["signup"].c.id)).scalars().all()
            return holding.read(tx, "signup", ids)

    def versions(self) -> set[int]:
        return {held.version for held in self.held().values()}

    def restart(self) -> None:
        """The power went: nothing is closed in order, the file is opened again."""
        self.store.database.close()
        self.store = open_store(self.path, KEY, now=self.watch)

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
