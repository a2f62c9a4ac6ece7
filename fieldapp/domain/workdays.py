"""Working days, Monday to Friday; public holidays are not counted out, since a decree moves them every year."""

from __future__ import annotations

from datetime import date, timedelta

REPORT_WITHIN = 7
"""Working days after a visit within which its report is due."""


def after(day: date, count: int) -> date:
    """The working day that is ``count`` working days after ``day``."""
    found = day
    while count:
        found += timedelta(days=1)
        count -= _works(found)
    return found


def between(first: date, last: date) -> int:
    """How many working days from ``first`` (not counted) to ``last`` (counted); negative when ``last`` lies before."""
    if last < first:
        return -between(last, first)
    return sum(_works(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))


def report_due(held_on: date) -> date:
    """The last day for the report of a visit held on that day."""
    return after(held_on, REPORT_WITHIN)


def _works(day: date) -> bool:
    return day.weekday() < 5
