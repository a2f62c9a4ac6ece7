"""Makes the three village registers of this folder: invented people, real mess, the same bytes of content every time.

    python -m tests.data.make_registers

Each mess is placed on purpose; ``tests/register/test_shipped_registers.py`` says what must become of it.
"""

# ruff: noqa: DTZ001 - lists of words, and the calendar days that spreadsheets keep
from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.data.invented import Person, people

HERE = Path(__file__).parent
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
MONTHS = _MONTHS.split()
_SHORT = "Jan Peb Mrt Apr Mei Jun Jul Agt Sep Okt Nop Des"
SHORT = _SHORT.split()


def fishers() -> Workbook:
    """Two heading lines with merged cells, a numbering line, ticks for the sex, numbers where text should be."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Nelayan"
    for line, words in enumerate(
        ["DAFTAR NELAYAN DAN PEMBUDIDAYA IKAN", "KECAMATAN PAMIJAHAN KABUPATEN BOGOR TAHUN 2026"], 1
    ):
        sheet.cell(line, 1, words).font = Font(bold=True, size=14)
        sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=14)
        sheet.cell(line, 1).alignment = Alignment(horizontal="center")
    upper = ["No.", "NIK", "Nama Lengkap\n(sesuai KTP)", "Tempat/Tgl Lahir", None, "Jenis Kelamin", None]
    upper += ["Alamat", None, None, "Desa", "No. HP/WA", "Penghasilan per Bulan (Rp)", "Tanda Tangan"]
    lower = [None, None, None, "Tempat", "Tanggal", "L", "P", "Dusun", "RT", "RW", None, None, None, None]
    for column, (over, under) in enumerate(zip(upper, lower, strict=True), 1):
        sheet.cell(4, column, over)
        sheet.cell(5, column, under)
        sheet.cell(6, column, f"({column})" if column > 1 else "(1)")
        if under is None:
            sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    for first, last in ((4, 5), (6, 7), (8, 10)):
        sheet.merge_cells(start_row=4, start_column=first, end_row=4, end_column=last)
    line = 7
    for number, person in enumerate(people(1, 42), 1):
        line += 2 if number in {15, 29} else 1
        for column, value in enumerate(fisher(number, person), 1):
            sheet.cell(line - 1, column, value)
    sheet.cell(line + 1, 3, "JUMLAH")
    sheet.cell(line + 1, 13, f"=SUM(M7:M{line - 1})")
    sheet.cell(line + 3, 11, "Mengetahui, Ketua Kelompok")
    sheet.cell(line + 6, 11, "( ............................ )")
    return book


def fisher(number: int, person: Person) -> list[object]:
    """A line of the fishers' list."""
    nik: object = int(person.nik) if number % 3 else person.nik
    if number in {6, 23}:
        nik = int(person.nik) // 10 * 10  # what a spreadsheet keeps of a typed number
    if number in {11, 34}:
        nik = f"{int(person.nik):.5E}".replace(".", ",")
    if number == 19:
        nik = float(person.nik)
    born: object = datetime(person.born.year, person.born.month, person.born.day)
    if number % 4 == 1:
        born = f"{person.born:%d-%m-%Y}"
    if number % 7 == 3:
        born = (person.born - date(1899, 12, 30)).days
    village = ["Gunung Menyan", "Gn. Menyan", "Cibitung Wetan", "Desa Gunung Bunder II", "GUNUNG BUNDER 2"][number % 5]
    hamlet = '"' if number % 6 == 2 else f"Kp. {['Cisalak', 'Babakan', 'Sukamaju'][person.rw % 3]}"
    ticks = ["v", None] if person.male else [None, "v"]
    phone: object = int(person.phone) if number % 2 else person.phone.replace("0000", "-0000-")
    if number % 9 == 4:
        phone = "-"
    row = [number, nik, person.name.upper(), person.place, born, *ticks, hamlet]
    return [*row, person.rt, person.rw, village, phone, person.income]


