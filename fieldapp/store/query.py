"""Lists of records: what is asked for, a page of it, and how many there are in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, FromClause, Table, UnaryExpression, func, select
from sqlalchemy.sql.operators import custom_op

from fieldapp.contract.messages import Kind
from fieldapp.store import search
from fieldapp.store.steps import State
from fieldapp.store.tables import DRAFT, RECORDS

DETAILS: dict[Kind, tuple[str, ...]] = {
    "signup": ("nik", "phone", "occupation", "programmes", "monthly_income", "recorded_at", "withdrawn"),
    "visit": ("held_on", "activity", "men", "women", "prospects", "recorded_at", "withdrawn"),
}
TITLES: dict[Kind, tuple[str, ...]] = {"signup": ("name",), "visit": ("place", "topic")}
PLUS: custom_op[int] = custom_op("+")
DAYS: dict[Kind, str] = {"signup": "recorded_at", "visit": "held_on"}


@dataclass(frozen=True)
class Query:
    """Records of one kind: found by ``text``, in a state, in a village, recorded or held from … to (both included)."""

    kind: Kind
    text: str = ""
    state: State | None = None
    village: str | None = None
    period: tuple[date, date] | None = None


@dataclass(frozen=True)
class Line:
    """A record in a list; ``detail`` holds the content fields named in DETAILS that are not empty, in wire form."""

    id: UUID
    kind: Kind
    title: str
    village: str
    state: State
    touched_at: datetime
    detail: Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """Some lines, and how many the query finds in all."""

    lines: tuple[Line, ...]
    total: int


@dataclass(frozen=True)
class Counts:
    """How many records stand where; ``draft`` counts forms that are not records yet."""

    draft: int = 0
    queued: int = 0
    sending: int = 0
    delivered: int = 0
    needs_revision: int = 0


def title(kind: Kind, fields: Mapping[Any, Any]) -> str:
    """What a person calls the record: a name, or place · topic."""
    return " · ".join(str(fields[name]) for name in TITLES[kind] if fields[name])


def lines(connection: Connection, kind: Kind, seqs: Sequence[int]) -> tuple[Line, ...]:
    """The lines of these records (by ``seq``), in this order."""
    table = RECORDS[kind]
    names = dict.fromkeys(("seq", "id", "village", "state", "touched_at", *TITLES[kind], *DETAILS[kind]))
    wanted = select(*(table.c[name] for name in names)).where(table.c.seq.in_(seqs))
    found = {row["seq"]: row for row in connection.execute(wanted).mappings()}
    return tuple(_line(kind, found[seq]) for seq in seqs)


def _line(kind: Kind, row: Mapping[Any, Any]) -> Line:
    detail = {name: row[name] for name in DETAILS[kind] if row[name] is not None}
    return Line(row["id"], kind, title(kind, row), row["village"], row["state"], row["touched_at"], detail)


def page(connection: Connection, query: Query, offset: int, limit: int) -> Page:
    """The newest first: by when they were last touched, or – when only searching – by when they came here."""
    table, typed = RECORDS[query.kind], search.wanted(query.text)
    if query.text.strip() and not typed:
        return Page((), 0)
    conditions = _conditions(query, table)
    source: FromClause = table
    seq: ColumnElement[int] = table.c.seq
    order: ColumnElement[Any] = table.c.touched_at
    if typed and conditions:
        # the plus keeps SQLite from walking through everything found, one look-up each
        conditions.append(UnaryExpression(seq, operator=PLUS).in_(search.found(query.kind, typed)))
    elif typed:
        source = search.found(query.kind, typed).subquery("found")
        seq = order = source.c.rowid
    wanted = select(seq).select_from(source).where(*conditions).order_by(order.desc()).limit(limit).offset(offset)
    total = connection.scalar(select(func.count()).select_from(source).where(*conditions)) or 0
    return Page(lines(connection, query.kind, connection.scalars(wanted).all()), total)


def _conditions(query: Query, table: Table) -> list[ColumnElement[bool]]:
    conditions = []
    if query.state is not None:
        conditions.append(table.c.state == query.state)
    if query.village is not None:
        conditions.append(table.c.village == query.village)
    if query.period is not None:
        first, last = query.period
        day = table.c[DAYS[query.kind]]
        conditions += [day >= first.isoformat(), day < (last + timedelta(days=1)).isoformat()]
    return conditions


def counts(connection: Connection, kind: Kind | None) -> Counts:
    """How many records of one kind, or of all, stand where."""
    tally: dict[str, int] = {}
    for table in (RECORDS[one] for one in RECORDS if kind in (None, one)):
        for state, number in connection.execute(select(table.c.state, func.count()).group_by(table.c.state)):
            tally[state] = tally.get(state, 0) + number
    drafts = select(func.count()).select_from(DRAFT)
    if kind is not None:
        drafts = drafts.where(DRAFT.c.kind == kind)
    return Counts(draft=connection.scalar(drafts) or 0, **tally)
