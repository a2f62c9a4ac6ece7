"""Readers of single values, typed or in wire form; the same reader serves the form, the laptop and the centre."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from fieldapp.domain.dates import instant
from fieldapp.domain.problem import Flaw

Parse = Callable[[Any, date], Any]
"""Reads one value, typed or in wire form, as of a day; raises Flaw."""

_CODE = re.compile(r"[a-z0-9_.]{1,60}")


def tidy(value: str) -> str:
    """One line: trimmed, inner spaces single, letters in one spelling (NFC), nothing that does not print."""
    line = " ".join(value.split())
    if line.isascii() and line.isprintable():
        return line
    printable = "".join(c for c in unicodedata.normalize("NFC", line) if c.isprintable())
    return unicodedata.normalize("NFC", " ".join(printable.split()))


def line(longest: int) -> Parse:
    """Reads one line of text, at most so many characters."""

    def parse(value: Any, _on: date) -> str:
        return _within(longest, tidy(str(value)))

    return parse


def text(longest: int) -> Parse:
    """Reads a few lines of text, at most so many characters in all."""

    def parse(value: Any, _on: date) -> str:
        return _within(longest, "\n".join(tidy(one) for one in str(value).splitlines()).strip("\n"))

    return parse


def person(value: Any, _on: date) -> str:
    """Reads a person's name as on the card, whole: up to 60 characters (Permendagri 73/2022), one word will do."""
    name = _within(60, tidy(str(value)))
    if not any(c.isalpha() for c in name):
        raise Flaw("name.no_letters")
    return name


def _within(longest: int, clean: str) -> str:
    if len(clean) > longest:
        raise Flaw("text.too_long", longest=longest)
    return clean


def one_of(*values: str | int) -> Parse:
    """Reads one of a few codes."""
    known = {str(value): value for value in values}

    def parse(value: Any, _on: date) -> str | int:
        if str(value) not in known:
            raise Flaw("choice.unknown")
        return known[str(value)]

    return parse


def number(highest: int) -> Parse:
    """Reads a count from 0 to ``highest``."""

    def parse(value: Any, _on: date) -> int:
        digits = str(value).strip()
        if not digits.isascii() or not digits.isdigit():
            raise Flaw("number.unreadable")
        if len(digits) > 12 or int(digits) > highest:
            raise Flaw("number.too_high", highest=highest)
        return int(digits)

    return parse


def village(value: Any, _on: date) -> str:
    """Reads a village code of ten digits."""
    digits = str(value).replace(".", "").strip()
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit():
        raise Flaw("village.unknown")
    return digits


def code(value: Any, _on: date) -> str:
    """Reads one code of a list that may grow."""
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise Flaw("choice.unknown")
    return value


def codes(value: Any, on: date) -> list[str]:
    """Reads a set of codes, kept sorted."""
    return sorted({code(one, on) for one in several(value)})


def identifiers(value: Any, on: date) -> list[str]:
    """Reads a set of ids of other records, kept sorted."""
    return sorted({str(identifier(one, on)) for one in several(value)})


def several(value: Any) -> list[Any]:
    """The members of a list; raises Flaw ``list.unreadable`` for anything else."""
    if not isinstance(value, list | tuple | set | frozenset):
        raise Flaw("list.unreadable")
    return list(value)


def moment(value: Any, _on: date) -> datetime:
    """Reads a moment."""
    return instant(value)


def identifier(value: Any, _on: date) -> UUID:
    """Reads the id of another record."""
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        raise Flaw("id.unreadable") from None
