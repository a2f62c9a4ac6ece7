"""Kirim, with a real store on a real centre over a line that can fail."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fieldapp.ui.delivery.page import DeliveryPage
from fieldapp.ui.fold import Fold
from fieldapp.ui.parts.cells import Cell
from tests import wire
from tests.people import person, talk
from tests.ui.line import Afternoon

ELSEWHERE = "3201012001"


@pytest.fixture
def page(afternoon: Afternoon, shown) -> DeliveryPage:
    made = DeliveryPage(afternoon.laptop.store, afternoon.runner, lambda: datetime.now(UTC))
    shown(made, 1270, 684)
    made.fold(Fold.WIDE)
    made.refresh()
    return made


def deliver(page: DeliveryPage, afternoon: Afternoon, qtbot, *faults: wire.Fault) -> None:
    """Send, and wait until the page has told how it ended."""
    page.refresh()
    afternoon.laptop.wire.faults.extend(faults)
    ended = afternoon.runner.finished if not faults else afternoon.runner.failed
    with qtbot.waitSignal(ended, timeout=10_000):
        qtbot.keyClick(page.send, Qt.Key.Key_Return)


def rows(page: DeliveryPage) -> list[list[str]]:
    model = page.results.rows
    return [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]


def words(page: DeliveryPage) -> str:
    return " ".join(one.text() for one in page.failure.findChildren(QLabel))


def test_each_record_gets_its_receipt_number(page, afternoon, qtbot):
    afternoon.laptop.save(person(1), talk(1))
    page.refresh()
    assert page.progress.sentence.text() == "2 catatan menunggu dikirim"
    assert {row[2] for row in rows(page)} == {"Tersimpan di laptop"}
    deliver(page, afternoon, qtbot)
    assert {row[2] for row in rows(page)} == {"Diterima pusat"}
    assert {row[3] for row in rows(page)} == {"No. 320117.2003-00001", "No. 320117.2003-00002"}
    assert page.progress.sentence.text() == "Tidak ada yang menunggu"
    assert page.aside.figure.text() == "2 dari 2"
    assert page.count == 0


def test_the_bar_tells_how_many_of_all_are_answered(page, afternoon, qtbot):
    afternoon.laptop.save(*(person(n) for n in range(30)))
    seen = []
    afternoon.runner.progressed.connect(lambda _: seen.append((page.progress.bar.value(), page.progress.bar.maximum())))
    deliver(page, afternoon, qtbot)
    assert seen[-1] == (30, 30)
    assert page.progress.bar.isHidden()


def test_a_refused_record_says_why_in_full_and_opens_on_enter(page, afternoon, qtbot):
    record = afternoon.laptop.save_unjudged(person(1), village=ELSEWHERE)
    deliver(page, afternoon, qtbot)
    assert [row[2] for row in rows(page)] == ["Perlu diperbaiki"]
    cell = page.results.rows.rows[0].cells[3]
    assert isinstance(cell, Cell)
    assert cell.long
    page.results.setFocus()
    page.results.selectRow(0)
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.results, Qt.Key.Key_Return)
    assert opened.args == ["signup", str(record.id)]


def test_a_stopped_delivery_keeps_the_rest_and_says_so(page, afternoon, qtbot):
    afternoon.laptop.save(person(1))
    under_way, go_on = threading.Event(), threading.Event()

    def slow(ask: wire.Ask, question: bytes) -> wire.Reply:
        under_way.set()
        go_on.wait(10)
        raise wire.requests.exceptions.ConnectionError("reset")

    page.refresh()
    afternoon.laptop.wire.faults.append(slow)
    qtbot.keyClick(page.send, Qt.Key.Key_Return)
    qtbot.waitUntil(under_way.is_set)
    assert page.send.isHidden()
    with qtbot.waitSignal(afternoon.runner.finished, timeout=10_000):
        qtbot.keyClick(page.halt, Qt.Key.Key_Return)
        assert page.halt.words() == "Berhenti sesudah bagian ini"
        go_on.set()
    assert "tetap aman di laptop ini" in page.progress.remark.text()
    assert afternoon.laptop.store.outbox.summary().count == 1
    assert page.send.isVisible()


def test_a_clock_that_is_off_is_said_after_the_delivery(page, afternoon, qtbot):
    afternoon.laptop.watch.now = datetime.now(UTC) - timedelta(minutes=42)
    afternoon.laptop.save(person(1))
    deliver(page, afternoon, qtbot)
    assert page.failure.isVisible()
    assert "42 menit" in words(page)


def test_a_page_of_the_wifi_in_between_is_told_from_the_centre(page, afternoon, qtbot):
    afternoon.laptop.save(person(1))
    deliver(page, afternoon, qtbot, wire.portal)
    assert page.failure.isVisible()
    assert "Wi-Fi" in words(page)
    assert afternoon.laptop.store.exchange.proof().delivered == 0
    deliver(page, afternoon, qtbot)
    assert page.failure.isHidden()


def test_without_internet_the_reason_is_said_once_and_what_comes_next_below(page, afternoon, qtbot):
    afternoon.laptop.save(person(1))
    deliver(page, afternoon, qtbot, wire.offline)
    assert "Tidak ada internet" in words(page)
    assert page.progress.remark.text() == "Berangkat sendiri begitu ada sambungan."


def test_what_the_centre_sent_is_counted_in_the_history(page, afternoon, qtbot):
    afternoon.laptop.save(person(1), person(2))
    deliver(page, afternoon, qtbot)
    said = " ".join(one.text() for one in page.aside.past.findChildren(QLabel))
    assert "2 catatan" in said
    assert "semua diterima pusat" in said
