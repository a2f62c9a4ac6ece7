"""What a kind of record is called on its page, and how its values are read aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.domain.region import Regions


@dataclass(frozen=True)
class Wording:
    """The words of one page; ``ask``, ``withdrawn`` have a gap for the ``{title}`` of a record.

    ``labels()`` names every field, ``said(name, value, regions)`` reads a value aloud, ``title(values)`` is what a
    person calls the record, or ``""``. What ``stays`` is carried into the next form of the pile.
    """

    page: str
    icon: str
    new: str
    nameless: str
    ask: str
    withdrawn: str
    search: str
    none: str
    first: str
    labels: Callable[[], dict[str, str]]
    said: Callable[[str, Any, Regions], str]
    title: Callable[[Mapping[str, Any]], str]
    stays: tuple[str, ...]
