"""Lists of one type, spelt shortly: record ids, and places in village logs."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any
from uuid import UUID

from fieldapp.contract.limits import MAX_VILLAGES, Unreadable, at_most

RANDOM_BITS = 74
VERSION_7 = 0x7 << 76 | 0b10 << 62


def pack_ids(ids: Sequence[UUID]) -> list[Any]:
    """UUIDs of version 7 as steps of time and 74 random bits each; others as their 16 bytes."""
    if not all(one.int == _version_7(one.int >> 80, _random(one.int)) for one in ids):
        return [base64.b64encode(b"".join(one.bytes for one in ids)).decode()]
    stamps = [one.int >> 80 for one in ids]
    steps = [stamp - before for before, stamp in zip([0, *stamps], stamps, strict=False)]
    joined = 0
    for one in reversed(ids):
        joined = joined << RANDOM_BITS | _random(one.int)
    bits = joined.to_bytes((RANDOM_BITS * len(ids) + 7) // 8, "little")
    return [base64.b64encode(bits).decode(), steps]


def unpack_ids(packed: Sequence[Any]) -> list[UUID]:
    """The ids of pack_ids."""
    bits = base64.b64decode(packed[0], validate=True)
    if len(packed) == 1:
        return [UUID(bytes=bits[at : at + 16]) for at in range(0, len(bits), 16)]
    stamps = list(accumulate(whole_number(step) for step in packed[1]))
    if len(bits) != (RANDOM_BITS * len(stamps) + 7) // 8:
        raise Unreadable("wire.column")
    return [UUID(int=_version_7(stamp, _cut(bits, place))) for place, stamp in enumerate(stamps)]


def pack_places(places: Iterable[tuple[str, int]]) -> list[Any]:
    """Villages and versions: codes once, then each place's village and its step beyond the log's next number."""
    codes: dict[str, int] = {}
    ends: dict[str, int] = {}
    which: list[int] = []
    steps: list[int] = []
    for village, version in places:
        which.append(codes.setdefault(village, len(codes)))
        steps.append(version - ends.get(village, 0) - 1)
        ends[village] = version
    return [list(codes), which, steps]


def unpack_places(packed: Sequence[Any]) -> list[tuple[str, int]]:
    """The villages and versions of pack_places."""
    codes, which, steps = packed
    at_most(len(codes), MAX_VILLAGES)
    ends: dict[int, int] = {}
    places: list[tuple[str, int]] = []
    for village, step in zip(which, steps, strict=True):
        at_most(whole_number(village), len(codes) - 1)
        ends[village] = ends.get(village, 0) + 1 + whole_number(step)
        places.append((codes[village], ends[village]))
    return places


def pack_villages(values: Mapping[str, Any]) -> list[Any]:
    """Values by village code, the codes as steps."""
    codes = sorted(values)
    numbers = [int(code) for code in codes]
    return [[n - before for before, n in zip([0, *numbers], numbers, strict=False)], [values[code] for code in codes]]


def unpack_villages(packed: Sequence[Any]) -> dict[str, Any]:
    """The values by village code of pack_villages."""
    steps, values = packed
    at_most(len(steps), MAX_VILLAGES)
    codes = [f"{code:010}" for code in accumulate(whole_number(step) for step in steps)]
    return dict(zip(codes, values, strict=True))


def whole_number(value: Any) -> int:
    """The value, if it is an integer of a size that numbers of ours have."""
    if type(value) is not int or abs(value) > 1 << 62:
        raise Unreadable("wire.column")
    return value


def _random(value: int) -> int:
    """The 74 random bits of a UUID of version 7: 12 above the variant, 62 below."""
    return (value >> 64 & 0xFFF) << 62 | value & (1 << 62) - 1


def _version_7(stamp: int, random: int) -> int:
    return stamp << 80 | VERSION_7 | random >> 62 << 64 | random & (1 << 62) - 1


def _cut(bits: bytes, place: int) -> int:
    first, shift = divmod(place * RANDOM_BITS, 8)
    chunk = int.from_bytes(bits[first : first + 11], "little")
    return chunk >> shift & (1 << RANDOM_BITS) - 1
