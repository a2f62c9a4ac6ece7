"""What the page works with, and the form as a record: read, saved, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID

from fieldapp.contract.messages import Kind
from fieldapp.domain import dates
from fieldapp.domain.kinds import AnyRecord
from fieldapp.domain.signup import Signup
from fieldapp.domain.visit import Visit
from fieldapp.language import tr
from fieldapp.store.history import Event
from fieldapp.store.query import Counts, Line, Page, Query
from fieldapp.store.records import Entry
from fieldapp.ui.signup.drafts import Drafts
from fieldapp.ui.signup.sections import Surroundings


class Records(Protocol):
    """The records of the store, as far as this page needs them."""

    def save(self, record: AnyRecord, *, by: str) -> None: ...
    def get(self, kind: Kind, record: UUID) -> Entry | None: ...
    def page(self, asked: Query, offset: int = 0, limit: int = 100) -> Page: ...
    def counts(self, kind: Kind | None = None) -> Counts: ...
    def history(self, kind: Kind, record: UUID) -> tuple[Event, ...]: ...
    def same(
        self, *, nik: str | None = None, phone: str | None = None, except_id: UUID | None = None
    ) -> tuple[Line, ...]: ...


@dataclass(frozen=True)
class Desk:
    """The store's parts, the places, who sits here and who is who."""

    records: Records
    drafts: Drafts
    around: Surroundings
    account: str
    names: Mapping[str, str]

    def read(self, form: Mapping[str, Any], record: UUID, before: Signup | None) -> Signup:
        """The sign-up that the form makes; raises NotWhole. What has no field stays as it was."""
        kept = before.fields() if before else {"recorded_by": self.account, "recorded_at": datetime.now(UTC)}
        extra = before.extra if before else {}
        stays = {name: kept[name] for name in ("recorded_by", "recorded_at", *extra)}
        return Signup.read({**stays, **form, "id": record}, self.around.today())

    def save(self, signup: Signup) -> None:
        """Keep it and queue it."""
        self.records.save(signup, by=self.account)

    def withdraw(self, signup: Signup, reason: str) -> None:
        """Say that the person no longer wants it, and why."""
        self.save(Signup.restored({**signup.fields(), "withdrawn": reason}, signup.id))

    def get(self, record: UUID) -> tuple[Entry, Signup] | None:
        """A record with where it stands, if it is on this laptop."""
        entry = self.records.get("signup", record)
        return (entry, entry.record) if entry and isinstance(entry.record, Signup) else None

    def in_visit(self, visit: str) -> dict[str, Any]:
        """What a sign-up taken in this visit begins with."""
        entry = self.records.get("visit", UUID(visit))
        return {"visit": visit, "village": entry.record.village} if entry else {}

    def origin(self, form: Mapping[str, Any]) -> str:
        """The visit that a sign-up comes from, as a few words."""
        entry = self.records.get("visit", UUID(str(form["visit"]))) if form.get("visit") else None
        if entry is None or not isinstance(entry.record, Visit):
            return ""
        day = dates.short(entry.record.held_on)
        return tr("dari kunjungan {place}, {day}").format(place=entry.record.place, day=day)

    def name(self, account: str) -> str:
        """Who that is, as people say."""
        return self.names.get(account, account)
