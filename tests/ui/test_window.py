"""The window: rail, pages, strip, keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from fieldapp.ui.fold import Fold
from fieldapp.ui.page import Page
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.line import LineEdit
from fieldapp.ui.strip import StripState
from fieldapp.ui.window import Window

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Notes(Page):
    """A page that remembers what it was told."""

    def __init__(self, key: str, title: str) -> None:
        super().__init__(title)
        self.key = key
        self.folds: list[Fold] = []
        self.refreshed = 0
        self.phone = LineEdit()
        box = QVBoxLayout(self)
        box.addWidget(Field("Nomor HP", self.phone, hint="Sangat disarankan"))
        box.addWidget(Button("Pendaftaran baru", key="Ctrl+N"))

    def fold(self, fold: Fold) -> None:
        self.folds.append(fold)

    def refresh(self) -> None:
        self.refreshed += 1


@pytest.fixture
def window(shown) -> Window:
    pages = [Notes("home", "Beranda"), Notes("signup", "Pendaftaran"), Notes("delivery", "Kirim")]
    state = StripState(NOW, "offline", 7, NOW - timedelta(days=2), None, NOW - timedelta(hours=3))
    return shown(Window(pages, state, "Wulan Andriani"), 1366, 720)


def test_pages_change_by_number_and_by_letter(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.current().key == "signup"
    qtbot.keyClick(window, Qt.Key.Key_K, ALT)
    assert window.current().key == "delivery"
    assert window.rail.entries["delivery"].isChecked()
    assert window.current().refreshed == 1


@pytest.mark.parametrize(
    ("width", "fold", "rail"),
    [(1366, Fold.WIDE, 96), (1280, Fold.MEDIUM, 96), (1093, Fold.NARROW, 80), (911, Fold.SINGLE, 64)],
)
def test_the_window_folds_by_its_own_width(window, width, fold, rail):
    window.resize(width, 560)
    assert window.width() == width
    assert window.folded == fold
    assert all(page.folds[-1] == fold for page in window.pages.values())
    assert window.rail.width() == rail


def test_the_strip_says_what_is_safe_and_what_waits(window):
    assert window.strip.sentences() == (
        "Tidak ada internet",
        "7 belum terkirim · tertua 2 hari",
        "Belum pernah mengirim",
        "Cadangan 3 jam lalu",
    )
    window.set_strip(StripState(NOW, "centre", sending="Sedang mengirim, sisa ±20 detik", free=90_000_000))
    assert window.strip.sentences() == (
        "Terhubung ke pusat",
        "Semua sudah terkirim",
        "Sedang mengirim, sisa ±20 detik",
        "Belum ada cadangan",
        "Ruang disk tinggal 90 MB",
    )


def test_a_pill_says_how_many_wait(window):
    window.pages["delivery"].set_count(7)
    assert window.rail.entries["delivery"].accessibleName() == "Kirim, 7"
    window.pages["delivery"].set_count(0)
    assert window.rail.entries["delivery"].accessibleName() == "Kirim"


def test_the_question_mark_shows_every_key_and_any_key_closes_it(window, qtbot):
    qtbot.keyClick(window, "?")
    said = window.sheet.words()
    assert {"Pendaftaran", "Kirim ke pusat", "Pendaftaran baru", "Kunci"} <= set(said)
    qtbot.keyClick(window.sheet, Qt.Key.Key_Escape)
    assert window.sheet.isHidden()


def test_a_question_mark_can_be_typed_into_a_field(window, qtbot):
    page = window.current()
    page.phone.setFocus()
    qtbot.keyClick(page.phone, "?")
    assert page.phone.text() == "?"
    assert window.sheet.isHidden()


def test_f1_helps_with_the_field_that_has_the_cursor_and_gives_it_back(window, qtbot):
    page = window.current()
    page.phone.setFocus()
    qtbot.keyClick(page.phone, Qt.Key.Key_F1)
    assert "Sangat disarankan" in window.sheet.words()
    qtbot.keyClick(window.sheet, Qt.Key.Key_Escape)
    assert page.phone.hasFocus()


def test_the_window_locks_by_key_and_after_five_idle_minutes(window, qtbot):
    with qtbot.waitSignal(window.locked) as locked:
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert locked.args == [False]
    assert window._idle.interval() == 300_000
    with qtbot.waitSignal(window.locked) as locked:
        window._idle.setInterval(10)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert locked.args == [True]


def test_f5_sends(window, qtbot):
    with qtbot.waitSignal(window.send):
        qtbot.keyClick(window, Qt.Key.Key_F5)


def test_everything_in_the_frame_has_a_name(window):
    assert [one for one in window.findChildren(QAbstractButton) if not one.accessibleName()] == []
