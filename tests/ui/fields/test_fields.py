"""The boxes for values take what people type and never lose it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldapp.domain import dates
from fieldapp.domain.problem import Problem
from fieldapp.domain.region import Regions
from fieldapp.ui.fields.date_edit import DateEdit
from fieldapp.ui.fields.money_edit import MoneyEdit
from fieldapp.ui.fields.nik_edit import FamilyCardEdit, NikEdit
from fieldapp.ui.fields.phone_edit import PhoneEdit
from fieldapp.ui.fields.village_edit import VillageEdit
from fieldapp.ui.form import Form
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.line import LineEdit

TODAY = date(2026, 8, 12)


def column(*widgets: QWidget) -> QWidget:
    page = QWidget()
    box = QVBoxLayout(page)
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return page


def born() -> DateEdit:
    return DateEdit(dates.birth, lambda: TODAY)


def test_a_nik_groups_itself_and_the_cursor_stays_where_one_types(shown, qtbot):
    nik = NikEdit()
    shown(column(nik))
    qtbot.keyClicks(nik, "3201171704859012")
    assert (nik.text(), nik.value) == ("32 01 17 170485 9012", "3201171704859012")
    nik.setCursorPosition(4)
    qtbot.keyClick(nik, Qt.Key.Key_Backspace)
    assert nik.text() == "32 11 71 704859 012"
    qtbot.keyClicks(nik, "0")
    assert nik.text() == "32 01 17 170485 9012"


def test_a_nik_takes_a_paste_with_dots_and_keeps_digits_that_are_too_many(shown, qtbot):
    nik, card = NikEdit(), FamilyCardEdit()
    shown(column(nik, card))
    nik.insert("32.01.17.170485-90125")
    nik.textEdited.emit(nik.text())
    assert nik.value == "32011717048590125"
    card.value = "3201171402099007"
    assert card.text() == "320117 140209 9007"


@pytest.mark.parametrize("typed", ["170485", "17-4-85", "17/04/1985", "17 apr 1985"])
def test_a_date_is_written_out_when_the_cursor_leaves(shown, qtbot, typed):
    box, after = born(), LineEdit()
    shown(column(box, after))
    box.line.setFocus()
    qtbot.keyClicks(box.line, typed)
    qtbot.keyClick(box.line, Qt.Key.Key_Tab)
    assert (box.line.text(), box.value) == ("17 April 1985", date(1985, 4, 17))
    assert after.hasFocus()


def test_a_year_that_can_be_two_is_asked_for_and_answered_by_keyboard(shown, qtbot):
    box, after = born(), LineEdit()
    shown(column(box, after))
    box.line.setFocus()
    qtbot.keyClicks(box.line, "12-3-20")
    assert box.value == "12-3-20"
    qtbot.keyClick(box.line, Qt.Key.Key_Tab)
    assert box.years.hasFocus()
    qtbot.keyClick(box.years, Qt.Key.Key_Right)
    assert box.value == date(1920, 3, 12)
    qtbot.keyClick(box.years, Qt.Key.Key_Right)
    assert box.value == date(2020, 3, 12)
    qtbot.keyClick(box.years, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_what_cannot_be_read_stays_as_it_was_typed(shown, qtbot):
    day, amount, phone = born(), MoneyEdit(), PhoneEdit()
    shown(column(day, amount, phone))
    for box, text in ((day.line, "31 feb"), (amount, "banyak"), (phone, "0812")):
        box.setFocus()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Tab)
        assert box.text() == text
    assert (day.value, amount.value, phone.value) == ("31 feb", "banyak", "0812")


def test_money_and_phones_are_written_in_one_way(shown, qtbot):
    amount, phone = MoneyEdit(), PhoneEdit()
    shown(column(amount, phone))
    for box, text in ((amount, "1,5jt"), (phone, "0812-0000-9014")):
        box.setFocus()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert (amount.text(), amount.value) == ("Rp1.500.000", 1_500_000)
    assert (phone.text(), phone.value) == ("0812 0000 9014", "+6281200009014")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    assert amount.value == 1_500_000


def test_a_village_is_suggested_while_typing_and_taken_by_tab(shown, qtbot):
    village, after = VillageEdit(Regions.load(), near=("320117",)), LineEdit()
    shown(column(village, after), 700, 500)
    village.setFocus()
    qtbot.keyClicks(village, "gunung m")
    assert village.suggestions()[0].text == "Gunung Menyan"
    qtbot.keyClick(village, Qt.Key.Key_Tab)
    assert (village.value, village.text(), village.tail) == ("3201172004", "Gunung Menyan", "Pamijahan, Kab. Bogor")
    assert after.hasFocus()
    assert village.suggestions() == ()


def test_escape_closes_the_suggestions_and_keeps_the_text(shown, qtbot):
    village = VillageEdit(Regions.load())
    shown(column(village), 700, 500)
    village.setFocus()
    qtbot.keyClicks(village, "sidomulyo")
    assert len(village.suggestions()) == 12
    qtbot.keyClick(village, Qt.Key.Key_Down)
    qtbot.keyClick(village, Qt.Key.Key_Escape)
    assert village.suggestions() == ()
    assert village.value == "sidomulyo"


def test_a_form_reads_fills_and_says_problems_at_the_field(shown, qtbot):
    form, said = Form(), []
    name = form.add("name", Field("Nama sesuai KTP", LineEdit()))
    nik = form.add("nik", Field("NIK", NikEdit()))
    shown(column(name, nik))
    form.changed.connect(said.append)
    form.fill({"nik": "320117170485901"})
    assert (form.values(), said) == ({"nik": "320117170485901"}, [])
    qtbot.keyClicks(name.editor, "Ade")
    assert said == ["name"] * 3
    links = form.show_problems([Problem("nik", "nik.length", {"digits": 15})])
    assert links == [(nik.error(), nik.editor)]
    assert form.wrong() == {"nik"}
    form.focus("nik")
    assert form.here() == "nik"
    assert nik.editor.text() == "32 01 17 170485 901"
