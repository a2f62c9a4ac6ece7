"""A visit from the first key to the record, and what follows from it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from fieldapp.domain.visit import Visit
from fieldapp.store.query import Query
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.errors import ErrorLink
from tests.people import person, talk

FORM = [
    ("held_on", "11-8-26"),
    ("starts", "930"),
    ("ends", "11"),
    ("village", "gunung m"),
    ("place", "Balai desa"),
    ("activity", "s"),
    ("step", ""),
    ("topic", "Manfaat JKK dan JKM"),
    ("speaker", "Wulan"),
    ("target_group", "Kelompok tani"),
    ("partners", ""),
    ("men", "9"),
    ("women", "15"),
    ("prospects", "6"),
    ("questions", "Kapan mulai dilindungi?"),
    ("obstacles", ""),
    ("signups", ""),
    ("follow_up", "Antar formulir"),
    ("follow_up_due", "20 agt 2026"),
    ("follow_up_by", "Pak Dadang"),
    ("number", ""),
    ("note", ""),
]


def type_form(qtbot, page, **other: str) -> None:
    page.editor.form.begin()
    for name, text in FORM:
        assert page.editor.form.form.here() == name
        if typed := other.get(name, text):
            qtbot.keyClicks(QApplication.focusWidget(), typed)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def press(qtbot, page, key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, Qt.KeyboardModifier.ControlModifier)


def said(page) -> list[str]:
    return [link.text() for link in page.editor.form.errors.findChildren(ErrorLink) if link.isVisibleTo(page)]


def visits(store) -> list[Visit]:
    return [store.records.get("visit", line.id).record for line in store.records.page(Query("visit")).lines]


def button(page, words: str) -> Button:
    QApplication.processEvents()
    return next(one for one in page.findChildren(Button) if one.words() == words and one.isVisible())


def test_a_visit_is_typed_by_keyboard_only(visit_page, store, qtbot):
    page = visit_page()
    type_form(qtbot, page)
    with qtbot.waitSignal(page.saved) as saved:
        press(qtbot, page, Qt.Key.Key_S)
    record = store.records.get("visit", UUID(saved.args[0])).record
    assert record.fields() | {"recorded_at": ""} == {
        "held_on": "2026-08-11",
        "starts": "09:30",
        "ends": "11:00",
        "village": "3201172004",
        "place": "Balai desa",
        "activity": "talk",
        "topic": "Manfaat JKK dan JKM",
        "speaker": "Wulan",
        "target_group": "Kelompok tani",
        "men": 9,
        "women": 15,
        "prospects": 6,
        "questions": "Kapan mulai dilindungi?",
        "follow_up": "Antar formulir",
        "follow_up_due": "2026-08-20",
        "follow_up_by": "Pak Dadang",
        "officer": "petugas",
        "recorded_by": "petugas",
        "recorded_at": "",
    }
    assert page.editor.head.badge.state == "queued"
    assert store.drafts.of("petugas") == ()


def test_saving_and_going_on_keeps_village_date_and_officer(visit_page, store, qtbot):
    page = visit_page()
    type_form(qtbot, page)
    press(qtbot, page, Qt.Key.Key_Return)
    assert len(visits(store)) == 1
    held = page.editor.form.values()
    assert {name: str(held[name]) for name in held} == {
        "village": "3201172004",
        "held_on": "2026-08-11",
        "officer": "petugas",
    }
    assert page.editor.form.form.here() == "held_on"


def test_an_unfinished_visit_is_offered_after_a_crash(visit_page, store, qtbot):
    page = visit_page()
    page.editor.form.form.focus("place")
    qtbot.keyClicks(QApplication.focusWidget(), "Pasar Cim")
    qtbot.waitUntil(lambda: bool(store.drafts.of("petugas")), timeout=2000)
    again = visit_page()
    qtbot.mouseClick(button(again, "Lanjutkan"), Qt.MouseButton.LeftButton)
    assert again.editor.form.values()["place"] == "Pasar Cim"
    assert len(store.drafts.of("petugas")) == 1


def test_what_stops_saving_is_said_on_top_and_at_the_field(visit_page, store, qtbot):
    page = visit_page()
    type_form(qtbot, page, place="", men="banyak", activity="")
    press(qtbot, page, Qt.Key.Key_S)
    form = page.editor.form
    assert form.errors.hasFocus()
    place, activity, men = (form.form.fields[name].error() for name in ("place", "activity", "men"))
    assert said(page) == [place, activity, f"Laki-laki hadir: {men}"]
    assert form.form.fields["men"].editor.text() == "banyak"
    assert visits(store) == []


def test_a_count_that_is_no_number_is_told_with_the_name_of_its_field(visit_page, qtbot):
    page = visit_page()
    type_form(qtbot, page, men="banyak", women="banyak")
    press(qtbot, page, Qt.Key.Key_S)
    assert said(page)[:2] == ["Laki-laki hadir: Isi dengan angka", "Perempuan hadir: Isi dengan angka"]
    assert page.editor.form.form.fields["men"].error() == "Isi dengan angka"


def test_a_follow_up_before_the_visit_is_refused_at_its_field(visit_page, store, qtbot):
    page = visit_page()
    type_form(qtbot, page, follow_up_due="10-8-26")
    press(qtbot, page, Qt.Key.Key_S)
    assert page.editor.form.form.wrong() == {"follow_up_due"}
    assert said(page) == ["Batas tindak lanjut harus sesudah tanggal kunjungan"]
    assert visits(store) == []


def test_the_report_is_due_seven_working_days_after_the_visit(visit_page, qtbot):
    page = visit_page()
    page.editor.form.begin()
    qtbot.keyClicks(QApplication.focusWidget(), "11-8-26")
    assert page.summary.due.text() == "Kamis, 20 Agustus 2026"
    assert page.summary.left.text() == "Sisa 6 hari kerja"


def test_a_report_that_is_late_says_by_how_much(visit_page):
    page = visit_page()
    page.editor.form.form.put("held_on", "3-8-26")
    page.editor.follow()
    assert page.summary.due.text() == "Rabu, 12 Agustus 2026"
    assert page.summary.left.text() == "Hari ini hari terakhir"
    page.editor.form.form.put("held_on", "30-7-26")
    page.editor.follow()
    assert page.summary.left.text() == "Sudah lewat 2 hari kerja"


def test_the_people_are_added_up_while_one_types(visit_page, qtbot):
    page = visit_page()
    type_form(qtbot, page)
    assert page.summary.came.text() == "24"
    assert page.summary.keen.text() == "6 berminat · 25 % dari yang hadir"


def test_a_talk_with_nobody_there_asks_for_a_tick_once_one_saves(visit_page, store, qtbot):
    page = visit_page()
    type_form(qtbot, page, men="", women="", prospects="")
    assert page.summary.warnings == []
    press(qtbot, page, Qt.Key.Key_S)
    assert [one.code for one in page.summary.warnings] == ["men.nobody"]
    qtbot.keyClick(page.summary.warnings[0].tick, Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_S)
    assert [one.confirmed for one in visits(store)] == [["men.nobody"]]


def test_a_sign_up_recorded_apart_is_found_and_linked(visit_page, store, qtbot):
    known = person(1)
    store.records.save(known, by="petugas")
    page = visit_page()
    type_form(qtbot, page, signups=known.name)
    assert button(page.summary, known.name)
    press(qtbot, page, Qt.Key.Key_S)
    assert visits(store)[0].signups == [str(known.id)]
    page.editor.form.form.focus("signups")
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_S)
    assert visits(store)[0].signups == []


def test_sign_ups_taken_in_the_visit_are_listed_and_open(visit_page, store, qtbot):
    visit = talk(1)
    known = person(2, visit=visit.id)
    for one in (visit, known):
        store.records.save(one, by="petugas")
    page = visit_page()
    page.open(str(visit.id))
    with qtbot.waitSignal(page.signup_opened) as opened:
        qtbot.mouseClick(button(page.summary, known.name), Qt.MouseButton.LeftButton)
    assert opened.args == [str(known.id)]


def test_who_was_signed_up_meanwhile_is_listed_when_the_page_comes_back(visit_page, store):
    visit = talk(1)
    store.records.save(visit, by="petugas")
    page = visit_page()
    page.open(str(visit.id))
    known = person(2, visit=visit.id)
    store.records.save(known, by="petugas")
    page.refresh()
    assert button(page.summary, known.name)


def test_people_are_signed_up_from_the_visit_once_it_is_saved(visit_page, store, qtbot):
    page = visit_page()
    enlist = button(page.summary, "Daftarkan orang dari kunjungan ini")
    with qtbot.assertNotEmitted(page.signup_wanted):
        qtbot.mouseClick(enlist, Qt.MouseButton.LeftButton)
    assert page.editor.form.errors.isVisible()
    type_form(qtbot, page)
    with qtbot.waitSignal(page.signup_wanted) as wanted:
        qtbot.mouseClick(enlist, Qt.MouseButton.LeftButton)
    assert wanted.args == [str(visits(store)[0].id)]


def test_a_visit_is_changed_and_its_history_says_what(visit_page, store, qtbot):
    visit = talk(1)
    store.records.save(visit, by="petugas")
    page = visit_page()
    page.open(str(visit.id))
    page.editor.form.form.put("activity", "launch")
    page.summary.warnings[0].tick.setChecked(True)
    press(qtbot, page, Qt.Key.Key_S)
    assert visits(store)[0].activity == "launch"
    page.editor.head.past.click()
    told = [getattr(one, "text", str)() for one in page.editor.history.findChildren(object)]
    assert "Jenis kunjungan: Sosialisasi kelompok → Peluncuran di desa" in told


def test_a_withdrawal_needs_a_reason_and_can_be_undone(visit_page, store, qtbot):
    visit = talk(1)
    store.records.save(visit, by="petugas")
    page = visit_page()
    page.open(str(visit.id))
    page.editor.head.remove.click()
    qtbot.keyClicks(page.editor.ask.reason, "Salah desa")
    qtbot.keyClick(page.editor.ask.reason, Qt.Key.Key_Return)
    assert visits(store)[0].withdrawn == "Salah desa"
    assert not page.editor.verbs.plain.isEnabled()
    press(qtbot, page, Qt.Key.Key_Z)
    assert visits(store)[0].withdrawn is None


def test_the_page_fits_the_narrow_screens(visit_page):
    for width in (1184, 1013, 933, 760):
        page = visit_page(width)
        assert page.minimumSizeHint().width() <= width
        area = page.editor.form.area
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
        assert page.summary.widget().minimumSizeHint().width() <= page.summary.width()


def test_everything_has_a_name_for_a_screen_reader(visit_page, store):
    store.records.save(talk(1), by="petugas")
    page = visit_page()
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    nameless = [w for kind in kinds for w in page.findChildren(kind) if w.isVisible() and not w.accessibleName()]
    assert nameless == []


def test_an_empty_laptop_says_so_and_offers_the_first_visit(visit_page, qtbot):
    page = visit_page()
    assert page.column.empty.isVisible()
    qtbot.mouseClick(button(page.column.empty, "Catat kunjungan"), Qt.MouseButton.LeftButton)
    assert page.editor.form.form.here() == "held_on"
