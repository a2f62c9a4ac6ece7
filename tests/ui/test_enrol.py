"""First run: four short steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from fieldapp.contract.invitation import Invitation, decode
from fieldapp.ui.enrol import Enrol

INVITATION = Invitation(
    url="https://pusat.example",
    key="00" * 32,
    token="kunci",
    device="laptop-7",
    account="wulan",
    name="Wulan Andriani",
    role="officer",
    areas=("3201172001",),
)


@pytest.fixture
def door(shown) -> Enrol:
    return shown(Enrol(decode, lambda invitation, passphrase: (invitation.account, passphrase)), 1366, 720)


def test_an_invitation_leads_to_a_laptop_that_is_ready(door, qtbot):
    door.text.setText(INVITATION.encode())
    door.go[0].click()
    assert door.who.title.text() == "Wulan Andriani"
    door.go[1].click()
    qtbot.keyClicks(door.first, "sawah hijau")
    qtbot.keyClicks(door.second, "sawah hijau")
    qtbot.keyClick(door.second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: door.step() == 3)
    with qtbot.waitSignal(door.done) as done:
        door.go[3].click()
    assert done.args == [("wulan", "sawah hijau")]
    assert door.first.text() == ""


def test_a_text_that_is_no_invitation_is_refused_in_place(door):
    door.text.setText("halo")
    door.go[0].click()
    assert door.step() == 0
    assert door.invitation.error()


@pytest.mark.parametrize(("first", "second"), [("pendek", "pendek"), ("sawah hijau", "sawah hijou")])
def test_a_passphrase_is_long_enough_and_typed_twice(door, first, second):
    door.text.setText(INVITATION.encode())
    door.go[0].click()
    door.go[1].click()
    door.first.setText(first)
    door.second.setText(second)
    door.go[2].click()
    assert door.step() == 2
    assert door.choose.error() or door.repeat.error()


def test_everything_at_the_first_door_has_a_name(door):
    worked = [*door.findChildren(QAbstractButton), *door.findChildren(QLineEdit), *door.findChildren(QPlainTextEdit)]
    assert len(worked) > 4
    assert [one for one in worked if not one.accessibleName()] == []
