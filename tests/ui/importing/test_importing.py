from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from fieldapp.errors import StoreError
from fieldapp.messages import sentence
from fieldapp.register import take
from fieldapp.ui.fold import fold_of
from fieldapp.ui.importing.head import ASIDE, COLUMNS
from tests.ui.importing.conftest import FISHERS, GUNUNG_MENYAN, TRADERS, VILLAGE


def test_the_page_begins_with_the_button_that_asks_for_a_file(desk):
    assert desk.page.focusWidget() is desk.page.parts.choose.pick
    assert not desk.page.parts.actions.isVisible()


@pytest.mark.parametrize("register", [FISHERS, VILLAGE, TRADERS])
def test_every_shipped_register_is_taken_as_counted(desk, store, register):
    desk.open(register)
    desk.whole()
    ready = desk.page.shown.count("ready")
    assert ready > 30
    assert desk.page.parts.actions.take.words() == f"Ambil {ready} catatan"
    with desk.bot.waitSignal(desk.page.done) as told:
        report = desk.take()
    assert told.args == [ready] == [report.count("taken")]
    assert store.records.counts("signup").queued == ready


def test_looking_keeps_nothing(desk, store):
    desk.open(VILLAGE)
    desk.whole()
    assert store.records.counts("signup").queued == 0


def test_the_same_file_twice_adds_nothing_and_says_so(desk, store):
    desk.open(FISHERS)
    desk.whole()
    taken = desk.take().count("taken")
    desk.open(FISHERS)
    desk.agree()
    assert desk.page.parts.tally.sentence.text() == "Tidak ada yang baru"
    assert f"{taken} orang sudah ada di catatan" in desk.words()
    assert not desk.page.parts.actions.take.isEnabled()
    assert store.records.counts("signup").queued == taken


def test_nothing_is_taken_before_consent_is_declared(desk, store):
    desk.open(VILLAGE)
    desk.declare(village=GUNUNG_MENYAN)
    assert desk.words() == "Nyatakan dulu cara dan tanggal persetujuan."
    desk.page.parts.actions.take.click()
    form = desk.page.parts.declaration.form
    assert form.wrong() == {"consent_how", "consent_on"}
    assert desk.page.focusWidget() is form.fields["consent_how"].editor
    assert store.records.counts("signup").queued == 0


def test_tab_goes_down_the_declaration_as_it_is_read(desk):
    desk.open(VILLAGE)
    declaration = desk.page.parts.declaration
    editors = [declaration.form.fields[name].editor for name in ("village", "pay_period", "payer")]
    declaration.form.fields["consent_on"].editor.setFocus()
    passed = []
    for _ in range(4):
        desk.bot.keyClick(desk.page.focusWidget(), Qt.Key.Key_Tab)
        passed.append(desk.page.focusWidget())
    assert passed == [*editors, declaration.more]


def test_consent_of_tomorrow_is_refused(desk):
    desk.open(VILLAGE)
    desk.declare(village=GUNUNG_MENYAN, consent_how="thumb", consent_on=date(2026, 11, 24))
    desk.page.parts.actions.take.click()
    assert desk.page.parts.declaration.form.fields["consent_on"].error() == sentence("date.future")


def test_consent_stands_in_every_record_as_declared(desk, store):
    desk.open(VILLAGE)
    desk.declare(village=GUNUNG_MENYAN, consent_how="thumb", consent_on=date(2026, 11, 2))
    row = next(row for row in desk.take().rows if row.verdict == "taken")
    record = store.records.get("signup", row.signup.id).record
    assert (record.consent_how, record.consent_at.date()) == ("thumb", date(2026, 11, 2))


def test_consent_to_one_file_is_not_carried_over_to_another(desk):
    desk.open(VILLAGE)
    desk.whole()
    desk.open(TRADERS)
    assert desk.page.parts.declaration.declared().consent_how is None


def test_what_the_file_lacks_is_asked_for_first(desk):
    desk.open(FISHERS)
    fields = desk.page.parts.declaration.form.fields
    assert desk.words() == "Isi dulu: Pekerjaan, Program."
    assert fields["occupation"].isVisible()
    assert not fields["monthly_income"].isVisible()
    desk.page.parts.declaration.more.click()
    assert fields["monthly_income"].isVisible()


def test_the_count_follows_what_is_declared(desk):
    desk.open(VILLAGE)
    assert desk.page.parts.tally.sentence.text() == "0 siap diambil"
    desk.declare(village=GUNUNG_MENYAN)
    assert desk.page.parts.tally.sentence.text() == f"{desk.page.shown.count('ready')} siap diambil"
    assert desk.page.shown.count("ready") > 30


