"""Dates and times as officers write and read them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from fieldapp.domain.problem import Flaw

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
SHORT = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
_ALSO = {"agt": 8, "ags": 8, "agst": 8, "agus": 8, "aug": 8, "sept": 9, "may": 5, "peb": 2, "pebruari": 2}
_OLD = {"nop": 11, "nopember": 11, "oct": 10, "dec": 12}
_NAMES = {name.lower(): number for names in (MONTHS, SHORT) for number, name in enumerate(names, 1)}
_NAMED = {**_NAMES, **_ALSO, **_OLD}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[\s./\-]+(\d{1,2})[\s./\-]+(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})[\s./\-]*([A-Za-z]{3,9})\.?[\s./\-]*(\d{4}|\d{2})")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
OLDEST = 110


def birth(value: Any, on: date) -> date:
    """A birth date from ``170885``, ``17-8-85``, ``17/08/1985``, ``17 agt 1985`` or ISO.

    Of a two-digit year only the century that makes a living person counts; where both do, Flaw ``date.ambiguous``
    names both years. Also raises ``date.unreadable``, ``date.no_such_day`` and ``date.future``.
    """
    if (spelt := _iso(value)) is not None and spelt <= on:
        return spelt
    day, month, years = _parts(value)
    days = [found for year in years for found in _exists(year, month, day)] or [_whole(years[0], month, day)]
    alive = [born for born in days if born <= on and (len(years) == 1 or on.year - born.year <= OLDEST)]
    if not alive:
        raise Flaw("date.future")
    if len(alive) > 1:
        raise Flaw("date.ambiguous", first=alive[0].year, second=alive[1].year)
    return alive[0]


def recent(value: Any, on: date) -> date:
    """The date of something that happened or is planned about now; a two-digit year is of this century."""
    day, month, years = _parts(value)
    return _whole(years[-1], month, day)


def time(value: Any) -> str:
    """``09:30`` from ``9.30``, ``0930``, ``9``."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*", str(value))
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Flaw("time.unreadable")
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def instant(value: Any) -> datetime:
    """A moment with its zone, in UTC with whole seconds."""
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        raise Flaw("date.unreadable") from None
    if moment.tzinfo is None or not 1900 <= moment.year <= 2200:
        raise Flaw("date.unreadable")
    if moment.tzinfo is UTC and not moment.microsecond:
        return moment
    return moment.astimezone(UTC).replace(microsecond=0)


def shown(day: date) -> str:
    """``17 April 1985``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    """``17 Apr``."""
    return f"{day.day} {SHORT[day.month - 1]}"


def month(day: date) -> str:
    """``April 1985``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """``Rabu``."""
    return WEEKDAYS[day.weekday()]


def age(born: date, on: date) -> int:
    """Full years on that day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _iso(value: Any) -> date | None:
    """The day as it travels, ``1985-08-17``; None for whatever is written otherwise."""
    if not isinstance(value, str) or len(value) != 10 or value[4] != "-" or value[7] != "-":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _parts(value: Any) -> tuple[int, int, list[int]]:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.day, value.month, [value.year]
    text = str(value).strip()
    if found := _ISO.fullmatch(text):
        return int(found[3]), int(found[2]), [int(found[1])]
    if found := _FIGURES.fullmatch(text) or _RUN.fullmatch(text):
        return int(found[1]), int(found[2]), _years(found[3])
    if (found := _WORDS.fullmatch(text)) and found[2].lower() in _NAMED:
        return int(found[1]), _NAMED[found[2].lower()], _years(found[3])
    raise Flaw("date.unreadable")


def _years(text: str) -> list[int]:
    return [int(text)] if len(text) == 4 else [1900 + int(text), 2000 + int(text)]


def _exists(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)]
    except ValueError:
        return []


def _whole(year: int, month: int, day: int) -> date:
    found = _exists(year, month, day)
    if found:
        return found[0]
    if 1 <= month <= 12 and 1 <= day <= 31:
        raise Flaw("date.no_such_day", day=day, month=MONTHS[month - 1])
    raise Flaw("date.unreadable")
