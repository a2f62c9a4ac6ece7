"""Indonesian mobile numbers: kept as E.164 (ITU-T), shown as people say them."""

from __future__ import annotations

import re

from fieldapp.domain.problem import Flaw

_NOISE = re.compile(r"[\s.\-()/]+")


def parse(text: str) -> str:
    """``+628…`` from ``0812-3456-7890``, ``62812…``, ``+62 812 …`` or ``812…``.

    With the leading 0 a number has 10 to 13 digits.
    Raises Flaw with ``phone.letters``, ``phone.prefix`` or ``phone.length``.
    """
    digits = _NOISE.sub("", text)
    digits = digits.removeprefix("+")
    if not digits.isascii() or not digits.isdigit():
        raise Flaw("phone.letters")
    local = digits.removeprefix("0062").removeprefix("62").removeprefix("0")
    if not local.startswith("8"):
        raise Flaw("phone.prefix")
    if not 9 <= len(local) <= 12:
        raise Flaw("phone.length", digits=len(local) + 1)
    return "+62" + local


def shown(number: str) -> str:
    """``0812 0000 9014`` for ``+6281200009014``."""
    local = "0" + number.removeprefix("+62")
    return " ".join(part for part in (local[:4], local[4:8], local[8:]) if part)
