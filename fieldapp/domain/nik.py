"""The resident number (NIK): sixteen digits PPKKCC DDMMYY NNNN, women with day + 40, no check digit.

The place is that of the first registration: it never changes on moving, and many district codes in it no longer
exist. Only what cannot be on any card is an error here; everything else is a hint (Permendagri 109/2019).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fieldapp.domain.problem import Flaw

Sex = Literal["male", "female"]

PROVINCES = frozenset(
    {*map(str, range(11, 20)), "21", *map(str, range(31, 37)), *map(str, range(51, 55)), *map(str, range(61, 66))}
    | {*map(str, range(71, 77)), "81", "82", *map(str, range(91, 97))}
)
"""Province digits in use; 54 is the former East Timor, still on some cards."""

_SEPARATORS = re.compile(r"[\s.\-/]+")


@dataclass(frozen=True)
class Nik:
    """A number that can be on a card; ``births`` are the dates it may mean, oldest first."""

    digits: str

    @property
    def province(self) -> str:
        return self.digits[:2]

    @property
    def regency(self) -> str:
        return self.digits[:4]

    @property
    def district(self) -> str:
        return self.digits[:6]

    @property
    def sex(self) -> Sex:
        return "female" if int(self.digits[6:8]) > 40 else "male"

    @property
    def serial(self) -> str:
        return self.digits[12:]

    def births(self, on: date) -> tuple[date, ...]:
        """The birth dates of people alive on ``on`` (at most 110 years old) that the number may mean."""
        day, month, year = _day(self.digits), int(self.digits[8:10]), int(self.digits[10:12])
        found = []
        for full in (1900 + year, 2000 + year):
            if on.year - 110 <= full <= on.year and day <= calendar.monthrange(full, month)[1]:
                born = date(full, month, day)
                if born <= on:
                    found.append(born)
        return tuple(found)


def parse(text: str) -> Nik:
    """The number in a typed or pasted text.

    Raises Flaw with ``nik.length``, ``nik.letters``, ``nik.province``, ``nik.date`` or ``nik.serial``.
    """
    digits = text if text.isdecimal() else _SEPARATORS.sub("", text)
    if not digits.isascii() or not digits.isdigit():
        raise Flaw("nik.letters")
    if len(digits) != 16:
        raise Flaw("nik.length", digits=len(digits))
    if digits[:2] not in PROVINCES:
        raise Flaw("nik.province", province=digits[:2])
    if not _possible(digits):
        raise Flaw("nik.date")
    if digits[12:] == "0000":
        raise Flaw("nik.serial")
    return Nik(digits)


def grouped(digits: str) -> str:
    """As it is typed and read aloud: ``32 01 17 170485 9012``; a part of a number is grouped as far as it goes."""
    cuts = [digits[0:2], digits[2:4], digits[4:6], digits[6:12], digits[12:16]]
    return " ".join(cut for cut in cuts if cut)


def masked(digits: str) -> str:
    """For places where others may look: ``320117******9012``."""
    return digits[:6] + "*" * max(0, len(digits) - 10) + digits[-4:] if len(digits) == 16 else "*" * len(digits)


def _day(digits: str) -> int:
    day = int(digits[6:8])
    return day - 40 if day > 40 else day


def _possible(digits: str) -> bool:
    day, month, year = _day(digits), int(digits[8:10]), int(digits[10:12])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return False
    return day <= 28 or any(day <= calendar.monthrange(century + year, month)[1] for century in (1900, 2000))