def test_a_village_outside_the_area_is_refused(desk):
    desk.open(VILLAGE)
    desk.declare(village="3171011001")
    desk.page.parts.actions.take.click()
    desk.page.parts.declaration.complain()
    assert desk.page.parts.declaration.form.fields["village"].error() == sentence("register.village_outside")


def test_warnings_are_taken_only_once_somebody_has_looked(desk, store):
    desk.open(VILLAGE)
    desk.whole()
    ready, looks = desk.page.shown.count("ready"), desk.page.shown.count("look")
    assert looks
    desk.page.parts.declaration.warnings.click()
    assert desk.page.parts.actions.take.words() == f"Ambil {ready + looks} catatan"
    desk.take()
    assert store.records.counts("signup").queued == ready + looks


def test_each_line_has_its_number_result_and_reason(desk):
    desk.open(VILLAGE)
    desk.whole()
    desk.page.parts.rows.filters.chips["repair"].click()
    assert "NIK baru 15 angka, seharusnya 16" in desk.reasons()
    assert len(desk.reasons()) == desk.page.shown.count("repair")


def test_the_chosen_line_says_all_that_is_wrong_and_covers_the_nik(desk):
    desk.open(VILLAGE)
    desk.whole()
    rows = desk.page.parts.rows
    row = next(row for row in desk.page.shown.rows if row.verdict == "ready")
    rows.table.selectRow([line.number for line in desk.page.shown.rows].index(row.number))
    assert row.name in rows.detail.text()
    assert row.nik not in rows.detail.text()
    assert f"{row.nik[:6]}******{row.nik[-4:]}" in rows.detail.text()


def test_columns_say_what_they_are_read_as_and_can_be_given_another_meaning(desk):
    desk.open(VILLAGE)
    desk.whole()
    ready = desk.page.shown.count("ready")
    name = next(column for column in desk.page.shown.columns if column.field == "name")
    desk.page.parts.columns.assigned.emit(name.index, "")
    desk.settle()
    assert desk.page.shown.count("ready") == 0
    desk.page.parts.columns.assigned.emit(name.index, "name")
    desk.settle()
    assert desk.page.shown.count("ready") == ready


def test_a_column_opens_its_meanings_by_keyboard(desk):
    desk.open(VILLAGE)
    desk.page.parts.head.views._choose(1)
    assert desk.page.parts.head.views.value == COLUMNS
    table = desk.page.parts.columns.table
    table.selectRow(3)
    desk.bot.keyClick(table, Qt.Key.Key_Return)
    assert desk.page.parts.columns.menu.isVisible()
    assert desk.page.parts.columns.menu.actions()[0].text() == "Tidak dibaca"
    desk.page.parts.columns.menu.close()


def test_long_numbers_are_covered_among_the_first_cells(desk):
    desk.open(VILLAGE)
    nik = next(column for column in desk.page.shown.columns if column.field == "nik")
    assert all("***" in sample for sample in desk.page.shown.samples[nik.index])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("daftar.xlsx", b"PK\x03\x04 cut short", "register.not_a_workbook"),
        ("daftar.xls", b"\xd0\xcf\x11\xe0 old or locked", "register.old_or_locked"),
        ("daftar.csv", b"a;b\n1;2\n", "register.no_headings"),
        ("besar.csv", b"x" * (20 * 2**20 + 1), "register.too_big"),
    ],
)
def test_a_bad_file_gives_its_sentence_and_asks_for_another(desk, tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    desk.open(path)
    assert desk.page.parts.choose.failure.sentence.text() == sentence(code)
    assert desk.page.parts.choose.failure.isVisible()
    assert desk.page.focusWidget() is desk.page.parts.choose.pick


def test_a_file_that_is_gone_gives_its_sentence(desk, tmp_path):
    desk.open(tmp_path / "tidak-ada.xlsx")
    assert desk.page.parts.choose.failure.sentence.text() == sentence("register.unreadable")


def test_a_dropped_file_is_looked_at(desk):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(TRADERS))])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    desk.page.dropEvent(QDropEvent(QPoint(400, 300), Qt.DropAction.CopyAction, data, *none))
    desk.settle()
    assert desk.page.shown.path == TRADERS


