"""Forms that are not records yet, kept from the first letter on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from fieldapp.contract.messages import Kind
from fieldapp.store.database import Database
from fieldapp.store.tables import DRAFT


@dataclass(frozen=True)
class Draft:
    """A form as typed; ``record_id`` names the record that is being edited, if there is one."""

    id: UUID
    kind: Kind
    record_id: UUID | None
    form: dict[str, Any]
    by: str
    at: datetime


class Drafts:
    """Each account sees its own drafts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, draft: Draft) -> None:
        """Keep the form as it is now."""
        values = {name: getattr(draft, name) for name in ("kind", "record_id", "form", "by", "at")}
        kept = insert(DRAFT).values(id=draft.id, **values)
        with self._database.write() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["id"], set_=values))

    def of(self, by: str, kind: Kind | None = None) -> tuple[Draft, ...]:
        """The account's drafts, the newest first."""
        asked = select(DRAFT).where(DRAFT.c.by == by).order_by(DRAFT.c.at.desc())
        if kind is not None:
            asked = asked.where(DRAFT.c.kind == kind)
        with self._database.read() as connection:
            return tuple(Draft(**row) for row in connection.execute(asked).mappings())

    def drop(self, draft: UUID) -> None:
        """Forget a draft; one that is gone already is no error."""
        with self._database.write() as connection:
            connection.execute(delete(DRAFT).where(DRAFT.c.id == draft))
