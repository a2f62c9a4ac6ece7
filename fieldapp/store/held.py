"""A record between two parties: what the centre said last, and what waits on top of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from fieldapp.contract.messages import Kind, Refused, Row, Verdict
from fieldapp.domain.change import Delta, Fields, applied


@dataclass(frozen=True)
class Line:
    """A change that the centre has not accepted yet.

    ``create`` lines carry every field as (None, value); ``sent`` says that it has left at least once, so that its
    content is frozen; ``refusal`` is the centre's answer, until a person decides.
    """

    change: UUID
    delta: Delta
    create: bool = False
    sent: bool = False
    refusal: Refused | None = None


@dataclass(frozen=True)
class Held:
    """A record as the laptop holds it: ``base`` is the centre's content at ``version`` of the log of ``village``.

    Version 0 means that the centre's log of that village has not shown it yet.
    """

    village: str
    version: int = 0
    base: Fields = field(default_factory=dict)
    lines: tuple[Line, ...] = ()

    @cached_property
    def shown(self) -> Fields:
        """What the officer sees: the base and every waiting change on top of it."""
        content = self.base
        for line in self.lines:
            content = applied(content, line.delta)
        return content


@dataclass(frozen=True)
class News:
    """What one answer says about one record: the verdict on its change, if one was asked for, and its rows."""

    record: UUID
    kind: Kind
    change: UUID | None = None
    verdict: Verdict | None = None
    rows: tuple[Row, ...] = ()


Reconcile = Callable[[Held | None, News], Held | None]
"""How news change what is held; None: the record is not, or no longer, on this laptop."""
