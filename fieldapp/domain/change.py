"""An edit as what it changes, field by field: old value and new value, in wire form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Fields = dict[str, Any]
"""A record's content in wire form: JSON values, absent and empty fields left out."""

Delta = dict[str, tuple[Any, Any]]
"""field → (old, new); None stands for an absent value."""

UNITS: tuple[frozenset[str], ...] = (
    frozenset({"village", "street", "hamlet", "rt", "rw"}),
    frozenset({"programmes", "pay_period"}),
    frozenset({"consent_version", "consent_at", "consent_how"}),
    frozenset({"starts", "ends"}),
)
"""Fields that make sense only together: who changes one of them has decided on all."""


def delta(before: Mapping[str, Any], after: Mapping[str, Any]) -> Delta:
    """What changed between two contents; a unit that is touched travels whole."""
    if before == after:
        return {}
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    for unit in UNITS:
        if changed & unit:
            changed |= unit & {*before, *after}
    return {name: (before.get(name), after.get(name)) for name in sorted(changed)}


def applied(fields: Mapping[str, Any], change: Mapping[str, tuple[Any, Any]]) -> Fields:
    """The content after a change."""
    result = {**fields, **{name: new for name, (_, new) in change.items()}}
    return {name: value for name, value in result.items() if value is not None} if None in result.values() else result


def joined(first: Delta, then: Delta) -> Delta:
    """Two successive changes as one; a field that returned to its old value is no longer a change."""
    both = {**then, **{name: (old, then.get(name, (None, new))[1]) for name, (old, new) in first.items()}}
    changed = {name for name, (old, new) in both.items() if old != new}
    for unit in UNITS:
        if changed & unit:
            changed |= unit & both.keys()
    return {name: both[name] for name in sorted(changed)}


def colliding(fields: Mapping[str, Any], change: Delta) -> set[str]:
    """The fields of ``change`` that ``fields`` holds neither as old nor as new; a unit collides whole.

    Empty means that the change can be applied to ``fields`` without overwriting anybody's value.
    """
    clashes: set[str] = set()
    grouped = [unit & change.keys() for unit in UNITS]
    alone = change.keys() - set().union(*grouped)
    for group in [*grouped, *({name} for name in alone)]:
        present = {name: fields.get(name) for name in group}
        if present not in ({n: change[n][0] for n in group}, {n: change[n][1] for n in group}):
            clashes |= {name for name in group if present[name] != change[name][1]}
    return clashes
