"""From the invitation to the window, and back to the door: the whole composed app on a real directory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldapp.app.desk import Desk
from fieldapp.app.start import wear
from fieldapp.config import Paths, preferences
from fieldapp.contract.invitation import Invitation
from fieldapp.domain.signup import Signup
from fieldapp.store.enrolment import enrol
from fieldapp.store.query import Query
from fieldapp.ui.enrol import Enrol
from fieldapp.ui.signin import SignIn
from fieldapp.ui.window import Window
from tests.people import person

PASSPHRASE = "hujan bulan juni"
INVITATION = Invitation(
    url="http://127.0.0.1:9",
    key="00" * 32,
    token="token",
    device="d1",
    account="wulan",
    name="Wulan Andriani",
    role="officer",
    areas=("3201172003",),
)


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


@pytest.fixture
def desk(qapp: QApplication, places: Paths) -> Iterator[Desk]:
    made = Desk(qapp, places, wear)
    yield made
    made.end()


def enrolled(places: Paths) -> None:
    enrol(places, INVITATION, PASSPHRASE)


def test_a_new_laptop_asks_for_its_invitation(desk: Desk) -> None:
    desk.start("", "")
    assert isinstance(desk.shown, Enrol)


def test_an_invitation_and_a_passphrase_lead_to_the_window(desk: Desk, qtbot: QtBot) -> None:
    desk.start("", "")
    door = desk.shown
    assert isinstance(door, Enrol)
    door.text.setText(INVITATION.encode())
    qtbot.keyClick(door.go[0], Qt.Key.Key_Space)
    qtbot.keyClick(door.go[1], Qt.Key.Key_Space)
    door.first.setText(PASSPHRASE)
    door.second.setText(PASSPHRASE)
    qtbot.keyClick(door.go[2], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: door.step() == 3, timeout=10_000)
    qtbot.keyClick(door.go[3], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(desk.shown, Window), timeout=10_000)


def test_the_door_opens_with_the_passphrase(desk: Desk, places: Paths, qtbot: QtBot) -> None:
    enrolled(places)
    desk.start("", "")
    door = desk.shown
    assert isinstance(door, SignIn)
    qtbot.keyClicks(door.open.passphrase, PASSPHRASE)
    qtbot.keyClick(door.open.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desk.shown, Window), timeout=10_000)


def test_locking_keeps_the_unfinished_form_and_shows_only_the_door(desk: Desk, places: Paths, qtbot: QtBot) -> None:
    enrolled(places)
    desk.start("", PASSPHRASE)
    session = desk.session
    assert session is not None
    session.window.show_page("signup")
    session.signups.new()
    session.signups.editor.form.form.put("name", "Siti Maesaroh")
    session.window.locked.emit(True)
    assert isinstance(desk.shown, SignIn)
    assert desk.session is None
    desk.start("", PASSPHRASE)
    assert desk.session is not None
    assert [draft.form["name"] for draft in desk.session.store.drafts.of("wulan")] == ["Siti Maesaroh"]


def test_going_back_to_a_backup_brings_its_records_back(desk: Desk, places: Paths, qtbot: QtBot) -> None:
    enrolled(places)
    desk.start("", PASSPHRASE)
    assert desk.session is not None
    store = desk.session.store
    store.records.save(person(1), by="wulan")
    backup = store.backups.now()
    store.records.save(person(2), by="wulan")
    desk.session.restore.emit(backup.path)
    qtbot.waitUntil(lambda: desk.session is not None and desk.session.store is not store, timeout=10_000)
    assert desk.session is not None
    assert desk.session.store.records.page(Query("signup")).total == 1


def test_another_language_changes_the_window_at_once(desk: Desk, places: Paths, qtbot: QtBot) -> None:
    enrolled(places)
    desk.start("", PASSPHRASE)
    assert desk.session is not None
    desk.session.settings.appearance.language.value = "en"
    desk.session.settings.appearance.language.chosen.emit("en")
    assert desk.session.window.pages["delivery"].title == "Send"
    assert preferences(places.preferences).language == "en"
    desk.session.settings.appearance.language.value = "id"
    desk.session.settings.appearance.language.chosen.emit("id")
    assert desk.session.window.pages["delivery"].title == "Kirim"


def test_the_arrows_go_on_from_one_text_size_to_the_next(desk: Desk, places: Paths, qtbot: QtBot) -> None:
    enrolled(places)
    desk.start("", PASSPHRASE)
    assert desk.session is not None
    for size in ("large", "largest"):
        letters = desk.session.settings.appearance.letters
        qtbot.keyClick(letters, Qt.Key.Key_Right)
        assert preferences(places.preferences).text_size == size
        assert desk.session.window.focusWidget() is desk.session.settings.appearance.letters


def test_backups_go_to_the_second_place_too_and_it_is_remembered(desk: Desk, places: Paths, tmp_path: Path) -> None:
    enrolled(places)
    stick = tmp_path / "stik"
    stick.mkdir()
    desk.start("", PASSPHRASE)
    assert desk.session is not None
    desk.session.settings.safety._safe.choose(stick)
    desk.session.store.backups.now()
    assert len(list(stick.glob("*.db"))) == 1
    assert preferences(places.preferences).second_backup == str(stick)


def test_what_a_colleague_changed_while_the_form_was_open_stays(desk: Desk, places: Paths) -> None:
    enrolled(places)
    desk.start("", PASSPHRASE)
    assert desk.session is not None
    store, page = desk.session.store, desk.session.signups
    first = person(1, by="wulan")
    store.records.save(first, by="wulan")
    desk.session.window.show_page("signup")
    page.open(str(first.id))
    theirs = Signup.restored({**first.fields(), "street": "Jalan Anggrek 9"}, first.id)
    store.records.save(theirs, by="sari", seen=first)
    page.editor.form.form.put("mother_name", "Onih")
    page.editor.summary.confirmed = {problem.code for problem in first.warnings(store.now().date())}
    page.editor.save()
    kept = store.records.get("signup", first.id)
    assert kept is not None
    assert (kept.record.fields()["street"], kept.record.fields()["mother_name"]) == ("Jalan Anggrek 9", "Onih")


def damage(places: Paths) -> None:
    with places.database.open("r+b") as file:
        file.seek(8192)
        file.write(bytes(8192))


def test_a_passphrase_that_does_not_open_leads_to_the_door_with_a_sentence(desk: Desk, places: Paths) -> None:
    enrolled(places)
    desk.start("", "bukan kata sandinya")
    assert isinstance(desk.shown, SignIn)
    assert "Kata sandi" in desk.shown.banner.sentence.text()


def test_a_damaged_file_is_moved_aside_and_the_newest_backup_opens(desk: Desk, places: Paths, qtbot: QtBot) -> None:
    enrolled(places)
    desk.start("", PASSPHRASE)
    assert desk.session is not None
    desk.session.store.records.save(person(1), by="wulan")
    desk.session.store.backups.now()
    desk.session.window.locked.emit(False)
    damage(places)
    door = desk.shown
    assert isinstance(door, SignIn)
    qtbot.keyClicks(door.open.passphrase, PASSPHRASE)
    qtbot.keyClick(door.open.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(door.mend.isVisible, timeout=10_000)
    qtbot.keyClick(door.mend, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(desk.shown, Window), timeout=10_000)
    assert desk.session is not None
    assert desk.session.store.records.page(Query("signup")).total == 1
    assert len(list(places.data.glob("*disisihkan*"))) >= 1
