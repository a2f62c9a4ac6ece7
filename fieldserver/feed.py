"""What a laptop has not read yet: rows newer than its cursors, within its scope, and the proof of each village."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Select, or_, select

from fieldapp.contract.messages import Log, Row
from fieldserver.judge import Sender
from fieldserver.rows import now_shown, shown, shown_moved
from fieldserver.tables import MOVED, RECORDS, VILLAGE

PROVEN = 64
"""An account of so many villages gets the proof of each with every answer, a larger one only of those that changed."""

UNTOLD = ("touched", "content")
"""Columns of a record that no laptop is told."""

Place = tuple[str, int]


@dataclass
class Feed:
    """Rows, and what they cover of each village."""

    rows: list[Row] = field(default_factory=list)
    villages: dict[str, Log] = field(default_factory=dict)
    more: bool = False


def feed(
    connection: Connection, sender: Sender, cursors: Mapping[str, int], own: Mapping[Place, UUID], limit: int
) -> Feed:
    """At most ``limit`` rows beyond the cursors; ``own`` are the places that the sender itself has just filled."""
    found = Feed()
    logs = list(connection.execute(_villages(sender)).mappings())
    for log in logs:
        since = cursors.get(log["code"], 0)
        if log["version"] > since:
            _read(connection, log, found, since=since, own=own, limit=limit)
        elif log["version"] < since or len(logs) <= PROVEN:
            found.villages[log["code"]] = _log(log, since, since)
    return found


def add_present(connection: Connection, sender: Sender, records: set[UUID], found: Feed) -> None:
    """Also the present rows of these records, where the sender may read them and the feed does not show them."""
    have = {(row.village, row.version) for row in found.rows}
    for rows in now_shown(connection, sorted(records)).values():
        fresh = [row for row in rows if sender.may(row.village) and (row.village, row.version) not in have]
        found.rows.extend(fresh)


def _villages(sender: Sender) -> Select[tuple[str, int, int, str]]:
    within = or_(*(VILLAGE.c.code.startswith(area) for area in sender.areas))
    return select(VILLAGE).where(within, VILLAGE.c.version > 0).order_by(VILLAGE.c.code)


def _log(log: RowMapping, since: int, to: int) -> Log:
    whole = to >= log["version"]
    return Log(since=since, to=to, count=log["count"] if whole else None, digest=log["digest"] if whole else None)


def _read(
    connection: Connection, log: RowMapping, found: Feed, *, since: int, own: Mapping[Place, UUID], limit: int
) -> None:
    """One village's rows beyond ``since``, as far as the limit lets them in."""
    code, end, room = log["code"], log["version"], limit - len(found.rows)
    if all((code, version) in own for version in range(since + 1, end + 1)):
        found.villages[code] = _log(log, since, end)
        return
    to = since
    for row in _newer(connection, code, since, end, room + len(own) + 1):
        if own.get((code, row.version)) != row.record:
            if not room:
                found.more, end = True, to
                break
            room -= 1
            found.rows.append(row)
        to = row.version
    if end > since:
        found.villages[code] = _log(log, since, end)


def _newer(connection: Connection, village: str, since: int, end: int, most: int) -> list[Row]:
    """The next rows of the log, in its order."""
    rows: list[Row] = []
    for kind, table in RECORDS.items():
        told = select(*(column for column in table.c if column.name not in UNTOLD))
        wanted = told.where(table.c.village == village, table.c.version > since, table.c.version <= end)
        page = connection.execute(wanted.order_by(table.c.version).limit(most)).mappings()
        rows += [shown("signup" if kind == "signup" else "visit", row) for row in page]
    left = select(MOVED).where(MOVED.c.village == village, MOVED.c.version > since, MOVED.c.version <= end)
    rows += [shown_moved(row) for row in connection.execute(left.order_by(MOVED.c.version).limit(most)).mappings()]
    return sorted(rows, key=lambda row: row.version)[:most]
