"""Type-ahead over many names: where a name, or a word in it, starts with what was typed."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))
_LAST = chr(0x10FFFF)


def fold(text: str) -> str:
    """The text without case, accents and punctuation, one space between words; lines stay lines."""
    plain = text.translate(_APOSTROPHES).casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r" *\n *", "\n", re.sub(r"[^a-z0-9\n]+", " ", plain)).strip(" ")


class WordStarts:
    """An index over names that sorts the words of one first letter when that letter is first asked for.

    Spaces inside a name do not count: ``sukamaju`` finds *Suka Maju* and the other way round.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = fold("\n".join(names))
        lengths = map(len, self._names.split("\n"))
        self._starts = array("I", accumulate((length + 1 for length in lengths), initial=0))
        self._letter = cache(self._sort)

    def names(self, text: str) -> list[int]:
        """Rows whose name starts with the folded ``text``, in alphabetical order."""
        return self._letter(text[:1])[0].starting(text.replace(" ", ""))

    def words(self, text: str) -> list[int]:
        """Rows in whose name a later word starts with the folded ``text``, in alphabetical order from there."""
        return self._letter(text[:1])[1].starting(text.replace(" ", ""))

    def _sort(self, letter: str) -> tuple[_Sorted, _Sorted]:
        first: list[tuple[str, int]] = []
        later: list[tuple[str, int]] = []
        for match in re.finditer(rf"\b{letter}", self._names):
            at = match.start()
            row = bisect_right(self._starts, at) - 1
            rest = self._names[at : self._starts[row + 1] - 1].replace(" ", "")
            (first if at == self._starts[row] else later).append((rest, row))
        return _Sorted(first), _Sorted(later)


class _Sorted:
    """Texts in order, and beside them the rows they stand for: half the memory of a list of pairs."""

    def __init__(self, entries: list[tuple[str, int]]) -> None:
        entries.sort()
        self._texts = [text for text, _ in entries]
        self._rows = array("I", (row for _, row in entries))

    def starting(self, text: str) -> list[int]:
        begin, end = bisect_left(self._texts, text), bisect_left(self._texts, text + _LAST)
        return self._rows[begin:end].tolist()