def test_a_file_no_longer_wanted_is_not_shown(desk):
    desk.page.load(VILLAGE)
    desk.page.parts.choose.stop.click()
    desk.settle()
    assert desk.page.shown is None
    assert desk.page.parts.choose.isVisible()


def test_another_file_while_one_is_read_wins(desk):
    desk.page.load(VILLAGE)
    desk.page.load(TRADERS)
    desk.settle()
    desk.bot.waitUntil(lambda: desk.page.shown is not None)
    assert desk.page.shown.path == TRADERS


def test_a_failing_disk_keeps_nothing_says_so_and_lets_one_try_again(desk, store):
    def fails(previewed, save_many, looked_at=()):
        raise StoreError("store.disk_full")

    whole, broken = desk.page._desk, {**vars(desk.page._desk), "take": fails}
    desk.open(VILLAGE)
    desk.whole()
    desk.page._desk = type(whole)(**broken)
    desk.page.parts.actions.take.click()
    desk.settle()
    assert desk.page.parts.news_bar.sentence.text() == sentence("store.disk_full")
    assert store.records.counts("signup").queued == 0
    desk.page._desk = whole
    assert whole.take is take
    desk.take()
    assert store.records.counts("signup").queued > 30


def test_the_report_has_every_line(desk, tmp_path):
    desk.open(VILLAGE)
    desk.whole()
    report = desk.take()
    desk.page.save_report(tmp_path / "laporan.xlsx")
    desk.settle()
    assert desk.page.parts.news_bar.sentence.text() == "Laporan tersimpan: laporan.xlsx"
    sheet = load_workbook(tmp_path / "laporan.xlsx")["Baris"]
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == {str(row.number) for row in report.rows}


def test_a_report_that_cannot_be_written_is_said(desk, tmp_path):
    desk.open(VILLAGE)
    desk.page.save_report(tmp_path / "tidak-ada" / "laporan.xlsx")
    desk.settle()
    assert desk.page.parts.news_bar.sentence.text() == sentence("register.report_unwritable")


def test_after_one_sheet_another_of_the_same_workbook_can_be_taken(desk, store, tmp_path):
    book = load_workbook(VILLAGE)
    other = book.copy_worksheet(book["Data"])
    other.title = "Dusun lain"
    book.save(tmp_path / "dua.xlsx")
    desk.open(tmp_path / "dua.xlsx")
    desk.whole()
    taken = desk.take().count("taken")
    sheet = desk.page.parts.head.sheet
    assert [sheet.itemText(number) for number in range(sheet.count())] == ["Data", "Dusun lain"]
    left = next(name for name in ("Data", "Dusun lain") if name != desk.page.shown.sheet)
    sheet.value = left
    sheet.chosen.emit(left)
    desk.settle()
    assert (desk.page.shown.sheet, desk.page.shown.count("known")) == (left, taken)
    assert desk.page.parts.declaration.isVisible()


def test_escape_goes_back_to_the_list_and_the_next_import_begins_anew(desk):
    desk.open(VILLAGE)
    with desk.bot.waitSignal(desk.page.closed):
        desk.bot.keyClick(desk.page, Qt.Key.Key_Escape)
    assert desk.page.shown is None
    assert desk.page.parts.choose.isVisible()


@pytest.mark.parametrize("register", [FISHERS, VILLAGE, TRADERS])
@pytest.mark.parametrize("width", [1270, 1184, 1013, 847])
def test_the_page_fits_every_width(desk, register: Path, width):
    desk.page.fold(fold_of(width))
    desk.open(register)
    desk.whole()
    assert desk.page.minimumSizeHint().width() <= width
    assert desk.page.parts.side.widget().minimumSizeHint().width() <= desk.page.parts.side.minimumWidth() or width < 900


def test_in_one_column_the_declaration_is_a_view_of_its_own(desk):
    desk.page.fold(fold_of(847))
    desk.open(VILLAGE)
    assert not desk.page.parts.declaration.isVisible()
    desk.page.parts.head.views._choose(2)
    assert desk.page.parts.head.views.value == ASIDE
    assert desk.page.parts.declaration.isVisible()
    desk.page.fold(fold_of(1270))
    assert desk.page.parts.declaration.isVisible()
    assert desk.page.parts.rows.isVisible()


def test_every_control_has_a_name(desk):
    desk.open(VILLAGE)
    desk.whole()
    controls = desk.page.findChildren(object)
    nameless = [
        control
        for control in controls
        if getattr(control, "isVisible", bool)()
        and hasattr(control, "focusPolicy")
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not control.accessibleName()
    ]
    assert nameless == []
