"""Question and answer of one exchange, as strict values."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

PROTOCOL = 1
Kind = Literal["signup", "visit"]
Village = Annotated[str, Field(pattern=r"^\d{10}$")]
Version = Annotated[int, Field(ge=0)]


class Message(BaseModel):
    """A frozen part of the conversation; unknown keys are refused, content fields are free."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Create(Message):
    """A whole new record; the id of the change is the id of the record."""

    record: UUID
    kind: Kind
    village: Village
    by: str
    at: datetime
    fields: dict[str, Any]

    @property
    def change(self) -> UUID:
        return self.record


class Edit(Message):
    """field → (old, new) of a record that the laptop knew at ``version`` in the log of ``village``."""

    change: UUID
    record: UUID
    kind: Kind
    village: Village
    version: Version
    by: str
    at: datetime
    fields: dict[str, tuple[Any, Any]]


Change = Create | Edit


class Question(Message):
    """What a laptop says: changes to deliver (one a record at most) and how far it has read each village.

    ``limit`` bounds the rows of the answer; ``scope`` is the tag of the scope the laptop knows, or empty.
    """

    protocol: int = PROTOCOL
    device: str
    exchange: UUID
    creates: tuple[Create, ...] = ()
    edits: tuple[Edit, ...] = ()
    cursors: dict[Village, Version] = {}
    limit: int = Field(default=1000, ge=1, le=5000)
    scope: str = ""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Creates, then edits: the order of the verdicts."""
        return (*self.creates, *self.edits)


class Present(Message):
    """What the centre holds in a field that collided, who put it there and when."""

    value: Any = None
    by: str
    at: datetime


class Finding(Message):
    """A rule that a field breaks (see fieldapp.domain.problem)."""

    field: str
    code: str
    detail: dict[str, str | int] = {}


Reason = Literal["scope", "rule", "conflict", "exists", "reused", "missing", "locked"]


class Accepted(Message):
    """The change is in the log of ``village`` (the new one, if the record moved) at ``version``.

    ``merged`` says that somebody else's change came between: the record's row is in the same answer.
    """

    version: Version
    village: Village
    merged: bool = False


class Refused(Message):
    """The change is not taken, and why; ``present`` for conflicts, ``findings`` for rules."""

    reason: Reason
    findings: tuple[Finding, ...] = ()
    present: dict[str, Present] = {}


Verdict = Accepted | Refused


class Row(Message):
    """A record of a village log as it is at ``version``.

    ``moved`` names the village that the record went to; such a row has no fields.
    """

    kind: Kind
    record: UUID
    village: Village
    version: Version
    by: str
    at: datetime
    fields: dict[str, Any] = {}
    moved: Village | None = None


class Log(Message):
    """What the answer covers of one village: versions in (``since``, ``to``].

    ``count`` and ``digest`` (16 hex digits) are given when ``to`` is the log's end: the laptop's own must equal them.
    """

    since: Version
    to: Version
    count: int | None = None
    digest: str | None = None


class Scope(Message):
    """The subtrees of the region tree (codes of 2, 4, 6 or 10 digits) that this account may read and write."""

    tag: str
    areas: tuple[str, ...]


class Answer(Message):
    """What the centre says to one question; it answers every change, in order.

    ``receipt`` is the centre's Ed25519 signature (hex) over ``contract.receipt.statement`` of what it accepted.
    ``next_after`` is the number of seconds after which the centre expects the laptop again by itself.
    """

    protocol: int = PROTOCOL
    exchange: UUID
    time: datetime
    verdicts: tuple[Verdict, ...] = ()
    rows: tuple[Row, ...] = ()
    villages: dict[Village, Log] = {}
    scope: Scope | None = None
    more: bool = False
    next_after: int = Field(default=900, ge=0)
    receipt: str = ""
