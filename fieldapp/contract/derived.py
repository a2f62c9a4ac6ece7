"""What a content says twice is sent once: birth date and sex also stand in the NIK."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SHORT, WHOLE = 10, 16
ESCAPE = "!"


def shortened(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The content with a NIK of place and serial only, where the rest follows from birth date and sex."""
    nik = fields.get("nik")
    if not isinstance(nik, str):
        return fields
    if len(nik) == WHOLE and nik[6:12] == _middle(fields):
        return {**fields, "nik": nik[:6] + nik[12:]}
    return {**fields, "nik": ESCAPE + nik} if len(nik) == SHORT or nik.startswith(ESCAPE) else fields


def lengthened(fields: dict[str, Any]) -> dict[str, Any]:
    """The content as it was before it was shortened."""
    nik = fields.get("nik")
    if isinstance(nik, str) and nik.startswith(ESCAPE):
        fields["nik"] = nik[1:]
    elif isinstance(nik, str) and len(nik) == SHORT:
        fields["nik"] = nik[:6] + (_middle(fields) or "") + nik[6:]
    return fields


def _middle(fields: Mapping[str, Any]) -> str | None:
    """DDMMYY as a NIK has it, women's days plus 40; None where the content does not say."""
    born, sex = fields.get("birth_date"), fields.get("sex")
    if not isinstance(born, str) or len(born) != 10 or not born[8:].isascii() or not born[8:].isdigit():
        return None
    return f"{int(born[8:]) + 40 * (sex == 'female'):02}{born[5:7]}{born[2:4]}"
