"""Records as a table for a spreadsheet: texts only, the NIK covered unless asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from fieldapp.contract.messages import Kind
from fieldapp.domain import money, nik, occupation, phone
from fieldapp.domain.kinds import AnyRecord
from fieldapp.domain.region import Regions
from fieldapp.language import tr
from fieldapp.register.tables import Table, write_csv, write_xlsx
from fieldapp.register.words import CHOICES, FIELDS, STATES, VISIT_FIELDS

TITLES: dict[Kind, str] = {"signup": "Pendaftaran", "visit": "Kunjungan"}
COLUMNS: dict[Kind, Mapping[str, str]] = {
    "signup": {name: words for name, words in FIELDS.items() if name not in {"birth", "sex_l", "sex_p", "rt_rw"}},
    "visit": VISIT_FIELDS,
}
COVERED = frozenset({"nik", "family_card_no"})


class Standing(Protocol):
    """A record and where it stands (the store's entry)."""

    @property
    def record(self) -> AnyRecord: ...
    @property
    def state(self) -> str: ...
    @property
    def receipt_number(self) -> str | None: ...


def write(path: Path, kind: Kind, entries: Iterable[Standing], *, full_nik: bool = False) -> int:
    """Write the records to a .csv or .xlsx file and say how many there were."""
    columns = COLUMNS[kind]
    headings = [*(tr(words) for words in columns.values()), tr("Keadaan"), tr("No. tanda terima")]
    lines = [_line(entry, columns, full_nik=full_nik) for entry in entries]
    table = Table(TITLES[kind], headings, lines)
    if path.suffix.lower() == ".csv":
        write_csv(path, table)
    else:
        write_xlsx(path, [table])
    return len(lines)


def _line(entry: Standing, columns: Iterable[str], *, full_nik: bool) -> list[str]:
    fields = entry.record.fields()
    heir = (fields.get("heirs") or [{}])[0]
    fields |= {f"heir_{part}": value for part, value in heir.items()}
    state = tr("Ditarik") if fields.get("withdrawn") else tr(STATES[entry.state])
    shown = [shown_value(name, fields.get(name), full_nik=full_nik) for name in columns]
    return [*shown, state, entry.receipt_number or ""]


def shown_value(name: str, value: Any, *, full_nik: bool) -> str:
    """A value in wire form as it stands in a cell."""
    if value is None:
        return ""
    words = str(value)
    if name in COVERED and not full_nik:
        return nik.masked(words)
    if name in CHOICES:
        return tr(CHOICES[name][words]) if words in CHOICES[name] else words
    made = SHOWN.get(name)
    return made(words) if made else words


def _job(code: str) -> str:
    known = occupation.get(code)
    return known.name if known else code


def _day(words: str) -> str:
    return f"{date.fromisoformat(words):%d-%m-%Y}"


SHOWN = {
    "village": lambda code: Regions.load().name(code),
    "occupation": _job,
    "occupation2": _job,
    "phone": phone.shown,
    "monthly_income": lambda words: money.figure(int(words)),
    "birth_date": _day,
    "held_on": _day,
    "follow_up_due": _day,
}
