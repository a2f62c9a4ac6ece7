"""Qt itself speaks Indonesian."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit

from fieldapp.ui import qtbase


@pytest.fixture
def indonesian(qapp: QApplication):
    qtbase.speak(qapp, "id")
    yield
    qtbase.speak(qapp, "en")
    QLocale.setDefault(QLocale.c())


def test_standard_buttons_speak_indonesian(indonesian, qtbot):
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Save | kinds.Cancel | kinds.Yes | kinds.Discard)
    qtbot.addWidget(box)
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert texts == {"Simpan", "Batal", "Ya", "Buang"}


def test_the_menu_of_a_text_box_speaks_indonesian(indonesian, qtbot):
    box = QLineEdit("Enok")
    qtbot.addWidget(box)
    menu = box.createStandardContextMenu()
    texts = {action.text().replace("&", "").split("\t")[0] for action in menu.actions() if action.text()}
    assert texts == {"Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"}


def test_the_file_dialog_speaks_indonesian(indonesian, qtbot):
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "&Lihat di:"
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "&Nama berkas:"


def test_english_brings_qts_own_words_back(indonesian, qapp, qtbot):
    qtbase.speak(qapp, "en")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == "Cancel"
