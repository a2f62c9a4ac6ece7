"""Mending single cells: what a spreadsheet did to a value is undone, or named where something was lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from fieldapp.domain.problem import Flaw
from fieldapp.register.grid import Cell, text

SERIALS = range(1_000, 60_000)
"""Day numbers of spreadsheet dates, 1902 to 2064."""
DAY_ZERO = date(1899, 12, 30)
EXACT = 2**53
"""Whole numbers below this survive being kept as floating point."""

NOTHING = frozenset(
    {"", "-", "--", "—", "–", ".", "n/a", "na", "nihil", "kosong", "tidak ada", "tdk ada", "belum ada", "#n/a"}
)
SAME_AS_ABOVE = frozenset(
    {'"', "''", '-"-', '"-', "sda", "s.d.a", "s.d.a.", "idem", "idem diatas", "idem di atas", "sama", "〃"}
)
SCIENTIFIC = re.compile(r"^\d([.,]\d+)?e\+?\d+$", re.IGNORECASE)


def is_nothing(cell: Cell) -> bool:
    """Whether a cell is blank or says in so many words that there is nothing."""
    return text(cell).casefold() in NOTHING


def number_text(cell: Cell) -> str:
    """The digits of an identity number kept as text or as a number; refused when the spreadsheet has dropped digits.

    Spreadsheets keep 15 digits of a typed number and put 0 for the sixteenth, so a *number* of 16 digits that ends in
    0 may be anybody's; a text in scientific notation has lost even more.
    """
    written = text(cell)
    if isinstance(cell, bool | datetime | date | timedelta) or SCIENTIFIC.match(written.replace(" ", "")):
        raise Flaw("register.digits_lost")
    if isinstance(cell, int | float):
        if not float(cell).is_integer():
            raise Flaw("register.digits_lost")
        if cell >= EXACT or (len(written) == 16 and written.endswith("0")):
            raise Flaw("register.last_digit_lost")
    return written


def phone_text(cell: Cell) -> str:
    """A phone number kept as text or as a number; the form knows numbers without their zero."""
    written = text(cell)
    if SCIENTIFIC.match(written.replace(" ", "")):
        raise Flaw("register.digits_lost")
    return written


def birth(cell: Cell) -> date | str:
    """A date kept as a date, as a day number, or as text for the form to read."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in SERIALS:
        return DAY_ZERO + timedelta(days=int(cell))
    return text(cell)


def place_and_date(cell: Cell) -> dict[str, Any]:
    """ "Bogor, 17-08-1985" as its two parts."""
    if isinstance(cell, datetime | int | float):
        return {"birth_date": birth(cell)}
    match = re.match(r"^(?P<place>[^\d]*?)[\s,./:-]*(?P<date>\d.*)?$", text(cell))
    if not match or not match["date"]:
        raise Flaw("register.no_date")
    return {"birth_date": match["date"], **({"birth_place": match["place"]} if match["place"] else {})}


def sex(cell: Cell) -> str:
    """The words for the two sexes; anything else goes to the form as it stands."""
    written = re.sub(r"[^a-z]", "", text(cell).casefold())
    return SEXES.get(written, text(cell))


SEXES = {
    **dict.fromkeys(("l", "lk", "lakilaki", "laki", "pria", "m", "male", "cowok"), "male"),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita", "w", "f", "female", "prp", "cewek"), "female"),
}


def neighbourhoods(cell: Cell) -> dict[str, str]:
    """RT and RW out of one cell: "003/005", "RT 3 RW 5"."""
    if isinstance(cell, datetime | date):
        raise Flaw("register.became_a_date")
    numbers = re.findall(r"\d+", text(cell))
    if len(numbers) != 2:
        raise Flaw("register.rt_rw")
    return {"rt": numbers[0].zfill(3), "rw": numbers[1].zfill(3)}


def neighbourhood(cell: Cell) -> str:
    """RT or RW out of its own cell, with the zeros that a spreadsheet took away."""
    numbers = re.findall(r"\d+", text(cell))
    if isinstance(cell, datetime | date) or len(numbers) != 1:
        raise Flaw("register.rt_rw")
    return str(numbers[0]).zfill(3)


def money(cell: Cell) -> int | str:
    """An amount kept as a number, or as text for the form to read."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not float(cell).is_integer():
            raise Flaw("register.amount_unclear")
        return int(cell)
    return re.sub(r"\s*([.,]-+|(/|per)\s*(bln|bulan))$", "", text(cell), flags=re.IGNORECASE)


def programmes(cell: Cell) -> str:
    """The programmes out of "JKK, JKM", "3 program" or "JKK+JKM+JHT"."""
    written = text(cell).casefold()
    words = set(re.findall(r"[a-z]+|\d+", written))
    if "jht" in words or (words & {"3", "tiga"} and not words & {"jkk", "jkm"}):
        return "jkk_jkm_jht"
    if words >= {"jkk", "jkm"} or words & {"2", "dua"}:
        return "jkk_jkm"
    raise Flaw("register.programmes")


def months(cell: Cell) -> int | str:
    """The number in "3 bulan"."""
    number = re.match(r"\d+", text(cell))
    if re.search(r"tahun|thn", text(cell).casefold()) and number and number[0] == "1":
        return 12
    return int(number[0]) if number else text(cell)


def payer(cell: Cell) -> str:
    """Who pays, out of the words offices use."""
    return PAYERS.get(text(cell).casefold(), text(cell))


PAYERS: Mapping[str, str] = {
    **dict.fromkeys(("sendiri", "mandiri", "pribadi", "bayar sendiri", "peserta"), "self"),
    **dict.fromkeys(("desa", "apbdes", "pemerintah desa", "dana desa"), "village"),
    **dict.fromkeys(("apbd", "pemda", "pemkab", "kabupaten"), "apbd"),
    **dict.fromkeys(("apbn", "pemerintah pusat"), "apbn"),
    **dict.fromkeys(("lain", "lainnya", "pihak lain", "csr", "perusahaan"), "other"),
}


def relation(cell: Cell) -> str:
    """The relation of an heir in the domain's words."""
    written = text(cell).casefold()
    return RELATIONS.get(written, written)


RELATIONS: Mapping[str, str] = {
    **dict.fromkeys(("suami",), "husband"),
    **dict.fromkeys(("istri", "isteri"), "wife"),
    **dict.fromkeys(("anak", "anak kandung", "putra", "putri"), "child"),
    **dict.fromkeys(("ayah", "ibu", "bapak", "orang tua", "orangtua", "ortu"), "parent"),
    **dict.fromkeys(("kakak", "adik", "saudara", "saudara kandung"), "sibling"),
    **dict.fromkeys(("lain", "lain-lain", "lainnya"), "other"),
}
