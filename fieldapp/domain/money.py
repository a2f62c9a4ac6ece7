"""Whole Rupiah, as officers write them."""

from __future__ import annotations

import re
from decimal import Decimal

from fieldapp.domain.problem import Flaw

HIGHEST = 10_000_000_000
_UNITS = {"": 1, "rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000}
_FORM = re.compile(r"(?:rp\.?)?\s*(\d[\d.,\s]*?)\s*(rb|ribu|k|jt|juta)?\s*(?:,-|,\s*00)?\s*", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}([.,\s])\d{3}(?:\1\d{3})*")


def parse(text: str) -> int:
    """``1500000``, ``1.500.000``, ``Rp 1.500.000,00``, ``1,5jt`` and ``1500rb`` all mean 1 500 000.

    Raises Flaw with ``money.unreadable`` or ``money.too_much``.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise Flaw("money.unreadable")
    figure, unit = found[1].strip(), (found[2] or "").lower()
    if _GROUPED.fullmatch(figure):
        amount = Decimal(re.sub(r"[.,\s]", "", figure))
    elif re.fullmatch(r"\d+([.,]\d{1,2})?", figure) and (unit or figure.isdigit()):
        amount = Decimal(figure.replace(",", "."))
    else:
        raise Flaw("money.unreadable")
    whole = amount * _UNITS[unit]
    if whole != whole.to_integral_value():
        raise Flaw("money.unreadable")
    if whole > HIGHEST:
        raise Flaw("money.too_much")
    return int(whole)


def shown(rupiah: int) -> str:
    """``Rp11.400``."""
    return f"Rp{figure(rupiah)}"


def figure(rupiah: int) -> str:
    """``11.400``."""
    return f"{rupiah:,}".replace(",", ".")
