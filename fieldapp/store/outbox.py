"""What waits for the centre, told record by record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from fieldapp.contract.messages import Kind, Refused
from fieldapp.store import rows
from fieldapp.store.database import Database
from fieldapp.store.settle import title
from fieldapp.store.steps import State
from fieldapp.store.tables import OUTBOX, RECORDS


@dataclass(frozen=True)
class Waiting:
    """A record with changes not accepted yet; ``size`` in bytes, ``refusal`` if a person must decide."""

    kind: Kind
    id: UUID
    title: str
    size: int
    since: datetime
    state: State
    refusal: Refused | None = None


@dataclass(frozen=True)
class Summary:
    """How many records wait and can go, how large they are, and since when the oldest waits."""

    count: int
    bytes: int
    oldest: datetime | None


class Outbox:
    """The changes on their way to the centre."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> tuple[Waiting, ...]:
        """Every record that waits, the oldest first; refused ones stay among them until a person decides."""
        with self._database.read() as tx:
            found = [one for kind in RECORDS for one in _waiting(tx, kind)]
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))

    def summary(self) -> Summary:
        """What the next delivery has to carry."""
        line = OUTBOX.c
        figures = select(
            func.count(line.record_id.distinct()),
            func.coalesce(func.sum(func.length(line.delta)), 0),
            func.min(line.at),
        ).where(line.refusal.is_(None))
        with self._database.read() as tx:
            count, size, oldest = tx.execute(figures).one()
        return Summary(count, size, oldest)


def _waiting(tx: Connection, kind: Kind) -> list[tuple[int, Waiting]]:
    table, line = RECORDS[kind], OUTBOX.c
    found: dict[UUID, tuple[int, Waiting]] = {}
    joined = select(table, line.seq.label("position"), line.at, line.refusal, func.length(line.delta).label("size"))
    for row in tx.execute(joined.join(OUTBOX, line.record_id == table.c.id).order_by(line.seq)).mappings():
        refusal = None if row["refusal"] is None else Refused.model_validate(row["refusal"])
        seq, had = found.get(row["id"], (row["position"], None))
        found[row["id"]] = (
            seq,
            Waiting(
                kind=kind,
                id=row["id"],
                title=title(kind, rows.content(kind, row)),
                size=row["size"] + (had.size if had else 0),
                since=had.since if had else row["at"],
                state=row["state"],
                refusal=(had.refusal if had else None) or refusal,
            ),
        )
    return list(found.values())