def village_register() -> Workbook:
    """A cover sheet, place and date of birth in one cell, duplicates, NIKs that cannot be, a formula in the total."""
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "Sampul"
    cover["B3"] = "REGISTER PEKERJA INFORMAL"
    cover["B4"] = "DESA GUNUNG MENYAN"
    sheet = book.create_sheet("Data")
    sheet["A1"] = "REGISTER PEKERJA BUKAN PENERIMA UPAH DESA GUNUNG MENYAN"
    sheet.merge_cells("A1:N1")
    sheet["A2"] = "Keadaan s.d. November 2026"
    headings = ["No", "Nomor Kartu Keluarga", "Nomer Induk Kependudukan", "Nama Sesuai KTP", "TTL"]
    headings += ["L/P", "Agama", "Nama Ibu Kandung"]
    headings += ["Alamat", "RT/RW", "Pekerjaan", "Pendapatan", "Program", "No HP", "Ahli Waris", "Hubungan", "Ket."]
    for column, heading in enumerate(headings, 1):
        sheet.cell(4, column, heading)
    rows = village_rows()
    for number, row in enumerate(rows, 1):
        for column, value in enumerate([number, *row], 1):
            sheet.cell(4 + number, column, value)
    sheet.cell(6 + len(rows), 4, "TOTAL")
    sheet.cell(6 + len(rows), 5, f"=COUNTA(D5:D{4 + len(rows)})")
    sheet.cell(8 + len(rows), 14, "Gunung Menyan, 16 November 2026")
    sheet.cell(9 + len(rows), 14, "Kepala Desa")
    return book


def village_rows() -> list[list[object]]:
    """The lines of the village register, without their numbers."""
    known = people(2, 50)
    rows = [village_row(number, person) for number, person in enumerate(known, 1)]
    rows.insert(20, list(rows[4]))  # the same person entered again
    rows.insert(33, list(rows[10]))
    other = replace(known[40], serial=known[12].serial, born=known[12].born, male=known[12].male)
    rows.insert(45, village_row(46, replace(other, name="Bukan " + other.name)))  # one NIK, two names
    rows[25][2] = rows[25][1] = ""
    return rows


def village_row(number: int, person: Person) -> list[object]:
    """A line of the village register."""
    nik = person.nik
    nik = {7: nik[:15], 14: nik[:8] + "13" + nik[10:], 22: nik[:3] + "O" + nik[4:], 31: nik[:12] + "0000"}.get(
        number, nik
    )
    nik = f"{nik[:6]} {nik[6:12]} {nik[12:]}" if number % 5 == 0 else nik
    if number % 11 == 9:
        nik = f"'{nik}"
    born = [
        f"{person.place}, {person.born:%d-%m-%Y}",
        f"{person.place.upper()},{person.born:%d/%m/%Y}",
        f"{person.place} {person.born.day} {MONTHS[person.born.month - 1]} {person.born.year}",
        f"{person.place}, {person.born.day} {SHORT[person.born.month - 1]} {person.born.year}",
        f"{person.place}, {person.born:%d.%m.%Y}",
    ][number % 5]
    born = {17: f"{person.place}", 28: f"{person.place}, 31-02-1980"}.get(number, born)
    area: object = f"{person.rt:03d}/{person.rw:03d}"
    if number in {9, 38}:
        area = datetime(2026, person.rw, person.rt)  # what a spreadsheet makes of 3/5
    sex = ("L" if person.male else "P") if number % 3 else ("Laki-laki" if person.male else "Perempuan")
    sex = ("P" if person.male else "L") if number == 36 else sex
    job = ["Petani", "Buruh tani", "Tukang ojek", "Pedagang kelontong", "Tukang kayu", "petani"][number % 6]
    job = {13: "sda", 24: "wiraswasta", 41: "karyawan pabrik roket"}.get(number, job)
    income = [
        person.income,
        f"Rp {person.income:,},-".replace(",", ".", 2),
        f"{person.income / 1e6:g}jt".replace(".", ","),
    ][number % 3]
    program = ["JKK, JKM", "JKK+JKM+JHT", "2 program", "JKK/JKM"][number % 4]
    phone: object = (
        int(person.phone) if number % 4 == 1 else f"+62 {person.phone[1:4]} {person.phone[4:8]} {person.phone[8:]}"
    )
    heir = (
        ["", ""]
        if number % 2
        else [f"{'Ibu' if person.male else 'Bapak'} {person.name.split()[1]}", "istri" if person.male else "suami"]
    )
    row = [person.card, nik, person.name, born, sex, "Islam", "", f"Kp. Sukamaju No. {number}"]
    return [*row, area, job, income, program, phone, *heir, ""]


