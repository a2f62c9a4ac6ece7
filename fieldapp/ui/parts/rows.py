"""Rows that are read in blocks as they come into sight, so that 200,000 of them cost nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

R = TypeVar("R")
BLOCK = 100


class Rows(Generic[R]):
    """A sequence whose blocks are fetched once each: ``Rows(total, lambda offset, limit: …)``."""

    def __init__(self, total: int = 0, fetch: Callable[[int, int], Sequence[R]] | None = None) -> None:
        self.total = total
        self._fetch = fetch
        self._blocks: dict[int, Sequence[R]] = {}

    @classmethod
    def of(cls, rows: Sequence[R]) -> Rows[R]:
        """Rows that are all at hand."""
        return cls(len(rows), lambda offset, limit: rows[offset : offset + limit])

    def __len__(self) -> int:
        return self.total

    def __getitem__(self, number: int) -> R | None:
        block, place = divmod(number, BLOCK)
        if block not in self._blocks:
            self._blocks[block] = self._fetch(block * BLOCK, BLOCK) if self._fetch else ()
        found = self._blocks[block]
        return found[place] if place < len(found) else None
