"""Pengaturan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from fieldapp.config import Preferences
from fieldapp.errors import DiskFullError, UnreadableFileError, WrongPassphraseError
from fieldapp.ui.fold import Fold
from fieldapp.ui.parts.button import Button
from fieldapp.ui.settings.page import SettingsPage
from fieldapp.ui.settings.safety import Copy, Safe


class Laptop:
    """Backups kept in a list."""

    def __init__(self) -> None:
        self.kept: list[Copy] = []
        self.restored: list[Copy] = []
        self.full = self.damaged = False
        self.second: Path | None = None

    def choose(self, folder: Path | None) -> None:
        self.second = folder

    def backup(self) -> None:
        if self.full:
            raise DiskFullError
        self.kept.append(Copy(Path(f"/{len(self.kept)}"), datetime.now(UTC) - timedelta(hours=3), 2_340_000))

    def restore(self, copy: Copy) -> None:
        if self.damaged:
            raise UnreadableFileError
        self.restored.append(copy)

    def change(self, old: str, _new: str) -> None:
        if old != "lama sekali":
            raise WrongPassphraseError


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


@pytest.fixture
def page(shown, laptop) -> SettingsPage:
    safe = Safe(
        place=Path("/data"),
        second=lambda: laptop.second,
        choose=laptop.choose,
        backup=laptop.backup,
        copies=lambda: laptop.kept,
        restore=laptop.restore,
    )
    return shown(SettingsPage(Preferences(), safe, laptop.change), 1184, 640)


def press(page: SettingsPage, word: str) -> None:
    QApplication.processEvents()
    next(one for one in page.findChildren(Button) if one.words() == word and one.isVisible()).click()


def test_a_second_place_for_backups_can_be_taken_back(page, laptop):
    laptop.second = Path("/stik")
    page.refresh()
    assert page.safety.second.whole() == "/stik"
    press(page, "Lepas")
    assert laptop.second is None
    assert page.safety.pick.words() == "Pilih folder"


def test_a_choice_of_theme_is_told_at_once(page, qtbot):
    page.appearance.theme.setFocus()
    with qtbot.waitSignal(page.preferred) as told:
        qtbot.keyClick(page.appearance.theme, Qt.Key.Key_Right)
    assert told.args == [Preferences(theme="light")]


def test_a_backup_is_made_and_listed(page, laptop, qtbot):
    press(page, "Cadangkan sekarang")
    qtbot.waitUntil(lambda: page.safety.said.text() == "Cadangan selesai.")
    assert len(laptop.kept) == 1
    assert any(one.words() == "Kembalikan" for one in page.findChildren(Button))


def test_a_backup_that_found_no_room_says_so(page, laptop, qtbot):
    laptop.full = True
    press(page, "Cadangkan sekarang")
    qtbot.waitUntil(lambda: page.safety.said.text() != "Sedang mencadangkan…")
    assert page.safety.said.text() not in ("", "Cadangan selesai.")


def test_going_back_to_a_backup_is_asked_in_place(page, laptop):
    laptop.backup()
    page.refresh()
    press(page, "Kembalikan")
    assert laptop.restored == []
    press(page, "Ya, kembali")
    assert laptop.restored == laptop.kept


def test_the_keyboard_makes_a_backup_and_goes_back_to_it(page, laptop, qtbot):
    page.safety.now.setFocus()
    qtbot.keyClick(page.safety.now, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.safety.said.text() == "Cadangan selesai.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for word in ("Kembalikan", "Ya, kembali"):
        assert QApplication.focusWidget().words() == word
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert laptop.restored == laptop.kept


def test_who_does_not_go_back_stands_where_it_was_asked(page, laptop, qtbot):
    laptop.backup()
    laptop.backup()
    page.refresh()
    press(page, "Kembalikan")
    press(page, "Batal")
    assert QApplication.focusWidget().accessibleName().startswith("Kembalikan")


def test_a_backup_that_cannot_be_read_is_said_and_changes_nothing(page, laptop):
    laptop.backup()
    laptop.damaged = True
    page.refresh()
    press(page, "Kembalikan")
    press(page, "Ya, kembali")
    assert page.safety.said.text()
    assert laptop.restored == []


def test_the_passphrase_changes_only_with_the_old_one(page, qtbot):
    card = page.passphrase
    for field, text in ((card.old, "salah"), (card.new, "baru sekali"), (card.again, "baru sekali")):
        field.editor.setText(text)
    card.button.click()
    qtbot.waitUntil(lambda: card.old.error() != "")
    card.old.editor.setText("lama sekali")
    card.button.click()
    qtbot.waitUntil(lambda: card.said.text() == "Kata sandi sudah diganti.")


@pytest.mark.parametrize(("width", "fold"), [(1184, Fold.MEDIUM), (1013, Fold.NARROW), (847, Fold.SINGLE)])
def test_the_page_fits_every_width(page, laptop, width, fold):
    laptop.backup()
    page.refresh()
    page.fold(fold)
    page.resize(width, 500)
    assert page.minimumSizeHint().width() <= width
    assert page.width() == width


def test_everything_on_the_page_has_a_name(page, laptop):
    laptop.backup()
    page.refresh()
    assert [one for one in page.findChildren(QAbstractButton) if not one.accessibleName()] == []
