"""What the centre holds, and whether the proof of every village equals a recomputation from the rows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from fieldapp.contract.digest import content_hash, digest, mark
from fieldserver.database import reading
from fieldserver.rows import wire
from fieldserver.tables import CHANGE, RECORDS, VILLAGE


@dataclass(frozen=True)
class Status:
    """Counts, and the villages whose kept proof is not what their rows say."""

    records: dict[str, int]
    villages: int
    decided: int
    unequal: tuple[str, ...]


def status(engine: Engine) -> Status:
    """Read everything once and compare."""
    marks: dict[str, list[int]] = {}
    records = {}
    with reading(engine) as connection:
        logs = list(connection.execute(select(VILLAGE).where(VILLAGE.c.version > 0)).mappings())
        for kind, table in RECORDS.items():
            rows = connection.execute(select(table).execution_options(yield_per=1000)).mappings()
            records[kind] = 0
            for row in rows:
                share = mark(row["id"], row["version"], content_hash(wire(kind, row)))
                marks.setdefault(row["village"], []).append(share)
                records[kind] += 1
        decided = connection.execute(select(func.count()).select_from(CHANGE)).scalar_one()
    kept = {log["code"]: (log["count"], log["digest"]) for log in logs}
    found = {code: (len(marks.get(code, [])), digest(marks.get(code, []))) for code in {*kept, *marks}}
    unequal = sorted(code for code in found if kept.get(code, (0, digest([]))) != found[code])
    return Status(records, len(logs), decided, tuple(unequal))
