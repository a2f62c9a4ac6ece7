"""The proof: the laptop's own count and digest of each village, against what the centre says."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, case, func, or_, select, union_all, update

from fieldapp.contract.digest import digest, mark
from fieldapp.contract.messages import Answer
from fieldapp.store.tables import RECORDS, VILLAGE


def own(tx: Connection, village: str) -> tuple[int, str]:
    """How many records of a village's log are held at the centre's versions, and their digest."""
    held = [
        mark(record, version, content)
        for table in RECORDS.values()
        for record, version, content in tx.execute(
            select(table.c.id, table.c.version, table.c.content).where(table.c.log == village, table.c.version > 0)
        )
    ]
    return len(held), digest(held)


def compare(tx: Connection, answer: Answer, now: datetime) -> tuple[str, ...]:
    """The villages whose proof does not hold; they will be pulled again from the beginning."""
    unequal = []
    for code, log in answer.villages.items():
        if log.count is None or log.digest is None:
            continue
        same = own(tx, code) == (log.count, log.digest)
        found = {"count": log.count, "digest": log.digest, "checked_at": now, "equal": int(same)}
        tx.execute(update(VILLAGE).where(VILLAGE.c.code == code).values(found if same else {**found, "version": 0}))
        if not same:
            unequal.append(code)
    return tuple(unequal)


def villages(tx: Connection) -> tuple[int, int]:
    """How many villages' proofs were held against the centre's, and how many of them were unequal."""
    unequal = func.coalesce(func.sum(case((VILLAGE.c.equal == 0, 1), else_=0)), 0)
    checked, wrong = tx.execute(select(func.count(), unequal).where(VILLAGE.c.equal.is_not(None))).one()
    return int(checked), int(wrong)


def states(tx: Connection) -> dict[str, int]:
    """How many records of any kind that were made or changed on this laptop are in each state."""
    ours = (
        select(table.c.state).where(or_(table.c.receipt.is_not(None), table.c.state != "delivered"))
        for table in RECORDS.values()
    )
    each = union_all(*ours).subquery()
    return dict(tx.execute(select(each.c.state, func.count()).group_by(each.c.state)).all())
