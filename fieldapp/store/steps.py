"""A record from what it was to what it is, and whose doing that was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal
from uuid import UUID

from fieldapp.domain.change import Delta, delta
from fieldapp.store.held import Held

Origin = Literal["here", "centre"]
State = Literal["draft", "queued", "sending", "delivered", "needs_revision"]


@dataclass(frozen=True)
class Step:
    """One record before and after; None before: new here, None after: no longer here.

    ``receipt`` is the change that the centre signed for with it.
    """

    record: UUID
    before: Held | None
    after: Held | None
    by: str
    at: datetime
    origin: Origin
    receipt: UUID | None = None

    @cached_property
    def shown(self) -> Delta:
        """What the step changes in what the officer sees; nothing if the record is new or gone."""
        if self.before is None or self.after is None:
            return {}
        return delta(self.before.shown, self.after.shown)


def state_of(held: Held, on_its_way: bool) -> State:
    """Where a record stands on its way to the centre."""
    if any(line.refusal for line in held.lines):
        return "needs_revision"
    if held.lines:
        return "sending" if on_its_way else "queued"
    return "delivered"
