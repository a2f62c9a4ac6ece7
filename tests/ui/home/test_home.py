"""Beranda, on a real store: where everything stands, what to do, what is newest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from fieldapp.domain.ids import new_id
from fieldapp.domain.region import Regions
from fieldapp.store.drafts import Draft
from fieldapp.ui.fold import Fold
from fieldapp.ui.home.page import HomePage
from fieldapp.ui.parts.button import Button
from tests.people import DISTRICT, person, talk
from tests.ui.line import Afternoon

ELSEWHERE = "3201012001"


@pytest.fixture
def page(afternoon: Afternoon, shown) -> HomePage:
    made = HomePage(
        afternoon.laptop.store,
        Regions.load(),
        "petugas",
        "Wulan Andriani",
        (DISTRICT,),
        lambda: datetime.now(UTC),
    )
    shown(made, 1270, 684)
    made.fold(Fold.WIDE)
    made.refresh()
    return made


def told(page: HomePage) -> dict[str, str]:
    return {state: tile.accessibleName() for state, tile in page.journey.tiles.items()}


def test_an_empty_laptop_offers_no_delivery_and_lists_nothing(page):
    assert not page.deliver.isEnabled()
    assert page.todo.latest.isHidden()
    assert told(page)["queued"] == "Tersimpan di laptop: 0"


def test_the_journey_counts_what_waits_what_arrived_and_what_came_back(page, afternoon):
    afternoon.laptop.save(person(1))
    afternoon.laptop.save_unjudged(person(2), village=ELSEWHERE)
    afternoon.laptop.send()
    afternoon.laptop.save(person(3))
    page.refresh()
    assert told(page)["delivered"] == "Diterima pusat: 1"
    assert told(page)["needs_revision"] == "Perlu diperbaiki: 1"
    assert told(page)["queued"] == "Tersimpan di laptop: 1"
    assert page.deliver.isEnabled()


def test_a_refused_record_is_the_first_thing_to_do_and_opens(page, afternoon, qtbot):
    record = afternoon.laptop.save_unjudged(person(2), village=ELSEWHERE)
    afternoon.laptop.send()
    page.refresh()
    assert page.todo.titles == [record.name]
    verb = next(one for one in page.todo.findChildren(Button) if one.words() == "Perbaiki")
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(verb, Qt.Key.Key_Return)
    assert opened.args == ["signup", str(record.id)]


def test_while_nothing_is_to_do_the_newest_records_fill_the_page_and_open(page, afternoon, qtbot):
    afternoon.laptop.save(*(person(n) for n in range(4)))
    visit = talk(1)
    afternoon.laptop.watch.now = datetime.now(UTC)
    afternoon.laptop.save(visit)
    page.refresh()
    assert len(page.todo.latest.titles) == 5
    assert page.todo.latest.titles[0].startswith("Balai desa 1")
    first = page.todo.latest.findChildren(Button)[0]
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert opened.args == ["visit", str(visit.id)]


def test_an_unfinished_form_is_offered_with_what_was_typed(page, afternoon, qtbot):
    draft = Draft(new_id(), "signup", None, {"name": "Siti <b>M</b>"}, "petugas", datetime.now(UTC))
    afternoon.laptop.store.drafts.keep(draft)
    page.refresh()
    assert page.draft.isVisible()
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.resume, Qt.Key.Key_Return)
    assert opened.args == ["signup", f"draft:{draft.id}"]
    qtbot.keyClick(page.discard, Qt.Key.Key_Return)
    assert page.draft.isHidden()
    assert afternoon.laptop.store.drafts.of("petugas") == ()
