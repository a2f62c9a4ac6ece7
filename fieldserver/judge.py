"""Decides one change, given what the centre holds and who asks; touches nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fieldapp.contract.digest import content_hash
from fieldapp.contract.messages import Change, Create, Edit, Finding, Kind, Present, Refused
from fieldapp.domain.change import Fields, applied, colliding
from fieldapp.domain.kinds import AnyRecord, record_of
from fieldapp.domain.problem import NotWhole

RESERVED = frozenset({"id", "extra"})
"""Names of a record's own that no content has."""
NO_FIELD = frozenset({bool, float})
"""JSON types that no field is of."""

Touched = dict[str, list[str]]
"""field → [by, at]; the empty name stands for whoever created the record."""


@dataclass(frozen=True)
class Sender:
    """Who delivers, from which laptop, and the subtrees of the region tree that this account works in."""

    account: str
    device: str
    areas: tuple[str, ...]

    def may(self, village: str) -> bool:
        """Whether the village lies in one of the areas."""
        return village.startswith(self.areas)


@dataclass(frozen=True)
class Standing:
    """A record as the centre holds it."""

    kind: Kind
    village: str
    version: int
    fields: Fields
    content: bytes
    touched: Touched


@dataclass(frozen=True)
class Taken:
    """An accepted change: the record that it leaves, and whether somebody else's change came between."""

    record: AnyRecord
    content: bytes
    touched: Touched
    merged: bool = False


@dataclass(frozen=True)
class Remembered:
    """What was decided before about a change of this id; ``judged`` is the hash of what was decided on."""

    judged: bytes
    refusal: Refused | None


def judge(change: Change, content: bytes, standing: Standing | None, sender: Sender) -> Taken | Refused:
    """Whether the change is taken, and as what; ``content`` is the content hash of what a create brings."""
    if change.by != sender.account or not sender.may(change.village):
        return Refused(reason="scope")
    return _create(change, content) if isinstance(change, Create) else _edit(change, standing, sender)


def again(change: Change, judged: bytes, remembered: Remembered) -> Refused | None:
    """What a known change id comes to with other content; None: decide anew, nothing had come of it."""
    if judged == remembered.judged:
        return remembered.refusal
    return None if remembered.refusal else Refused(reason="exists" if isinstance(change, Create) else "reused")


def what(change: Change, content: bytes) -> bytes:
    """The hash of all that a decision rests on; ``content`` is the content hash of what a create brings."""
    head = f"{change.kind} {change.village} {change.record.hex} {change.at.isoformat()} {change.by} "
    if isinstance(change, Edit):
        edited = [change.version, change.change.hex, {name: list(both) for name, both in change.fields.items()}]
        content = json.dumps(edited, sort_keys=True).encode()
    return hashlib.sha256(head.encode() + content).digest()


def _create(create: Create, content: bytes) -> Taken | Refused:
    if create.fields.get("village") != create.village:
        return Refused(reason="rule", findings=(Finding(field="village", code="value.form"),))
    made = _whole(create.kind, create.fields, create.record)
    if isinstance(made, Refused):
        return made
    return Taken(made, content, {"": [create.by, create.at.isoformat()]})


def _edit(edit: Edit, standing: Standing | None, sender: Sender) -> Taken | Refused:
    if standing is None or standing.kind != edit.kind:
        return Refused(reason="missing")
    if not sender.may(standing.village):
        return Refused(reason="scope")
    if clashes := colliding(standing.fields, edit.fields):
        return Refused(reason="conflict", present=_present(standing, clashes))
    fields = applied(standing.fields, edit.fields)
    if not sender.may(str(fields.get("village"))):
        return Refused(reason="scope")
    made = _whole(edit.kind, fields, edit.record)
    if isinstance(made, Refused):
        return made
    changed = [name for name, (_, new) in edit.fields.items() if standing.fields.get(name) != new]
    touched = {**standing.touched, **{name: [edit.by, edit.at.isoformat()] for name in changed}}
    merged = edit.version != standing.version or edit.village != standing.village
    return Taken(made, content_hash(fields), touched, merged)


def _whole(kind: Kind, fields: Mapping[str, Any], record: UUID) -> AnyRecord | Refused:
    """The record that the content makes; types that no field has are refused before the rules look at them."""
    if not RESERVED.isdisjoint(fields) or not NO_FIELD.isdisjoint(map(type, fields.values())):
        odd = [name for name, value in fields.items() if name in RESERVED or type(value) in NO_FIELD]
        return Refused(reason="rule", findings=tuple(Finding(field=name, code="value.form") for name in odd))
    try:
        return record_of(kind, fields, record)
    except NotWhole as broken:
        findings = (Finding(field=p.field, code=p.code, detail=p.detail) for p in broken.problems)
        return Refused(reason="rule", findings=tuple(findings))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return Refused(reason="rule", findings=(Finding(field="", code="value.form"),))


def _present(standing: Standing, names: set[str]) -> dict[str, Present]:
    """What stands in the fields, who put it there and when."""
    found = {}
    for name in sorted(names):
        by, at = standing.touched.get(name, standing.touched[""])
        found[name] = Present.model_validate({"value": standing.fields.get(name), "by": by, "at": at})
    return found
