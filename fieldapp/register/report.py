"""The report of an import: every line of the register, what became of it and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fieldapp.domain import nik
from fieldapp.language import N_, tr
from fieldapp.messages import sentence
from fieldapp.register.header import Column
from fieldapp.register.tables import Table, write_xlsx
from fieldapp.register.values import Preview, Report, Row, Trouble
from fieldapp.register.words import FIELDS

VERDICTS = {
    "taken": N_("Diambil"),
    "ready": N_("Siap diambil"),
    "look": N_("Perlu dilihat"),
    "repair": N_("Perlu diperbaiki"),
    "known": N_("Sudah ada di catatan"),
    "twice": N_("Ganda di berkas ini"),
    "no_person": N_("Bukan orang"),
}

FATES = {
    "read": N_("dibaca"),
    "unread": N_("tidak dibaca, tidak diperlukan"),
    "unknown": N_("tidak dibaca, judulnya tidak dikenal"),
    "second": N_("tidak dibaca, sudah ada di kolom lain"),
}
SURENESS = {"sure": N_("pasti"), "likely": N_("hampir pasti"), "guess": N_("dugaan, mohon dicek")}


def verdict_shown(row: Row) -> str:
    """What became of a line, in words."""
    return tr(VERDICTS[row.verdict])


def field_shown(field: str) -> str:
    """The name of a field, also of a part of it (``0.name`` of the heirs)."""
    return tr(FIELDS[field]) if field in FIELDS else tr("Ahli waris") if field[:1].isdigit() else tr("Lain-lain")


def trouble_shown(trouble: Trouble) -> str:
    """What is the matter with a cell, as a sentence."""
    return sentence(trouble.problem.code, **trouble.problem.detail)


def fate_shown(column: Column) -> str:
    """Whether a column is read, and how sure that is."""
    return tr(FATES[column.fate]) if column.fate != "read" else tr(SURENESS[column.sureness])


def write_report(path: Path, report: Preview) -> None:
    """The report as a workbook: a summary, every line, every column."""
    write_xlsx(
        path,
        (
            Table(tr("Ringkasan"), (tr("Hal"), tr("Isi")), _summary(report)),
            Table(tr("Baris"), _line_headings(), (line for row in report.rows for line in _lines(row))),
            Table(tr("Kolom"), (tr("Judul di berkas"), tr("Dibaca sebagai"), tr("Keterangan")), _columns(report)),
        ),
    )


def _summary(report: Preview) -> Iterator[tuple[str, str]]:
    yield tr("Berkas"), report.path.name
    yield tr("Lembar"), report.sheet or "–"
    if report.other_sheets:
        yield tr("Lembar lain yang tidak dibaca"), ", ".join(report.other_sheets)
    yield (
        tr("Keadaan"),
        tr("Sudah diambil") if isinstance(report, Report) else tr("Baru dilihat, belum ada yang diambil"),
    )
    for verdict, words in VERDICTS.items():
        if number := sum(row.verdict == verdict for row in report.rows):
            yield tr(words), str(number)


def _line_headings() -> tuple[str, ...]:
    return tr("Baris"), tr("Hasil"), tr("Nama"), tr("NIK"), tr("Bagian"), tr("Yang tertulis"), tr("Alasan")


def _lines(row: Row) -> Iterator[tuple[str, ...]]:
    start = (str(row.number), verdict_shown(row), row.name, nik.masked(row.nik) if row.nik.isdecimal() else "")
    for trouble in row.troubles:
        yield (*start, field_shown(trouble.problem.field), trouble.typed, trouble_shown(trouble))
    if not row.troubles:
        yield (*start, "", "", "")


def _columns(report: Preview) -> Iterator[tuple[str, str, str]]:
    for column in report.columns:
        field = field_shown(column.field) if column.fate == "read" else "–"
        yield column.heading, field, fate_shown(column)
