"""The heirs of a sign-up: name, relation, and the birth date if it is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fieldapp.domain import dates
from fieldapp.domain.parsers import Parse, one_of, person, several
from fieldapp.domain.problem import Flaw, NotWhole, Problem

RELATIONS = ("husband", "wife", "child", "parent", "sibling", "other")
MOST = 20
Heir = dict[str, str]


def heirs(value: Any, on: date) -> list[Heir]:
    """Reads the heirs; rows left empty are dropped. Raises NotWhole with problems at ``0.name``, ``1.relation`` …"""
    rows = several(value)
    if len(rows) > MOST:
        raise Flaw("heirs.too_many", most=MOST)
    found: list[Heir] = []
    problems: list[Problem] = []
    for number, given in enumerate(rows):
        if not isinstance(given, Mapping):
            raise Flaw("heirs.unreadable")
        if any(str(part).strip() for part in given.values() if part is not None):
            heir, wrong = _heir(given, on)
            found.append(heir)
            problems += [Problem(f"{number}.{p.field}", p.code, p.detail) for p in wrong]
    if problems:
        raise NotWhole(problems)
    return found


def _heir(given: Mapping[str, Any], on: date) -> tuple[Heir, list[Problem]]:
    """One heir; parts that a newer app added stay."""
    heir = {name: part for name, part in given.items() if name not in _PARTS and part not in (None, "")}
    problems = []
    for name, parse in _PARTS.items():
        part = given.get(name)
        if part is None or not str(part).strip():
            if name in _REQUIRED:
                problems.append(Problem(name, f"heir.{name}.missing"))
            continue
        try:
            heir[name] = parse(part, on)
        except Flaw as flaw:
            problems.append(Problem(name, flaw.problem.code, flaw.problem.detail))
    return heir, problems


def _born(value: Any, on: date) -> str:
    return dates.birth(value, on).isoformat()


_PARTS: dict[str, Parse] = {"name": person, "relation": one_of(*RELATIONS), "birth_date": _born}
_REQUIRED = frozenset({"name", "relation"})
