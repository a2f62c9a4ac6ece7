"""The kinds of record, by their names on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fieldapp.domain.signup import Signup
from fieldapp.domain.visit import Visit

AnyRecord = Signup | Visit
KINDS: dict[str, type[Signup] | type[Visit]] = {"signup": Signup, "visit": Visit}


def record_of(kind: str, fields: Mapping[str, Any], record: UUID) -> AnyRecord:
    """A record from wire content, by all the rules of its kind; raises NotWhole."""
    return KINDS[kind].judged(fields, record)


def restored(kind: str, fields: Mapping[str, Any], record: UUID) -> AnyRecord:
    """A record from content that was judged before."""
    return KINDS[kind].restored(fields, record)
