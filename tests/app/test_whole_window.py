"""The whole window, every page of it: names for those who cannot see it, one language, and room enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from fieldapp.app.desk import Desk
from fieldapp.app.session import Session
from fieldapp.app.start import wear
from fieldapp.config import Paths, preferences
from fieldapp.contract.invitation import Invitation
from fieldapp.domain.ids import new_id
from fieldapp.store.drafts import Draft
from fieldapp.store.enrolment import enrol
from fieldapp.ui.fold import fold_of
from tests.people import person, talk

PASSPHRASE = "hujan bulan juni"
INVITATION = Invitation(
    url="http://127.0.0.1:9",
    key="00" * 32,
    token="token",
    device="d1",
    account="wulan",
    name="Wulan Andriani",
    role="officer",
    areas=("320117",),
)
PAGES = ("home", "signup", "visit", "delivery", "settings", "import")
HANDLED = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)
CATALOGUE = Path("resources/i18n/en/LC_MESSAGES/fieldapp.po")
ALIKE = re.compile(r"[\W\d_]*")


@pytest.fixture
def places(tmp_path: Path) -> Paths:
    made = Paths(tmp_path)
    enrol(made, INVITATION, PASSPHRASE)
    return made


@pytest.fixture
def desk(qapp: QApplication, places: Paths) -> Iterator[Desk]:
    made = Desk(qapp, places, wear)
    yield made
    made.end()
    wear(qapp, replace(preferences(places.preferences), language="id", text_size="normal"))


def opened(desk: Desk) -> Session:
    """A window with records, a visit and an unfinished form in it."""
    desk.start("", PASSPHRASE)
    session = desk.session
    assert session is not None
    for record in (*(person(n, by="wulan") for n in range(3)), talk(1, by="wulan")):
        session.store.records.save(record, by="wulan")
    session.store.drafts.keep(Draft(new_id(), "signup", None, {"name": "Wati"}, "wulan", datetime.now(UTC)))
    return session


def show(session: Session, key: str) -> None:
    """Go to a page; the one that brings registers in is built when it is first wanted."""
    if key == "import":
        session.importing()
    else:
        session.window.show_page(key)


def settled() -> None:
    """Let what was taken off the window go."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def texts(root: QWidget) -> set[str]:
    """Everything under ``root`` that a person reads or hears."""
    said: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        said |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text().replace("&&", "&"))
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            said.add(widget.placeholderText())
        if isinstance(widget, QComboBox):
            said |= {widget.itemText(number) for number in range(widget.count())}
        if isinstance(widget, QTableView) and (model := widget.model()) is not None:
            columns = range(model.columnCount())
            said |= {str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in columns}
    return {text for text in said if not ALIKE.fullmatch(text)}


def indonesian() -> dict[str, re.Pattern[str]]:
    """What the catalogue has another English text for, with its gaps open."""
    with CATALOGUE.open("rb") as file:
        found = [(str(m.id), str(m.string)) for m in read_po(file) if m.id]
    english = {string for _, string in found}
    return {
        text: re.compile(".+".join(map(re.escape, re.split(r"\{\w*\}", text))))
        for text, string in found
        if text != string and text not in english and re.search("[a-z]{3}", re.sub(r"\{\w*\}", "", text))
    }


@pytest.mark.parametrize("key", PAGES)
def test_everything_that_can_be_worked_has_a_name(desk: Desk, key: str) -> None:
    session = opened(desk)
    show(session, key)
    window = session.window
    settled()
    nameless = [
        widget
        for widget in window.pages[key].findChildren(QWidget)
        if isinstance(widget, HANDLED)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.objectName() != "qt_spinbox_lineedit"
        and widget.isVisibleTo(window.pages[key])
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_in_english_nothing_indonesian_is_left(desk: Desk, places: Paths, qapp: QApplication) -> None:
    wanted = replace(preferences(places.preferences), language="en")
    wanted.keep(places.preferences)
    wear(qapp, wanted)
    session = opened(desk)
    left: set[str] = set()
    ours = indonesian()
    for key in PAGES:
        show(session, key)
        settled()
        left |= {f"{key}: {text}" for text in texts(session.window) if any(p.fullmatch(text) for p in ours.values())}
    assert left == set()


@pytest.mark.parametrize("width", [1184, 1013, 815])
@pytest.mark.parametrize("key", PAGES)
def test_every_page_fits(desk: Desk, key: str, width: int) -> None:
    session = opened(desk)
    show(session, key)
    window = session.window
    page = window.pages[key]
    page.fold(fold_of(width))
    settled()
    assert page.minimumSizeHint().width() <= width


def test_each_page_comes_with_the_keyboard_in_a_place_of_its_own(desk: Desk, qtbot) -> None:
    session = opened(desk)
    window = session.window
    with qtbot.waitActive(window):
        window.activateWindow()
    for key in PAGES:
        show(session, key)
        focused = QApplication.focusWidget()
        assert window.pages[key].isAncestorOf(focused), key
        assert focused.isVisible()


def test_an_unfinished_form_goes_on_with_the_cursor_in_it(desk: Desk, qtbot) -> None:
    session = opened(desk)
    with qtbot.waitActive(session.window):
        session.window.activateWindow()
    session.window.show_page("home")
    qtbot.keyClick(session.home.resume, Qt.Key.Key_Return)
    assert session.window.current() is session.signups
    assert session.signups.editor.form.form.here() == "nik"
    assert session.signups.editor.form.values()["name"] == "Wati"
    assert session.signups.editor.form.notes.count() == 0 or session.signups._offer is None


def test_the_index_of_the_villages_is_built_beside_the_window(desk: Desk, qtbot) -> None:
    session = opened(desk)
    qtbot.waitUntil(lambda: not session._beside.busy, timeout=10_000)
    assert "_index" in vars(session._regions)
