"""A sign-up from the first key to the record, as an officer with a pile of paper forms types it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from fieldapp.store.query import Query
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.errors import ErrorLink
from tests.people import person, talk

FORM = [
    ("nik", "3201171704859012"),
    ("name", "Ade Suherman"),
    ("birth_place", "Bogor"),
    ("birth_date", "17-4-85"),
    ("sex", "l"),
    ("family_card_no", "3201171402099007"),
    ("mother_name", "Onih"),
    ("street", "Kp. Cibeureum No. 14"),
    ("rt", "3"),
    ("rw", "5"),
    ("village", "gunung m"),
    ("phone", "0812-0000-9014"),
    ("hamlet", ""),
    ("email", ""),
    ("occupation", "petani padi"),
    ("occupation2", ""),
    ("monthly_income", "1jt"),
    ("work_place", ""),
    ("programmes", "j"),
    ("pay_period", "6"),
    ("payer", ""),
    ("kpj", ""),
]


def type_here(qtbot, text: str) -> None:
    widget = QApplication.focusWidget()
    if text:
        qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def type_form(qtbot, page, **other: str) -> None:
    page.editor.form.begin()
    for name, text in FORM:
        assert page.editor.form.form.here() == name
        type_here(qtbot, other.get(name, text))


def consent(qtbot, page) -> None:
    page.editor.form.form.focus("consent_how")
    qtbot.keyClicks(QApplication.focusWidget(), "t")


def tab_to_consent(qtbot, page) -> None:
    """From the heirs on, by Tab alone."""
    for _ in range(12):
        if page.editor.form.form.here() == "consent_how":
            return
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead to the consent")


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.ControlModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)


def names(store) -> list[str]:
    return [line.title for line in store.records.page(Query("signup")).lines]


def test_a_whole_sign_up_is_typed_without_the_mouse(signup_page, store, qtbot):
    page = signup_page()
    type_form(qtbot, page)
    for text in ("Neneng", "i", "1-2-1990"):
        type_here(qtbot, text)
    tab_to_consent(qtbot, page)
    qtbot.keyClicks(QApplication.focusWidget(), "t")
    with qtbot.waitSignal(page.saved) as saved:
        press(qtbot, page, Qt.Key.Key_S)
    record = store.records.get("signup", UUID(saved.args[0])).record
    assert record.fields() | {"recorded_at": "", "consent_at": ""} == {
        "nik": "3201171704859012",
        "name": "Ade Suherman",
        "birth_place": "Bogor",
        "birth_date": "1985-04-17",
        "sex": "male",
        "family_card_no": "3201171402099007",
        "mother_name": "Onih",
        "street": "Kp. Cibeureum No. 14",
        "rt": "003",
        "rw": "005",
        "village": "3201172004",
        "phone": "+6281200009014",
        "occupation": "rice_farmer",
        "monthly_income": 1_000_000,
        "programmes": "jkk_jkm",
        "pay_period": 6,
        "payer": "self",
        "heirs": [{"name": "Neneng", "relation": "wife", "birth_date": "1990-02-01"}],
        "consent_how": "signature",
        "consent_version": "2026-1",
        "consent_at": "",
        "recorded_by": "petugas",
        "recorded_at": "",
    }
    assert page.editor.head.badge.state == "queued"
    assert store.drafts.of("petugas") == ()


def test_saving_and_going_on_keeps_village_and_occupation_for_the_next_form(signup_page, store, qtbot):
    page = signup_page()
    type_form(qtbot, page)
    consent(qtbot, page)
    press(qtbot, page, Qt.Key.Key_Return)
    assert names(store) == ["Ade Suherman"]
    held = page.editor.form.values()
    assert held["village"] == "3201172004"
    assert held["occupation"] == "rice_farmer"
    assert not {"nik", "name", "phone", "consent_how", "consent_at"} & held.keys()
    assert page.editor.form.form.here() == "nik"


def test_what_stops_saving_is_said_on_top_and_at_the_field_and_the_input_stays(signup_page, store, qtbot):
    page = signup_page()
    type_form(qtbot, page, nik="320117170485901")
    press(qtbot, page, Qt.Key.Key_S)
    form = page.editor.form
    assert form.errors.hasFocus()
    said = [link.text() for link in form.errors.findChildren(ErrorLink)]
    assert said == [form.form.fields[name].error() for name in ("nik", "consent_how")]
    assert form.form.fields["nik"].editor.text() == "32 01 17 170485 901"
    qtbot.keyClick(form.errors, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert form.form.here() == "nik"
    assert names(store) == []


def test_nothing_is_found_wrong_by_merely_leaving_a_field(signup_page, qtbot):
    page = signup_page()
    type_form(qtbot, page, nik="32", birth_date="kapan", phone="1", monthly_income="x")
    assert page.editor.form.form.wrong() == frozenset()


def test_a_phone_used_twice_asks_for_a_tick_that_is_kept_with_the_record(signup_page, store, qtbot):
    store.records.save(person(3, phone="+6281200009014"), by="petugas")
    page = signup_page()
    type_form(qtbot, page)
    consent(qtbot, page)
    assert [one.code for one in page.summary.warnings] == ["same.phone"]
    press(qtbot, page, Qt.Key.Key_S)
    assert page.editor.form.errors.isVisible()
    links = page.editor.form.errors.findChildren(ErrorLink)
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert page.summary.warnings[0].tick.hasFocus()
    qtbot.keyClick(page.summary.warnings[0].tick, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.saved) as saved:
        press(qtbot, page, Qt.Key.Key_S)
    assert store.records.get("signup", UUID(saved.args[0])).record.confirmed == ["same.phone"]


def test_a_birth_date_other_than_the_nik_says_asks_for_a_tick(signup_page, qtbot):
    page = signup_page()
    type_form(qtbot, page, birth_date="18-4-85")
    assert [one.code for one in page.summary.warnings] == ["birth_date.not_as_nik"]
    assert not page.editor.form.match.isVisible()
    page.editor.form.form.put("birth_date", "17 April 1985")
    page.editor.follow()
    assert page.summary.warnings == []
    assert page.editor.form.match.isVisible()


def test_an_unfinished_form_survives_a_crash(signup_page, store, qtbot):
    page = signup_page()
    page.editor.form.begin()
    type_here(qtbot, "3201171704859012")
    type_here(qtbot, "Siti")
    qtbot.keyClicks(QApplication.focusWidget(), "Bog")
    qtbot.waitUntil(lambda: bool(store.drafts.of("petugas")[0].form.get("birth_place")), timeout=2000)
    again = signup_page()
    resume = next(b for b in again.findChildren(Button) if b.words() == "Lanjutkan")
    qtbot.mouseClick(resume, Qt.MouseButton.LeftButton)
    held = again.editor.form.values()
    assert (held["nik"], held["name"], held["birth_place"]) == ("3201171704859012", "Siti", "Bog")
    assert len(store.drafts.of("petugas")) == 1


def test_an_unfinished_form_can_be_thrown_away_and_taken_back(signup_page, store, qtbot):
    page = signup_page()
    page.editor.form.begin()
    type_here(qtbot, "3201171704859012")
    page.keep_draft()
    again = signup_page()
    drop = next(b for b in again.findChildren(Button) if b.words() == "Buang")
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)
    assert store.drafts.of("petugas") == ()
    again.editor.undo.undo()
    assert again.editor.form.values()["nik"] == "3201171704859012"


def test_another_record_is_opened_without_a_question_and_the_form_is_kept(signup_page, store, qtbot):
    known = person(1)
    store.records.save(known, by="petugas")
    page = signup_page()
    page.editor.form.begin()
    qtbot.keyClicks(QApplication.focusWidget(), "3201")
    page.column.list.setFocus()
    rows = page.column.list
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert page.editor.record == known.id
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    assert page.editor.form.values()["nik"] == "3201"


def test_a_record_is_changed_and_its_history_says_what(signup_page, store, qtbot):
    known = person(1)
    store.records.save(known, by="petugas")
    page = signup_page()
    page.open(str(known.id))
    page.editor.form.form.focus("name")
    qtbot.keyClicks(QApplication.focusWidget(), "Ratna")
    press(qtbot, page, Qt.Key.Key_S)
    assert names(store) == ["Ratna"]
    page.editor.head.past.click()
    told = [one.text() for one in page.editor.history.findChildren(QWidget) if hasattr(one, "text")]
    assert f"Nama sesuai KTP: {known.name} → Ratna" in told


def test_a_withdrawal_needs_a_reason_and_can_be_undone(signup_page, store, qtbot):
    known = person(1)
    store.records.save(known, by="petugas")
    page = signup_page()
    page.open(str(known.id))
    page.editor.head.remove.click()
    qtbot.keyClicks(page.editor.ask.reason, "Salah orang")
    qtbot.keyClick(page.editor.ask.reason, Qt.Key.Key_Return)
    assert store.records.get("signup", known.id).record.withdrawn == "Salah orang"
    assert not page.editor.verbs.plain.isEnabled()
    page.editor.undo.undo()
    assert store.records.get("signup", known.id).record.withdrawn is None
    assert page.editor.verbs.plain.isEnabled()


def test_ctrl_n_starts_anew_and_ctrl_f_finds(signup_page, store, qtbot):
    for number in range(3):
        store.records.save(person(number, name=f"Orang {'abc'[number]}"), by="petugas")
    page = signup_page()
    press(qtbot, page, Qt.Key.Key_N)
    assert page.editor.form.form.here() == "nik"
    press(qtbot, page, Qt.Key.Key_F)
    assert page.column.search.hasFocus()
    qtbot.keyClicks(page.column.search, "orang b")
    qtbot.waitUntil(lambda: page.column.total.text() == "1")


def test_reading_back_shows_the_words_and_escape_returns_to_the_box(signup_page, qtbot):
    page = signup_page()
    type_form(qtbot, page)
    page.editor.form.form.focus("phone")
    page.aloud.click()
    texts = [one.text() for one in page.read_back.findChildren(QWidget) if hasattr(one, "text")]
    assert "Gunung Menyan, Pamijahan, Kab. Bogor" in texts
    assert "Petani padi" in texts
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.editor.form.form.here() == "phone"


def test_a_sign_up_in_a_visit_takes_its_village(signup_page, store):
    visit = talk(1)
    store.records.save(visit, by="petugas")
    page = signup_page()
    page.new(visit=str(visit.id))
    assert page.editor.form.values()["village"] == visit.village
    assert page.editor.form.values()["visit"] == str(visit.id)
    assert page.editor.head.below.whole().startswith("dari kunjungan Balai desa 1")


def test_the_page_fits_the_narrow_screens(signup_page):
    for width in (1184, 1013, 933, 760):
        page = signup_page(width)
        page.editor.form.form.put("nik", "3201171704859012")
        assert page.minimumSizeHint().width() <= width
        assert page.editor.form._body.minimumSizeHint().width() <= page.editor.form.area.viewport().width()


def test_in_a_narrow_window_the_list_stands_behind_its_button(signup_page, store, qtbot):
    store.records.save(person(1), by="petugas")
    page = signup_page(933)
    assert not page.column.isVisible()
    qtbot.mouseClick(page.editor.head.back, Qt.MouseButton.LeftButton)
    assert page.column.isVisible()
    qtbot.keyClick(page.column.list, Qt.Key.Key_Down)
    assert not page.column.isVisible()
    assert not page.editor.is_new()


def test_in_a_single_column_the_summary_is_one_line_that_opens(signup_page, qtbot):
    page = signup_page(760)
    assert not page.summary.isVisible()
    assert "masih kurang" in page.editor.verbs.line.words()
    qtbot.mouseClick(page.editor.verbs.line, Qt.MouseButton.LeftButton)
    assert page.summary.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.summary.isVisible()


def test_everything_has_a_name_for_a_screen_reader(signup_page, store):
    store.records.save(person(3, phone="+6281200009014"), by="petugas")
    page = signup_page()
    page.editor.form.form.put("phone", "+6281200009014")
    page.editor.follow()
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    nameless = [w for kind in kinds for w in page.findChildren(kind) if w.isVisible() and not w.accessibleName()]
    assert nameless == []


def test_the_section_line_follows_the_scroll(signup_page):
    page = signup_page()
    bar = page.editor.form.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.editor.form.line.anchors["consent"].isChecked()
    bar.setValue(0)
    assert page.editor.form.line.anchors["identity"].isChecked()


def test_an_empty_laptop_says_so_and_offers_the_first_form(signup_page, qtbot):
    page = signup_page()
    assert page.column.empty.isVisible()
    button = page.column.empty.findChild(Button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.editor.form.form.here() == "nik"


def test_tab_goes_through_every_heir_and_on(signup_page, qtbot):
    page = signup_page()
    page.editor.form.form.put("heirs", [{"name": "Onih", "relation": "wife"}, {"name": "Dede", "relation": "child"}])
    qtbot.waitUntil(page.editor.form.form.fields["heirs"].editor.rows[1].name.isVisible)
    page.editor.form.form.focus("heirs")
    visited = []
    for _ in range(12):
        visited.append(QApplication.focusWidget().accessibleName())
        if page.editor.form.form.here() == "consent_how":
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert visited.index("Nama ahli waris 1") < visited.index("Nama ahli waris 2")
    assert page.editor.form.form.here() == "consent_how"
