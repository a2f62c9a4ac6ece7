"""What a worker without an employer pays: quotes from dated bands and discounts, in whole Rupiah."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import groupby
from typing import Literal

from fieldapp.resources import resource

Part = Literal["jkk", "jkm", "jht"]
PROGRAMMES: dict[str, tuple[Part, ...]] = {"jkk_jkm": ("jkk", "jkm"), "jkk_jkm_jht": ("jkk", "jkm", "jht")}
"""What can be chosen → what is paid for: work accident, death, old-age savings."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row of the contribution table, in Rupiah a month; it holds from ``income_from`` to the next row."""

    valid_from: str
    income_from: int
    base: int
    jkk: int
    jkm: int
    jht: int


@dataclass(frozen=True, slots=True)
class Discount:
    """A multiplier on one part for one sector over contribution months ``YYYY-MM``, both ends included."""

    programme: str
    sector: str
    from_month: str
    to_month: str
    multiplier: Fraction
    excluded_payers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Line:
    """A run of months with the same amount; ``first`` and ``last`` are the first days of months."""

    first: date
    last: date
    months: int
    monthly: int
    total: int
    discounted: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """What to pay for a period, in Rupiah.

    ``base`` is the band's income base, ``parts`` what each part costs in the first month and ``monthly`` their sum.
    While the first month is discounted, ``discounted_until`` is the last month (its first day) of the same amount
    and ``later_monthly`` what a month costs after it; otherwise both are None.
    """

    lines: tuple[Line, ...]
    base: int
    parts: dict[Part, int]
    monthly: int
    total: int
    discounted_until: date | None
    later_monthly: int | None


@cache
def bands(month: str) -> tuple[Band, ...]:
    """The table in force in a month ``YYYY-MM``, by rising income; ValueError before the first one."""
    rows = [
        Band(row["valid_from"], *(int(row[name]) for name in ("income_from", "base", "jkk", "jkm", "jht")))
        for row in _rows("bands")
    ]
    latest = max(row.valid_from for row in rows if row.valid_from <= month)
    return tuple(sorted((row for row in rows if row.valid_from == latest), key=lambda row: row.income_from))


@cache
def discounts() -> tuple[Discount, ...]:
    """Every discount there is or was."""
    return tuple(
        Discount(
            row["programme"],
            row["sector"],
            row["from_month"],
            row["to_month"],
            Fraction(row["multiplier"]),
            frozenset(row["excluded_payers"].split()),
        )
        for row in _rows("discounts")
    )


def band(income: int, month: date) -> Band:
    """The last row whose ``income_from`` is not above the declared monthly income."""
    table = bands(_key(month))
    return table[max(bisect_right(table, income, key=lambda row: row.income_from) - 1, 0)]


def quote(  # noqa: PLR0917 - the six things a contribution depends on, in the order of the form
    programmes: str, income: int, transport: bool, payer: str, first_month: date, months: int
) -> Quote:
    """The contribution from ``first_month`` (any day in it) for 1 or more ``months``.

    ``programmes`` is a key of PROGRAMMES, ``income`` the declared one in Rupiah a month.
    """
    if months < 1:
        raise ValueError("months")
    worker = _Worker(PROGRAMMES[programmes], income, "transport" if transport else "other", payer)
    run = [_later(first_month, number) for number in range(months)]
    lines = tuple(_lines(worker, run))
    until, after = worker.until(run[0]) if lines[0].discounted else (None, None)
    return Quote(
        lines,
        band(income, run[0]).base,
        worker.parts(run[0]),
        lines[0].monthly,
        sum(line.total for line in lines),
        until,
        after,
    )


@dataclass(frozen=True, slots=True)
class _Worker:
    """Whom the rules are applied to."""

    chosen: tuple[Part, ...]
    income: int
    sector: str
    payer: str

    def parts(self, month: date) -> dict[Part, int]:
        """What each part costs in a month; a fraction of a Rupiah is dropped."""
        row = band(self.income, month)
        return {part: int(getattr(row, part) * self._multiplier(part, month)) for part in self.chosen}

    def monthly(self, month: date) -> int:
        return sum(self.parts(month).values())

    def discounted(self, month: date) -> bool:
        return any(self._multiplier(part, month) != 1 for part in self.chosen)

    def until(self, month: date) -> tuple[date, int]:
        """The last month of the discounted amount of ``month``, and the amount of the month after it."""
        monthly = self.monthly(month)
        while self.discounted(_later(month, 1)) and self.monthly(_later(month, 1)) == monthly:
            month = _later(month, 1)
        return month, self.monthly(_later(month, 1))

    def _multiplier(self, part: Part, month: date) -> Fraction:
        for row in discounts():
            if (row.programme, row.sector) == (part, self.sector) and row.from_month <= _key(month) <= row.to_month:
                return Fraction(1) if self.payer in row.excluded_payers else row.multiplier
        return Fraction(1)


def _lines(worker: _Worker, run: list[date]) -> Iterator[Line]:
    for (monthly, discounted), group in groupby(run, lambda month: (worker.monthly(month), worker.discounted(month))):
        same = list(group)
        yield Line(same[0], same[-1], len(same), monthly, monthly * len(same), discounted)


def _rows(name: str) -> list[dict[str, str]]:
    with resource(f"contributions/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _key(month: date) -> str:
    return f"{month:%Y-%m}"


def _later(month: date, number: int) -> date:
    """The first day of the month ``number`` months later."""
    years, index = divmod(month.month - 1 + number, 12)
    return date(month.year + years, index + 1, 1)
