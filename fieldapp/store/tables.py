"""The tables of the local file; the columns of a record are those of its kind in the domain.

Content columns hold the wire form as it is (text, whole numbers, JSON lists), so that a content hash computed
from a row is the one the centre signed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, Text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from fieldapp.contract.messages import Kind
from fieldapp.domain.kinds import KINDS
from fieldapp.domain.signup import SignupFields
from fieldapp.domain.visit import VisitFields
from fieldapp.store.columns import Id, Json, Moment


class Stored(SQLModel, registry=registry()):
    """What lies in the local file; rows never leave this package."""

    __table_args__: ClassVar[Any] = {"sqlite_strict": True}


class HeldColumns(SQLModel):
    """What the laptop knows about a record beside its visible content.

    ``log`` is the village in whose log it stands at ``version`` (0: not at the centre yet), ``content`` the hash of
    what the centre has there, ``base`` that content itself while changes wait here, ``receipt`` the change last signed.
    """

    seq: int | None = Field(default=None, primary_key=True)
    id: UUID = Field(sa_type=Id, unique=True)
    log: str
    version: int = 0
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    base: Any = Field(default=None, sa_type=Json, nullable=True)
    extra: Any = Field(default=None, sa_type=Json, nullable=True)
    state: str
    touched_at: datetime = Field(sa_type=Moment)
    receipt: UUID | None = Field(default=None, sa_type=Id)


class SignupRow(SignupFields, HeldColumns, Stored, table=True):
    """A sign-up as it lies in the file."""

    __tablename__ = "signup"


class VisitRow(VisitFields, HeldColumns, Stored, table=True):
    """A visit as it lies in the file."""

    __tablename__ = "visit"


class OutboxRow(Stored, table=True):
    """A change that the centre has not accepted yet.

    ``exchange`` names the question it travels in, ``sent`` says that it has left once, so that its content is frozen;
    ``refusal`` is the centre's answer; ``village`` is the log that the change is for, ``version`` what was known of it.
    """

    __tablename__ = "outbox"
    __table_args__: ClassVar[Any] = {"sqlite_strict": True, "sqlite_autoincrement": True}

    seq: int | None = Field(default=None, primary_key=True)
    change_id: UUID = Field(sa_type=Id, unique=True)
    kind: str
    record_id: UUID = Field(sa_type=Id, index=True)
    village: str
    action: str
    delta: Any = Field(sa_type=Json)
    version: int = 0
    by: str
    at: datetime = Field(sa_type=Moment)
    sent: int = 0
    exchange: UUID | None = Field(default=None, sa_type=Id, index=True)
    refusal: Any = Field(default=None, sa_type=Json, nullable=True)


class VillageRow(Stored, table=True):
    """How far a village's log has been read, and whether both sides were seen to hold the same."""

    __tablename__ = "village"

    code: str = Field(primary_key=True)
    version: int = 0
    count: int | None = None
    digest: str | None = None
    checked_at: datetime | None = Field(default=None, sa_type=Moment)
    equal: int | None = None


class DeliveryRow(Stored, table=True):
    """One exchange: its figures, its outcome, the question while it is unanswered, what the centre signed."""

    __tablename__ = "delivery"

    exchange: UUID = Field(sa_type=Id, primary_key=True)
    started_at: datetime = Field(sa_type=Moment, index=True)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)
    bytes_up: int = 0
    bytes_down: int = 0
    accepted: int = 0
    refused: int = 0
    rows: int = 0
    outcome: str = ""
    question: bytes | None = Field(default=None, sa_type=LargeBinary)
    statement: bytes | None = Field(default=None, sa_type=LargeBinary)
    signature: str | None = None


class ReceiptRow(Stored, table=True):
    """A change that the centre has signed for; ``exchange`` leads to the signature."""

    __tablename__ = "receipt"

    change_id: UUID = Field(sa_type=Id, primary_key=True)
    record_id: UUID = Field(sa_type=Id, index=True)
    village: str
    version: int
    content: bytes = Field(sa_type=LargeBinary)
    exchange: UUID = Field(sa_type=Id)
    at: datetime = Field(sa_type=Moment)


class HistoryRow(Stored, table=True):
    """What changed in a record after it was first recorded."""

    __tablename__ = "history"

    seq: int | None = Field(default=None, primary_key=True)
    kind: str
    record_id: UUID = Field(sa_type=Id, index=True)
    at: datetime = Field(sa_type=Moment)
    by: str
    changes: Any = Field(sa_type=Json)
    origin: str


class DraftRow(Stored, table=True):
    """A form that is not a record yet."""

    __tablename__ = "draft"

    id: UUID = Field(sa_type=Id, primary_key=True)
    kind: str
    record_id: UUID | None = Field(default=None, sa_type=Id)
    form: Any = Field(sa_type=Json)
    by: str = Field(index=True)
    at: datetime = Field(sa_type=Moment)


class SettingRow(Stored, table=True):
    """A named value of the laptop (account ``""``) or of one account on it."""

    __tablename__ = "setting"

    account: str = Field(default="", primary_key=True)
    name: str = Field(primary_key=True)
    value: Any = Field(default=None, sa_type=Json, nullable=True)


METADATA = Stored.metadata


def _table(row: type[Stored]) -> Table:
    return METADATA.tables[str(row.__tablename__)]


RECORDS: dict[Kind, Table] = {"signup": _table(SignupRow), "visit": _table(VisitRow)}
OUTBOX, VILLAGE, DELIVERY, RECEIPT = _table(OutboxRow), _table(VillageRow), _table(DeliveryRow), _table(ReceiptRow)
HISTORY, DRAFT, SETTING = _table(HistoryRow), _table(DraftRow), _table(SettingRow)

CONTENT: dict[Kind, dict[str, type]] = {"signup": {}, "visit": {}}
"""The content columns of each kind, and what a wire value must be to lie in one (anything else lies in ``extra``)."""


def _plain(column: Column[Any], annotation: object) -> type:
    """Give a content column the type of its wire form; what must be there is the domain's matter."""
    column.nullable = True
    if annotation is int:
        column.type = Integer()
        return int
    listed = str(annotation).startswith("list")
    column.type = Json() if listed else Text()
    return list if listed else str


def _shape(kind: Kind, row: type[SQLModel]) -> None:
    table = RECORDS[kind]
    for name in KINDS[kind].parsers:
        CONTENT[kind][name] = _plain(table.c[name], row.model_fields[name].annotation)
    for names in (("touched_at",), ("state", "touched_at"), ("village", "touched_at"), ("log",)):
        Index(f"{kind}_by_{'_'.join(names)}", *(table.c[name] for name in names))


_shape("signup", SignupRow)
_shape("visit", VisitRow)
for _name in ("nik", "phone", "recorded_at", "visit"):
    Index(f"signup_by_{_name}", RECORDS["signup"].c[_name])
for _name in ("held_on", "follow_up_due"):
    Index(f"visit_by_{_name}", RECORDS["visit"].c[_name])
for _row in METADATA.tables.values():
    for _column in _row.columns:
        if isinstance(getattr(_column.type, "impl", _column.type), String):
            _column.type = _column.type if isinstance(_column.type, Json | Moment) else Text()
