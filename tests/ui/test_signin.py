"""Sign-in: right, wrong, waiting, several people."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from fieldapp.errors import WrongPassphraseError
from fieldapp.ui.people import Other
from fieldapp.ui.signin import SignIn


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    role: str
    place: str


PEOPLE = (
    Person("a", "Wulan Andriani", "officer", "Desa Gunung Menyan"),
    Person("b", "Neneng Kusmiati", "supervisor", "Kecamatan Pamijahan"),
)


@pytest.fixture
def door(shown) -> SignIn:
    tries = []

    def unlock(account: str, passphrase: str) -> bytes:
        tries.append(passphrase)
        if passphrase != f"kata sandi {account}":
            raise WrongPassphraseError(2 if len(tries) > 1 else 0)
        return b"key"

    return shown(SignIn(PEOPLE, unlock, {"a": "1 draf"}), 1366, 720)


def enter(door: SignIn, qtbot, passphrase: str) -> None:
    door.open.passphrase.setText(passphrase)
    qtbot.keyClick(door.open.passphrase, Qt.Key.Key_Return)


def test_the_right_passphrase_opens_and_is_not_kept_in_the_box(door, qtbot):
    with qtbot.waitSignal(door.opened) as opened:
        enter(door, qtbot, "kata sandi a")
    assert opened.args == ["a", b"key"]
    assert door.open.passphrase.text() == ""


def test_a_wrong_passphrase_is_said_at_the_field_and_stays_there(door, qtbot):
    enter(door, qtbot, "salah")
    qtbot.waitUntil(lambda: "tidak cocok" in door.open.field.error())
    assert door.open.passphrase.text() == "salah"
    assert door.open.button.isEnabled()


def test_an_empty_passphrase_is_not_tried(door, qtbot):
    enter(door, qtbot, "")
    assert door.open.field.error() == "Tulis kata sandi dulu"


def test_after_several_wrong_tries_a_countdown_must_end_first(door, qtbot):
    for _ in range(2):
        enter(door, qtbot, "salah")
        qtbot.waitUntil(lambda: not door._beside.busy)
    assert "dalam 2 detik" in door.open.field.error()
    assert not door.open.button.isEnabled()
    qtbot.waitUntil(door.open.button.isEnabled, timeout=4000)
    with qtbot.waitSignal(door.opened):
        enter(door, qtbot, "kata sandi a")


def test_another_person_can_be_chosen_by_keyboard(door, qtbot):
    other = door.findChild(Other)
    assert other.accessibleName() == "Neneng Kusmiati, Penyelia, Kecamatan Pamijahan"
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Space)
    with qtbot.waitSignal(door.opened) as opened:
        enter(door, qtbot, "kata sandi b")
    assert opened.args[0] == "b"


def test_a_forgotten_passphrase_is_answered_with_what_can_be_done(door, qtbot):
    qtbot.keyClick(door.open.forgot, Qt.Key.Key_Return)
    assert door.banner.isVisible()
    said = " ".join(label.text() for label in door.banner.findChildren(QLabel))
    assert "penyelia" in said
    assert "sudah diterima pusat aman" in said


def test_the_door_offers_only_what_is_there(door):
    words = {one.accessibleName() for one in door.findChildren(QAbstractButton)}
    assert not {"Mode latihan", "Tambah akun dengan kode"} & words


def test_everything_on_the_door_has_a_name(door):
    assert [one for one in door.findChildren(QAbstractButton) if not one.accessibleName()] == []
