"""The tables of the centre; every key of a log begins with the village, so that a village can live on any node."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, LargeBinary, Table, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from fieldapp.domain.signup import SignupFields
from fieldapp.domain.visit import VisitFields


class Row(SQLModel, registry=registry()):
    """What every table of the centre is; they share one registry of their own."""


class LogColumns(SQLModel):
    """Where a record stands in the log of its village, and who touched which field last.

    ``touched`` is field → [by, at]; the empty name stands for whoever created the record.
    ``content`` is the content hash.
    """

    village: str = Field(primary_key=True, max_length=10)
    id: UUID = Field(primary_key=True, index=True)
    version: int
    by: str
    at: datetime
    content: bytes = Field(sa_type=LargeBinary)
    touched: dict[str, Any] = Field(sa_type=JSON)
    extra: dict[str, Any] = Field(sa_type=JSON)


class SignupRow(LogColumns, SignupFields, Row, table=True):
    """A sign-up as it stands now."""

    __tablename__ = "signup"
    __table_args__ = (UniqueConstraint("village", "version", name="signup_version"),)

    monthly_income: int = Field(sa_type=BigInteger)


class VisitRow(LogColumns, VisitFields, Row, table=True):
    """A visit as it stands now."""

    __tablename__ = "visit"
    __table_args__ = (UniqueConstraint("village", "version", name="visit_version"),)


class MovedRow(Row, table=True):
    """A record that left this village's log for another one's."""

    __tablename__ = "moved"
    __table_args__ = (UniqueConstraint("village", "version", name="moved_version"),)

    village: str = Field(primary_key=True, max_length=10)
    id: UUID = Field(primary_key=True, index=True)
    kind: str
    version: int
    by: str
    at: datetime
    to: str


class VillageRow(Row, table=True):
    """A village's log: its last version, and the proof over what lives in it."""

    __tablename__ = "village"

    code: str = Field(primary_key=True, max_length=10)
    version: int = 0
    count: int = 0
    digest: str = "0" * 16


class ChangeRow(Row, table=True):
    """What was decided about a change, and the hash of what was judged.

    Accepted: ``version``, ``log``, ``merged``, and the hash of the content it left. Refused: ``refusal``.
    """

    __tablename__ = "change"

    village: str = Field(primary_key=True, max_length=10)
    id: UUID = Field(primary_key=True, index=True)
    judged: bytes = Field(sa_type=LargeBinary)
    version: int | None = None
    log: str | None = None
    merged: bool = False
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    refusal: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class AccountRow(Row, table=True):
    """A person who records or reviews; ``areas`` are the codes of the subtrees that the person works in."""

    __tablename__ = "account"

    id: str = Field(primary_key=True)
    name: str
    role: str
    areas: list[str] = Field(sa_type=JSON)
    made_at: datetime
    revoked_at: datetime | None = None


class DeviceRow(Row, table=True):
    """A laptop that was enrolled."""

    __tablename__ = "device"

    id: str = Field(primary_key=True)
    made_at: datetime


class TokenRow(Row, table=True):
    """What a laptop shows when it delivers for an account; only its hash is kept."""

    __tablename__ = "token"

    id: str = Field(primary_key=True)
    hash: bytes = Field(sa_type=LargeBinary, unique=True)
    account: str = Field(foreign_key="account.id")
    device: str = Field(foreign_key="device.id")
    made_at: datetime
    revoked_at: datetime | None = None


def table(row: type[Row]) -> Table:
    """The table behind a row class, for statements over many rows."""
    found: Table = row.metadata.tables[str(row.__tablename__)]
    return found


SIGNUP, VISIT, MOVED = table(SignupRow), table(VisitRow), table(MovedRow)
VILLAGE, CHANGE = table(VillageRow), table(ChangeRow)
ACCOUNT, DEVICE, TOKEN = table(AccountRow), table(DeviceRow), table(TokenRow)
RECORDS = {"signup": SIGNUP, "visit": VISIT}
