"""Provinces, regencies, districts and villages by Kemendagri's codes: look-up, children, path and type-ahead."""

from __future__ import annotations

import lzma
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, islice
from typing import Literal

from fieldapp.domain.word_starts import WordStarts, fold
from fieldapp.resources import resource

Level = Literal["province", "regency", "district", "village"]
LEVELS: dict[int, Level] = {2: "province", 4: "regency", 6: "district", 10: "village"}
"""Digits of a code → what it names."""

_DESIGNATORS = frozenset({"desa", "kelurahan", "kel", "kecamatan", "kec", "kabupaten", "kab", "provinsi", "prov"})
_AFTER_DIGITS = ":"


@dataclass(frozen=True, slots=True)
class Region:
    """A row of the list with the names of what it lies in (empty where nothing lies between)."""

    code: str
    name: str
    district: str = ""
    regency: str = ""
    province: str = ""

    @property
    def level(self) -> Level:
        return LEVELS[len(self.code)]

    @property
    def where(self) -> str:
        """What tells it from others of the same name: ``Pamijahan, Kabupaten Bogor, Jawa Barat``."""
        return ", ".join(filter(None, (self.district, self.regency, self.province)))


class Regions:
    """The whole list in memory, in the order of the codes; the search index is built when first used."""

    def __init__(self, rows: Iterable[str]) -> None:
        """``rows`` are lines ``code,name`` sorted by code."""
        self._rows = list(rows)

    @staticmethod
    @cache
    def load() -> Regions:
        """The list that ships with the app, read once."""
        return Regions(lzma.decompress(resource("regions/regions.csv.xz").read_bytes()).decode().splitlines())

    def __len__(self) -> int:
        return len(self._rows)

    def known(self, code: str) -> bool:
        return self._row(code) is not None

    def get(self, code: str) -> Region | None:
        """The region, or None: codes of former districts stand on people's cards but not in the list."""
        row = self._row(code)
        return None if row is None else self._region(row)

    def name(self, code: str) -> str:
        """The name, or the code itself where the list does not know it."""
        row = self._row(code)
        return code if row is None else self._rows[row].partition(",")[2]

    def path(self, code: str) -> tuple[str, ...]:
        """The names from the province down to the code, as far as they are known."""
        codes = (code[:digits] for digits in LEVELS if digits <= len(code))
        return tuple(self.name(part) for part in codes if self.known(part))

    def children(self, code: str = "") -> tuple[Region, ...]:
        """What lies directly in the region, in the order of the codes; without a code the provinces."""
        digits = next((digits for digits in LEVELS if digits > len(code)), 0)
        return tuple(self._region(row) for row in self._under(code) if self._rows[row].find(",") == digits)

    def find(self, text: str, near: Iterable[str] = (), limit: int = 12) -> tuple[Region, ...]:
        """What the officer probably means by ``text``: parts of a name, of the places around it, or of a code.

        ``near`` are the area codes of the officer: what lies in them comes first, then villages before larger regions.
        """
        typed = fold(text)
        if (code := typed.replace(" ", "")).isdigit() and len(code) > 1:
            return tuple(map(self._region, islice(self._under(code), limit)))
        rows = self._matching(typed) or self._matching(_bare(typed))
        return tuple(map(self._region, islice(self._ranked(rows, near), limit)))

    def _matching(self, typed: str) -> list[int]:
        if not typed:
            return []
        rows = self._index.names(typed) + self._index.words(typed)
        if " " in typed:
            rows += self._across(typed.split())
        return list(dict.fromkeys(rows))

    def _across(self, words: list[str]) -> list[int]:
        """Rows that have one of the words in their own name and each of the others there or in what they lie in."""
        own = [{*self._index.names(word), *self._index.words(word)} for word in words]
        reach = [rows.union(*(self._inside(row) for row in rows & self._larger)) for rows in own]
        found = reach[0].intersection(*reach[1:]) & own[0].union(*own[1:])
        whole = found.intersection(*own)
        return [*sorted(whole), *sorted(found - whole & own[0]), *sorted(found - own[0])]

    def _ranked(self, rows: list[int], near: Iterable[str]) -> Iterator[int]:
        home = set(chain.from_iterable(map(self._under, near)))
        close = [row for row in rows if row in home] if home else []
        return chain(
            (row for row in close if row not in self._larger),
            (row for row in close if row in self._larger),
            (row for row in rows if row not in self._larger and row not in home),
            (row for row in rows if row in self._larger and row not in home),
        )

    @cached_property
    def _index(self) -> WordStarts:
        return WordStarts(row.partition(",")[2] for row in self._rows)

    @cached_property
    def _larger(self) -> frozenset[int]:
        return frozenset(row for row, line in enumerate(self._rows) if line.find(",") < max(LEVELS))

    def _row(self, code: str) -> int | None:
        row = bisect_left(self._rows, code + ",")
        return row if row < len(self._rows) and self._rows[row].startswith(code + ",") else None

    def _under(self, code: str) -> range:
        """The rows whose code starts with ``code``."""
        return range(bisect_left(self._rows, code), bisect_left(self._rows, code + _AFTER_DIGITS))

    def _inside(self, row: int) -> range:
        return self._under(self._rows[row].partition(",")[0])

    def _region(self, row: int) -> Region:
        code, _, name = self._rows[row].partition(",")
        around = (self.name(code[:digits]) if len(code) > digits else "" for digits in (6, 4, 2))
        return Region(code, name, *around)


def _bare(typed: str) -> str:
    """The words without *desa*, *kec.* and the like, which people write and most names leave out."""
    return " ".join(word for word in re.split(" +", typed) if word not in _DESIGNATORS)
