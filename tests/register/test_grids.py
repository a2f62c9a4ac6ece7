import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from fieldapp.errors import UnreadableFileError
from fieldapp.register import grid, preview, sheets, texts
from tests.register.conftest import DATA, GUNUNG_MENYAN, HEADINGS, OPTIONS, PERSON, codes, nobody, one


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        preview(path, OPTIONS, nobody)
    return refused.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_text_file_is_read_in_every_encoding_and_with_every_separator(look_csv, encoding, delimiter):
    rows = [["Daftar, warga; desa"], HEADINGS, [PERSON[0], "Sa’diah, S.Pd", *PERSON[2:]]]
    assert one(look_csv(rows, encoding, delimiter)).name == "Sa’diah, S.Pd"


def test_a_text_file_that_names_its_separator_is_believed(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=|\nNIK|Nama|Tgl Lahir|JK\n" + "|".join(PERSON), encoding="utf-8")
    assert one(preview(path, OPTIONS, nobody)).name == "Asep Hidayat"


def test_a_line_break_inside_a_cell_does_not_tear_the_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'NIK,Nama,"Tanggal\nLahir",JK\r\n3201171708850011,"Asep\r\nHidayat",17-08-1985,L\r\n')
    assert one(preview(path, OPTIONS, nobody)).name == "Asep Hidayat"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "register.old_or_locked"),
        (b"PK\x03\x04 and then nothing", "register.not_a_workbook"),
        (b"%PDF-1.7\n\x00\xff\xfe\x00binary", "register.not_a_table"),
        (b"", "register.no_headings"),
        (b"tanggal;jumlah\n1;2\n", "register.no_headings"),
    ],
)
def test_what_is_no_register_is_refused_with_its_reason(tmp_path, content, code):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_missing_file_is_refused_with_its_reason(tmp_path):
    assert refusal(tmp_path / "nothing.xlsx") == "register.unreadable"


def packed(path: Path, **entries: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in {"xl/workbook.xml": b"<workbook/>", **entries}.items():
            out.writestr(name, content)
    return path


def test_a_workbook_that_would_unfold_without_end_is_refused(tmp_path):
    assert refusal(packed(tmp_path / "a.xlsx", bomb=bytes(50 * 2**20))) == "register.too_big"


def test_a_workbook_of_too_many_parts_is_refused(tmp_path):
    assert refusal(packed(tmp_path / "a.xlsx", **{f"part{n}": b"" for n in range(600)})) == "register.too_big"


def test_a_workbook_that_declares_entities_is_refused(tmp_path):
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'
    assert refusal(packed(tmp_path / "a.xlsx", **{"xl/sheet1.xml": laughs})) == "register.not_a_workbook"


def test_a_workbook_cut_at_any_of_many_places_is_refused_and_never_crashes(tmp_path):
    whole = (DATA / "daftar-nelayan.xlsx").read_bytes()
    path = tmp_path / "a.xlsx"
    for length in range(4, len(whole) - 1, len(whole) // 60):
        path.write_bytes(whole[:length])
        assert refusal(path) == "register.not_a_workbook"


def test_more_lines_than_a_register_has_are_refused_not_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(grid, "MAX_LINES", 50)
    monkeypatch.setattr(texts, "MAX_LINES", 50)
    path = tmp_path / "a.csv"
    path.write_text("NIK,Nama\n" + "3201171708850011,Asep\n" * 60, encoding="utf-8")
    assert refusal(path) == "register.too_long"


def test_a_sheet_wider_than_a_register_is_refused_not_cut():
    with pytest.raises(UnreadableFileError):
        grid.grid_of("", [["x"] * 101])


def test_lines_keep_the_numbers_that_the_spreadsheet_shows(look):
    previewed = look([["Judul"], [], HEADINGS, [], PERSON])
    assert previewed.heading_line == 3
    assert [row.number for row in previewed.rows] == [5]


def test_hidden_sheets_are_not_read(tmp_path):
    book = Workbook()
    for row in (HEADINGS, PERSON):
        book.active.append(row)
    hidden = book.create_sheet("rahasia")
    hidden.append(HEADINGS)
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert [sheet.sheet for sheet in sheets.read(tmp_path / "a.xlsx")] == ["Sheet"]


def test_the_sheet_that_explains_most_is_read_and_the_others_are_named(tmp_path):
    book = Workbook()
    book.active.append(["Nama", "No HP"])
    rich = book.create_sheet("Lengkap")
    for row in (HEADINGS, PERSON):
        rich.append(row)
    book.save(tmp_path / "a.xlsx")
    previewed = preview(tmp_path / "a.xlsx", OPTIONS, nobody)
    assert (previewed.sheet, previewed.other_sheets) == ("Lengkap", ("Sheet",))
    assert one(previewed).village == GUNUNG_MENYAN
    assert codes(previewed) == []
