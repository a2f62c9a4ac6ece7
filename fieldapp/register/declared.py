"""What a person declares for a whole file, typed in the same words as in a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fieldapp.domain.problem import Flaw, NotWhole, Problem
from fieldapp.domain.region import Regions
from fieldapp.register.places import Villages
from fieldapp.register.rows import MENDERS


def defaults(given: Mapping[str, str | None]) -> dict[str, Any]:
    """Values for lines that have none; raises NotWhole with every one that cannot be read."""
    values: dict[str, Any] = {}
    problems = []
    for field, words in given.items():
        try:
            if words:
                values[field] = MENDERS[field](words)
        except Flaw as flaw:
            problems.append(Problem(field, flaw.problem.code, flaw.problem.detail))
    if problems:
        raise NotWhole(problems)
    return values


def village(words: str, areas: Iterable[str]) -> str:
    """The code of a village named in words, within the areas; raises Flaw."""
    return Villages(Regions.load(), areas).code(words)
