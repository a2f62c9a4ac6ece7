"""What a page of records works with, and the form as a record: read, saved, taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Protocol
from uuid import UUID

from fieldapp.contract.messages import Kind
from fieldapp.domain.kinds import KINDS, AnyRecord
from fieldapp.domain.region import Regions
from fieldapp.store.history import Event
from fieldapp.store.query import Counts, Line, Page, Query
from fieldapp.store.records import Entry
from fieldapp.ui.record.drafts import Drafts


class Records(Protocol):
    """The records of the store, as far as a page needs them."""

    def save(self, record: AnyRecord, *, by: str, seen: AnyRecord | None = None) -> None: ...
    def get(self, kind: Kind, record: UUID) -> Entry | None: ...
    def page(self, asked: Query, offset: int = 0, limit: int = 100) -> Page: ...
    def counts(self, kind: Kind | None = None) -> Counts: ...
    def history(self, kind: Kind, record: UUID) -> tuple[Event, ...]: ...
    def same(
        self, *, nik: str | None = None, phone: str | None = None, except_id: UUID | None = None
    ) -> tuple[Line, ...]: ...
    def of_visit(self, visit: UUID) -> tuple[Line, ...]: ...


@dataclass(frozen=True)
class Surroundings:
    """What a form asks about: places, the officer's own first, and the day it is."""

    regions: Regions
    areas: Sequence[str]
    today: Callable[[], date]

    def now(self) -> datetime:
        """The end of today, for saying how long ago something was."""
        return datetime.combine(self.today(), time.max).astimezone()


@dataclass(frozen=True)
class Desk:
    """The store's parts, the places, who sits here and who is who; records of one ``kind`` are worked on."""

    kind: Kind
    records: Records
    drafts: Drafts
    around: Surroundings
    account: str
    names: Mapping[str, str]

    def read(self, form: Mapping[str, Any], record: UUID, before: AnyRecord | None) -> AnyRecord:
        """The record that the form makes; raises NotWhole. What has no field in the form stays as it was."""
        fresh = {"recorded_by": self.account, "recorded_at": datetime.now(UTC)}
        kept = (
            {**before.extra, "recorded_by": before.recorded_by, "recorded_at": before.recorded_at} if before else fresh
        )
        return KINDS[self.kind].read({**kept, **form, "id": record}, self.around.today())

    def save(self, record: AnyRecord, seen: AnyRecord | None) -> None:
        """Keep it and queue it; ``seen`` is the record as the person began to edit it."""
        self.records.save(record, by=self.account, seen=seen)

    def withdraw(self, record: AnyRecord, reason: str) -> None:
        """Say that it no longer counts, and why."""
        self.save(KINDS[self.kind].restored({**record.fields(), "withdrawn": reason}, record.id), record)

    def take_back(self, record: UUID) -> None:
        """Let a withdrawn record count again, with whatever changed in it meanwhile."""
        entry = self.get(record)
        if entry is not None:
            fields = {name: value for name, value in entry.record.fields().items() if name != "withdrawn"}
            self.save(KINDS[self.kind].restored(fields, record), entry.record)

    def get(self, record: UUID) -> Entry | None:
        """A record with where it stands, if it is on this laptop."""
        return self.records.get(self.kind, record)

    def name(self, account: str) -> str:
        """Who that is, as people say."""
        return self.names.get(account, account)
