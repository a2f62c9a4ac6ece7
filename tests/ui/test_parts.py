"""The parts keep what look.md and HOUSE promise of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from fieldapp.ui import theme
from fieldapp.ui.parts.badge import LOOKS, Badge, word
from fieldapp.ui.parts.button import Button, IconButton
from fieldapp.ui.parts.card import Ask, EmptyState
from fieldapp.ui.parts.cells import Cell, Column, Line
from fieldapp.ui.parts.chips import ChipRow
from fieldapp.ui.parts.choice import Choice
from fieldapp.ui.parts.errors import ErrorLink, ErrorSummary
from fieldapp.ui.parts.field import Field, row
from fieldapp.ui.parts.line import LineEdit, PassphraseEdit, SearchBox
from fieldapp.ui.parts.record_list import RecordList, Row
from fieldapp.ui.parts.ring import FocusRing
from fieldapp.ui.parts.segment import Segment
from fieldapp.ui.parts.table import Table
from fieldapp.ui.parts.undo import UndoBar


def column(*widgets: QWidget) -> QWidget:
    page = QWidget()
    box = QVBoxLayout(page)
    for widget in widgets:
        box.addWidget(widget)
    return page


def test_arrows_and_initials_choose_in_a_segment_with_one_tab_stop(shown, qtbot):
    sex, before, after = Segment([("male", "Laki-laki"), ("female", "Perempuan")]), LineEdit(), LineEdit()
    shown(column(before, Field("Jenis kelamin", sex), after))
    said = []
    sex.chosen.connect(said.append)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert sex.hasFocus()
    qtbot.keyClick(sex, Qt.Key.Key_Right)
    assert sex.value == "male"
    qtbot.keyClick(sex, Qt.Key.Key_Right)
    qtbot.keyClick(sex, Qt.Key.Key_L)
    assert said == ["male", "female", "male"]
    assert sex.accessibleName() == "Jenis kelamin: Laki-laki"
    qtbot.keyClick(sex, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_the_ring_follows_scrolling_and_never_leaves_the_viewport(shown, qtbot):
    lines = [LineEdit() for _ in range(40)]
    area = QScrollArea()
    area.setWidget(column(*lines))
    area.setWidgetResizable(True)
    window = column(area, Button("Simpan"))
    ring = FocusRing(window)
    shown(window, 400, 300)
    lines[1].setFocus()
    before = ring.y()
    area.verticalScrollBar().setValue(20)
    assert ring.y() == before - 20
    assert ring.geometry().center() == lines[1].mapTo(window, QPoint()) + lines[1].rect().center()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not ring.isVisible()


def test_an_error_takes_the_place_of_the_hint_and_keeps_what_was_typed(shown):
    field = Field("Nomor HP", LineEdit("0812"), hint="Sangat disarankan")
    shown(column(field))
    field.show_error("Nomor HP terlalu pendek")
    assert field.error() == "Nomor HP terlalu pendek"
    assert field.editor.property("state") == "error"
    assert field.editor.text() == "0812"
    field.clear_error()
    assert field.error() == ""


def test_a_key_on_a_button_presses_it(shown, qtbot):
    button = Button("Simpan", "primary", key="Ctrl+S")
    page = shown(column(button, LineEdit()))
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert button.height() == 36


@pytest.mark.parametrize("state", LOOKS)
def test_every_state_has_a_word_beside_its_colour(qtbot, state):
    badge = Badge(state)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == word(state)


def test_an_undone_thing_is_undone_once(shown, qtbot):
    bar, undone = UndoBar(), []
    page = shown(column(LineEdit(), bar))
    bar.offer("Pendaftaran Rukmini ditarik", lambda: undone.append(1))
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.isHidden()
    bar.undo()
    assert undone == [1]


def test_an_offer_to_undo_ends_after_thirty_seconds(shown):
    bar = UndoBar()
    shown(column(bar))
    bar.offer("Pendaftaran Rukmini ditarik", lambda: None)
    for _ in range(29):
        bar._second()
    assert bar.isVisible()
    bar._second()
    assert not bar.isVisible()


def test_a_list_of_many_reads_only_the_blocks_in_sight(shown):
    asked = []

    def fetch(offset: int, limit: int) -> list[Row]:
        asked.append(offset)
        return [Row(str(n), f"Warga {n}") for n in range(offset, offset + limit)]

    names = RecordList("Pendaftaran")
    shown(column(names))
    names.show_many(200_000, fetch)
    names.grab()
    names.scrollToBottom()
    names.grab()
    assert set(asked) <= {0, 100, 199_800, 199_900}


def test_the_chosen_record_stays_chosen_when_the_list_changes(shown, qtbot):
    names, chosen = RecordList("Pendaftaran"), []
    shown(column(names))
    names.chosen.connect(chosen.append)
    names.show_rows([Row("a", "Ade"), Row("b", "Enok")])
    qtbot.keyClick(names, Qt.Key.Key_Down)
    qtbot.keyClick(names, Qt.Key.Key_Down)
    assert chosen[-1] == "b"
    names.show_rows([Row("c", "Cecep"), Row("a", "Ade"), Row("b", "Enok")])
    assert names.current() == "b"
    with qtbot.waitSignal(names.opened) as opened:
        qtbot.keyClick(names, Qt.Key.Key_Return)
    assert opened.args == ["b"]


def test_a_table_says_its_states_as_words(shown):
    table = Table("Kiriman", [Column("Catatan"), Column("Hasil", 200)])
    shown(column(table))
    table.show_rows([Line("a", (Cell("Enok", "pendaftaran"), Cell(state="delivered")))])
    assert table.model().index(0, 1).data() == "Diterima pusat"
    table.selectRow(0)
    assert table.selected() == ("a",)


def test_the_summary_of_errors_takes_the_focus_and_leads_to_the_field(shown, qtbot):
    nik, summary = LineEdit(), ErrorSummary()
    shown(column(summary, nik))
    summary.show_errors("Belum bisa disimpan.", [("NIK baru 15 angka", nik)])
    assert summary.hasFocus()
    qtbot.mouseClick(summary.findChild(ErrorLink), Qt.MouseButton.LeftButton)
    assert nik.hasFocus()


def test_enter_in_the_summary_of_errors_leads_to_the_first_field_and_tab_to_the_links(shown, qtbot):
    nik, name, summary = LineEdit(), LineEdit(), ErrorSummary()
    shown(column(summary, nik, name))
    summary.show_errors("Belum bisa disimpan.", [("NIK baru 15 angka", nik), ("Nama belum diisi", name)])
    qtbot.keyClick(summary, Qt.Key.Key_Return)
    assert nik.hasFocus()
    summary.setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Nama belum diisi"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert name.hasFocus()


def test_a_long_error_takes_more_lines_and_never_more_width(shown):
    nik, summary = LineEdit(), ErrorSummary()
    page = shown(column(summary, nik), 400, 300)
    summary.show_errors("Belum bisa disimpan.", [("NIK ini dari kabupaten atau kota lain. " * 6, nik)])
    assert page.minimumSizeHint().width() <= 400
    link = summary.findChild(ErrorLink)
    assert link.heightForWidth(300) > 3 * link.fontMetrics().height()


@pytest.mark.parametrize("made", [lambda: Button("Simpan"), lambda: IconButton("silang", "Tutup")])
def test_enter_presses_a_button_as_the_space_bar_does(shown, qtbot, made):
    button = made()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(column(button))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_a_long_cell_stands_in_a_higher_row_and_whole_in_its_tooltip(shown):
    table = Table("Kiriman", [Column("Catatan"), Column("Hasil", 200)])
    shown(column(table))
    why = "Desa ini bukan wilayah <Anda>. Minta penyelia menambahkannya."
    table.show_rows([Line("a", ("Enok", "No. 1")), Line("b", ("Rukmini", Cell(why, long=True)))])
    assert table.rowHeight(1) > table.rowHeight(0)
    tip = table.rows.data(table.rows.index(1, 1), Qt.ItemDataRole.ToolTipRole)
    assert tip == "Desa ini bukan wilayah &lt;Anda&gt;. Minta penyelia menambahkannya."


def test_a_withdrawal_needs_a_reason(shown, qtbot):
    ask = Ask("Tarik")
    shown(column(ask))
    ask.ask("Tarik pendaftaran Rukmini?")
    assert not ask.verb.isEnabled()
    qtbot.keyClicks(ask.reason, "Salah orang")
    with qtbot.waitSignal(ask.answered) as answered:
        qtbot.keyClick(ask.reason, Qt.Key.Key_Return)
    assert answered.args == ["Salah orang"]


def test_turning_a_chip_off_turns_the_first_one_on(shown, qtbot):
    chips = ChipRow([("", "Semua"), ("queued", "Belum terkirim")])
    shown(column(chips))
    qtbot.mouseClick(chips.chips["queued"], Qt.MouseButton.LeftButton)
    assert chips.value == "queued"
    qtbot.mouseClick(chips.chips["queued"], Qt.MouseButton.LeftButton)
    assert chips.value == ""


def test_searching_waits_for_a_pause_and_escape_empties_the_box(shown, qtbot):
    box = SearchBox("Cari nama, NIK, HP, desa")
    shown(column(box))
    with qtbot.waitSignal(box.searched) as searched:
        qtbot.keyClicks(box, "enok")
    assert searched.args == ["enok"]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_a_passphrase_can_be_shown(shown, qtbot):
    box = PassphraseEdit()
    shown(column(box))
    qtbot.mouseClick(box.eye, Qt.MouseButton.LeftButton)
    assert box.echoMode() == QLineEdit.EchoMode.Normal


def test_a_change_of_theme_repaints_what_is_open(shown, qapp):
    page = shown(column(Button("Simpan", "primary"), Badge("queued")))
    light = page.grab().toImage()
    theme.apply(qapp, dark=True)
    dark = page.grab().toImage()
    theme.apply(qapp)
    assert light.pixelColor(2, 2) == theme.colour("ground")
    assert dark.pixelColor(2, 2).name() == "#12151d"
    assert page.grab().toImage() == light


def test_a_larger_text_size_reaches_widgets_that_are_open(shown, qapp):
    button = Button("Simpan")
    shown(column(button))
    before = button.sizeHint().width()
    theme.apply(qapp, scale=1.3)
    assert button.sizeHint().width() > before
    theme.apply(qapp)
    assert button.sizeHint().width() == before


def test_everything_that_can_be_pressed_or_typed_into_has_a_name(shown):
    choice = Choice([(1, "1 bulan")])
    page = shown(
        column(
            *[Field("Nomor HP", LineEdit()), Field("Bayar", choice), PassphraseEdit(), SearchBox("Cari")],
            *[ChipRow([("", "Semua")]), EmptyState("kunjungan", "Belum ada.", Button("Catat")), Ask("Tarik")],
        )
    )
    page.layout().addLayout(row(Field("RT", LineEdit()), (Field("RW", LineEdit()), 1)))
    kinds = (QAbstractButton, LineEdit, Choice)
    nameless = [w for kind in kinds for w in page.findChildren(kind) if not w.accessibleName()]
    assert [w for w in nameless if not isinstance(w, PassphraseEdit)] == []


def test_the_ring_outlives_the_widget_it_lay_around(shown, qtbot):
    first, second = LineEdit(), LineEdit()
    window = column(first, second)
    ring = FocusRing(window)
    shown(window)
    first.setFocus()
    first.deleteLater()
    qtbot.waitUntil(lambda: not isValid(first))
    second.setFocus()
    assert ring.target is second


def test_an_ampersand_in_a_label_is_shown(shown):
    field = Field("Pekerjaan & iuran", LineEdit())
    shown(column(field))
    assert field.editor.accessibleName() == "Pekerjaan & iuran"
    assert field.findChild(QLabel).text() == "Pekerjaan && iuran"