def traders() -> str:
    """A table saved as text by an old spreadsheet: semicolons, two-digit years, numbers in scientific notation."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(["DATA PEDAGANG PASAR GUNUNG MENYAN"])
    table.writerow([])
    headings = ["No Urut", "No. KTP", "Nama Pedagang", "JK", "Tmpt Lahir", "Tgl. Lahir"]
    headings += ["Alamat", "RT", "RW", "Desa/Kel", "No. HP"]
    headings += ["Jenis Dagangan", "Penghasilan/Bln", "Los/Kios", "Catatan"]
    table.writerow(headings)
    for number, person in enumerate(people(3, 45), 1):
        if number in {16, 31}:
            table.writerow([""] * len(headings))
        if number == 31:
            table.writerow(headings)
        table.writerow(trader(number, person))
    table.writerow(["", "", "Jumlah", "", "", "", "", "", "", "", "", "", "71.500.000", "", ""])
    return out.getvalue()


def trader(number: int, person: Person) -> list[object]:
    """A line of the traders' table."""
    nik = f"{int(person.nik):.5E}".replace(".", ",") if number in {3, 12, 26, 40} else person.nik
    year = f"{person.born:%y}" if number % 2 else str(person.born.year)
    born = f"{person.born.day}/{person.born.month}/{year}"
    phone = {8: "8,57E+11", 20: "021-555", 33: "tidak ada"}.get(
        number, person.phone[1:] if number % 3 else person.phone
    )
    village = ["Gunung Menyan", "Ds. Gunung Menyan", "Cibitung Wetan", "Gn. Bunder II"][number % 4]
    village = {27: "Sukamakmur", 35: "Pamijahan"}.get(number, village)
    goods = ["Pedagang sayur", "Pedagang ikan", "Warung makan", "Pedagang pakaian"][number % 4]
    income = [
        f"{person.income:,}".replace(",", "."),
        str(person.income),
        f"Rp{person.income:,}".replace(",", "."),
        "1500 rb",
    ][number % 4]
    name = person.name.replace("Rohman", "Ma\u2019mun")
    note = {5: '=HYPERLINK("http://contoh.invalid";"klik")', 18: "+62 menagih", 37: "-2 hari libur", 44: "@kios"}.get(
        number, ""
    )
    sex = "L" if person.male else "P"
    row = [number, nik, name, sex, person.place, born, "Kp. Pasar", person.rt]
    return [*row, person.rw, village, phone, goods, income, f"B-{number:02d}", note]


def keep(book: Workbook, path: Path) -> None:
    """Save a workbook without the hour in it."""
    fresh = io.BytesIO()
    book.save(fresh)
    with zipfile.ZipFile(fresh) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in sorted(made.namelist()):
            content = made.read(entry)
            if entry == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-11-16T03:00:00Z", content)
            kept.writestr(zipfile.ZipInfo(entry, (2026, 11, 16, 10, 0, 0)), content, zipfile.ZIP_DEFLATED)


def main(folder: Path = HERE) -> None:
    """Write the three files."""
    keep(fishers(), folder / "daftar-nelayan.xlsx")
    keep(village_register(), folder / "register-desa-gunung-menyan.xlsx")
    (folder / "pedagang-pasar.csv").write_bytes(traders().encode("cp1252"))


if __name__ == "__main__":
    main()
