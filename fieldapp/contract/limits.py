"""How large anything that came over the wire may be."""

from __future__ import annotations

from typing import Any

MAX_PACKED = 4 << 20
"""Bytes of one packed question or answer."""

MAX_UNPACKED = 24 << 20
"""Bytes of the same after inflating; what claims or turns out to be more is refused."""

MAX_CHANGES = 2_000
MAX_ROWS = 7_000
MAX_VILLAGES = 20_000
MAX_COLUMNS = 256
MAX_DEPTH = 16


class Unreadable(ValueError):  # noqa: N818 - a state of the bytes; its catcher decides what failed
    """Bytes that are not a whole message of ours; ``code`` says why and never quotes them."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def at_most(found: int, limit: int) -> int:
    """``found``, if it is within the limit."""
    if not 0 <= found <= limit:
        raise Unreadable("wire.too_many")
    return found


def shallow(value: Any) -> None:
    """Refuse what is nested deeper than any message of ours."""
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            if isinstance(outer, (list, dict))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (list, dict))
        ]
        if not level:
            return
    raise Unreadable("wire.too_deep")


def storable(value: Any) -> None:
    """Refuse texts that no database and no UTF-8 can hold: the character NUL, and halves of a surrogate pair."""
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
            raise Unreadable("wire.text")
    elif isinstance(value, dict):
        storable(list(value))
        storable(list(value.values()))
    elif isinstance(value, list):
        for inner in value:
            storable(inner)
