import csv
import zipfile
from dataclasses import dataclass

import pytest
from openpyxl import load_workbook

from fieldapp.domain.kinds import AnyRecord
from fieldapp.register import export, preview, tables, take, write_report
from tests.register.conftest import DATA, HEADINGS, OPTIONS, PERSON, nobody, one

PAYLOADS = [
    f"{start}{rest}"
    for start in ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "'=", "%")
    for rest in ('HYPERLINK("http://contoh.invalid","klik")', "cmd|' /C calc'!A0", "1+1", "SUM(A1:A9)")
]


@dataclass(frozen=True)
class Kept:
    record: AnyRecord
    state: str = "queued"
    receipt_number: str | None = None


def kept(records, *, by):
    return len(records)


def cells(path):
    return [cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]


def test_no_text_becomes_a_formula_in_a_workbook(tmp_path):
    path = tmp_path / "a.xlsx"
    tables.write_xlsx(path, [tables.Table("A", PAYLOADS, [PAYLOADS])])
    with zipfile.ZipFile(path) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")
    assert {cell.data_type for cell in cells(path)} == {"s"}


def test_no_text_becomes_a_formula_in_a_text_file(tmp_path):
    path = tmp_path / "a.csv"
    tables.write_csv(path, tables.Table("A", PAYLOADS, [PAYLOADS]))
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.reader(file, delimiter=";"):
            assert all(cell.lstrip(" ")[0] not in "=+-@%\t\r\n" for cell in line)


def test_a_formula_in_a_register_stays_a_text_through_import_and_export(look, tmp_path):
    signup = one(look([[*HEADINGS, "Catatan"], [*PERSON, "'=1+1"]]))
    export(tmp_path / "a.xlsx", "signup", [Kept(signup)])
    assert "=1+1" in [cell.value for cell in cells(tmp_path / "a.xlsx") if cell.data_type == "s"]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_an_export_covers_the_nik_unless_asked_otherwise(look, tmp_path, name):
    signup = one(look([HEADINGS, PERSON]))
    path = tmp_path / name

    def text():
        return str([cell.value for cell in cells(path)]) if name == "a.xlsx" else path.read_text(encoding="utf-8-sig")

    assert export(path, "signup", [Kept(signup)]) == 1
    assert PERSON[0] not in text()
    assert "320117******0011" in text()
    export(path, "signup", [Kept(signup)], full_nik=True)
    assert PERSON[0] in text()


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_an_export_with_full_niks_can_be_imported_again(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    first = take(preview(DATA / "pedagang-pasar.csv", OPTIONS, nobody), kept)
    before = [row.signup for row in first.rows if row.verdict == "taken"]
    export(path, "signup", map(Kept, before), full_nik=True)
    after = [row.signup for row in preview(path, OPTIONS, nobody).rows]
    new = {"id", "recorded_at"}
    assert [signup and {**signup.fields(), **dict.fromkeys(new)} for signup in after] == [
        {**signup.fields(), **dict.fromkeys(new)} for signup in before if signup
    ]


def test_the_report_tells_every_line_and_its_reason_and_covers_numbers(tmp_path):
    path = tmp_path / "laporan.xlsx"
    previewed = preview(DATA / "register-desa-gunung-menyan.xlsx", OPTIONS, nobody)
    write_report(path, previewed)
    book = load_workbook(path)
    assert book.sheetnames == ["Ringkasan", "Baris", "Kolom"]
    told = list(book["Baris"].iter_rows(min_row=2, values_only=True))
    assert {int(line[0]) for line in told} == {row.number for row in previewed.rows}
    assert all(line[6] for line in told if line[1] in ("Perlu diperbaiki", "Perlu dilihat", "Ganda di berkas ini"))
    niks = {row.nik for row in previewed.rows if len(row.nik) > 11}
    assert not any(nik in str(told) for nik in niks)


def test_a_report_never_overwrites_another(tmp_path):
    path = tmp_path / "laporan.xlsx"
    path.touch()
    assert tables.free(path).name == "laporan-2.xlsx"


def test_a_table_that_cannot_be_written_leaves_the_old_one(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("lama", encoding="utf-8")

    def broken():
        yield ["1"]
        raise OSError

    with pytest.raises(OSError):
        tables.write_csv(path, tables.Table("A", ["x"], broken()))
    assert path.read_text(encoding="utf-8") == "lama"
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]
