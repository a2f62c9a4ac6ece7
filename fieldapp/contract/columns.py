"""Rows with the same keys as columns, each in the shortest of a few spellings.

A packed column is a list whose first item names the spelling:

| `["c", value]` | the same value in every row |
| `["=", name]` | the same as a column that the receiver has already |
| `["s", text]` | texts joined by `|`; an empty one stands for an absent value |
| `["t", suffix, unit, numbers]` | ISO times as differences to the row's own time |
| `["?", gaps, column]` | a column of which most values are absent: where they stand, and the values alone |
| `["v", values]` | the values, JSON as they are |

Nothing is guessed: what does not survive the way back exactly travels as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any, Final

from fieldapp.contract.limits import MAX_COLUMNS, Unreadable, at_most
from fieldapp.contract.lists import whole_number

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = 1_000_000
Known = Mapping[str, Sequence[Any]]


class Absent:
    """A row that does not have this column."""


ABSENT: Final = Absent()


def pack_table(rows: Sequence[Mapping[str, Any]], known: Known, times: Sequence[int]) -> dict[str, Any]:
    """Contents as columns; ``known`` columns and the rows' ``times`` are at the receiver already."""
    names = sorted({name for row in rows for name in row})
    return {name: pack([row.get(name, ABSENT) for row in rows], known, times) for name in names}


def unpack_table(packed: Mapping[str, Any], known: Known, times: Sequence[int]) -> list[dict[str, Any]]:
    """The contents of as many rows as there are times."""
    rows: list[dict[str, Any]] = [{} for _ in times]
    at_most(len(packed), MAX_COLUMNS)
    for name, column in packed.items():
        for row, value in zip(rows, unpack(column, known, times), strict=True):
            if value is not ABSENT:
                row[name] = value
    return rows


def pack(values: Sequence[Any], known: Known, times: Sequence[int]) -> list[Any]:
    """One column; ``values`` may be ABSENT in places, and has a value somewhere."""
    missing = values.count(ABSENT)
    if missing > len(values) - missing or (missing and None in values):
        there = [place for place, value in enumerate(values) if value is not ABSENT]
        gaps = [place - before for before, place in zip([0, *there], there, strict=False)]
        chosen = {name: [column[place] for place in there] for name, column in known.items()}
        return ["?", gaps, pack([values[place] for place in there], chosen, [times[place] for place in there])]
    if not missing and all(_same(value, values[0]) for value in values):
        return ["c", values[0]]
    if (texts := _texts(values, known, times)) is not None:
        return texts
    if missing:
        return ["v", [None if value is ABSENT else value for value in values], 1]
    return ["v", list(values)]


def unpack(packed: Sequence[Any], known: Known, times: Sequence[int]) -> list[Any]:
    """The values of a column of as many rows as there are times."""
    match packed:
        case ["c", value]:
            return [value] * len(times)
        case ["=", str(name)]:
            return list(known[name])
        case ["s", str(text)]:
            return [value or ABSENT for value in text.split("|")]
        case ["t", str(suffix), int(unit), list(numbers)]:
            return [
                moment_text(time + whole_number(number) * unit, suffix)
                for number, time in zip(numbers, times, strict=True)
            ]
        case ["?", list(gaps), list(inner)]:
            return _spread(gaps, inner, known, times)
        case ["v", list(values), *missing]:
            return [ABSENT if value is None else value for value in values] if missing else values
    raise Unreadable("wire.column")


def microseconds(at: datetime) -> int:
    """A moment as microseconds since 1970."""
    return (at - EPOCH) // timedelta(microseconds=1)


def moment(number: int) -> datetime:
    """The moment of so many microseconds."""
    return EPOCH + timedelta(microseconds=number)


def moment_text(number: int, suffix: str) -> str:
    """The moment in ISO 8601, its UTC offset spelt as ``suffix``."""
    return moment(number).replace(tzinfo=None).isoformat() + suffix


def pack_numbers(numbers: Sequence[int]) -> list[int]:
    """Numbers as differences, in seconds where all of them are whole: unit, then the first, then the steps."""
    unit = SECOND if all(number % SECOND == 0 for number in numbers) else 1
    scaled = [number // unit for number in numbers]
    return [unit, *(number - before for before, number in zip([0, *scaled], scaled, strict=False))]


def unpack_numbers(packed: Sequence[Any]) -> list[int]:
    """The numbers of pack_numbers."""
    unit, *steps = (whole_number(number) for number in packed)
    return [number * unit for number in accumulate(steps)]


def _spread(gaps: list[Any], inner: list[Any], known: Known, times: Sequence[int]) -> list[Any]:
    there = list(accumulate(whole_number(gap) for gap in gaps))
    climbing = bool(there) and there[0] >= 0 and min(gaps[1:], default=1) > 0 and there[-1] < len(times)
    if not climbing or inner[:1] == ["?"]:
        raise Unreadable("wire.column")
    chosen = {name: [column[place] for place in there] for name, column in known.items()}
    values: list[Any] = [ABSENT] * len(times)
    found = unpack(inner, chosen, [times[place] for place in there])
    for place, value in zip(there, found, strict=True):
        values[place] = value
    return values


def _same(one: Any, other: Any) -> bool:
    """Equal in JSON, where true is not 1 and 1 is not 1.0."""
    if type(one) is not type(other):
        return False
    return bool(one == other) if isinstance(one, (str, int)) else json.dumps(one) == json.dumps(other)


def _texts(values: Sequence[Any], known: Known, times: Sequence[int]) -> list[Any] | None:
    """The short spellings of texts; None if there are other values among them, or texts that no spelling takes."""
    texts = [value for value in values if value is not ABSENT]
    if {*map(type, texts)} != {str}:
        return None
    if len(texts) == len(values):
        for name, column in known.items():
            if texts == list(column):
                return ["=", name]
        if (moments := _moments(texts, times)) is not None:
            return moments
    joined = "|".join("" if value is ABSENT else value for value in values)
    return ["s", joined] if "" not in texts and joined.count("|") == len(values) - 1 else None


def _moments(values: Sequence[str], times: Sequence[int]) -> list[Any] | None:
    """ISO times as differences to the rows' own; None unless every one comes back letter by letter."""
    suffix = values[0][19:].lstrip(".0123456789") if values[0][10:11] == "T" else ""
    if suffix not in ("Z", "+00:00"):
        return None
    try:
        numbers = [microseconds(datetime.fromisoformat(value)) for value in values]
    except (ValueError, TypeError):
        return None
    if any(moment_text(number, suffix) != value for number, value in zip(numbers, values, strict=True)):
        return None
    differences = [number - time for number, time in zip(numbers, times, strict=True)]
    unit = SECOND if all(difference % SECOND == 0 for difference in differences) else 1
    return ["t", suffix, unit, [difference // unit for difference in differences]]
