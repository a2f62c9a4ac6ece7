"""Which part of the region tree this laptop works in; what lies outside leaves, once it is delivered."""

from __future__ import annotations

from sqlalchemy import Connection, and_, delete, not_, or_, select

from fieldapp.contract.messages import Scope
from fieldapp.store import search
from fieldapp.store.tables import OUTBOX, RECORDS, SETTING, VILLAGE

TAG, AREAS = "scope_tag", "areas"


def tag(tx: Connection) -> str:
    """The tag of the scope that the centre told last, or empty."""
    found = tx.execute(select(SETTING.c.value).where(SETTING.c.account == "", SETTING.c.name == TAG)).scalar()
    return str(found or "")


def keep(tx: Connection, scope: Scope) -> None:
    """Take over a new scope: lost villages are closed, but nothing that still waits leaves with them."""
    for name, value in ((TAG, scope.tag), (AREAS, list(scope.areas))):
        tx.execute(delete(SETTING).where(SETTING.c.account == "", SETTING.c.name == name))
        tx.execute(SETTING.insert().values(account="", name=name, value=value))
    waiting = select(OUTBOX.c.record_id)
    for kind, table in RECORDS.items():
        outside = and_(not_(or_(*(table.c.log.startswith(area) for area in scope.areas))), table.c.id.not_in(waiting))
        search.forget(tx, kind, tx.execute(select(table.c.seq).where(outside)).scalars().all())
        tx.execute(delete(table).where(outside))
    tx.execute(delete(VILLAGE).where(not_(or_(*(VILLAGE.c.code.startswith(area) for area in scope.areas)))))
