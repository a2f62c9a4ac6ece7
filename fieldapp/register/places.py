"""Villages by the names that registers use, within the areas where this laptop may record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from fieldapp.domain.problem import Flaw
from fieldapp.domain.region import Regions
from fieldapp.register.grid import Cell, text
from fieldapp.register.headings import plain

KINDS = frozenset(("desa", "ds", "kelurahan", "kel", "kampung", "kp", "gampong", "gp", "nagari"))
ABBREVIATED = {"gn": "gunung", "gng": "gunung", "sk": "suka", "kr": "karang", "tj": "tanjung", "tg": "tanjung"}
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


class Villages:
    """The villages of some areas, found by name or code."""

    def __init__(self, regions: Regions, areas: Iterable[str]) -> None:
        self._areas = tuple(areas)
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for area in self._areas:
            for code in _villages(regions, area):
                self._named[_bare(regions.name(code))].add(code)

    def code(self, cell: Cell) -> str:
        """The ten digits of the village that a cell names; refused when unknown here or shared by several."""
        written = text(cell)
        digits = re.sub(r"[.\s]", "", written)
        if digits.isdecimal():
            if len(digits) == 10 and digits.startswith(self._areas):
                return digits
            raise Flaw("register.village_outside")
        codes = self._named.get(_bare(written), set())
        if len(codes) != 1:
            raise Flaw("register.village_shared" if codes else "register.village_unknown")
        return next(iter(codes))


def _villages(regions: Regions, area: str) -> Iterator[str]:
    if len(area) == 10:
        yield area
        return
    for below in regions.children(area):
        yield from _villages(regions, below.code)


def _bare(name: str) -> str:
    words = plain(name).split()
    if len(words) > 1 and words[0] in KINDS:
        words = words[1:]
    return "".join(ROMAN.get(word, ABBREVIATED.get(word, word)) for word in words)
