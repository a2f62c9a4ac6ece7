"""Delivering without being asked, and a thread that may break."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QLineEdit

from fieldapp.errors import BusyError, OfflineError, SignInNeededError
from fieldapp.sync.engine import Outcome
from fieldapp.ui.occasions import LONGEST_PAUSE, LOOK_EVERY, Occasions
from fieldapp.ui.runner import Runner
from tests import wire
from tests.people import person
from tests.ui.line import Afternoon


class Line:
    """A connection that a test makes and breaks; ``sent`` counts deliveries."""

    def __init__(self) -> None:
        self.there, self.sent = True, 0
        self.fails: Exception | None = None

    def reachable(self) -> bool:
        return self.there

    def exchange(self, *, stop: threading.Event, progress: object) -> Outcome:
        self.sent += 1
        if self.fails is not None:
            raise self.fails
        return Outcome()


@pytest.fixture
def line(qapp) -> Line:
    return Line()


@pytest.fixture
def occasions(line: Line):
    runner = Runner(line.exchange, line.reachable)
    made = Occasions(runner, lambda: 1)
    made.runner = runner
    yield made
    made.end()
    runner.close()


def look(occasions: Occasions, qtbot) -> None:
    """One look, and what comes of it."""
    with qtbot.waitSignal(occasions.runner.reached):
        occasions.look()
    qtbot.waitUntil(lambda: not occasions.runner.busy)


def test_it_delivers_by_itself_when_a_connection_appears(afternoon: Afternoon, qtbot):
    laptop, runner = afternoon.laptop, afternoon.runner
    laptop.save(person(1))
    occasions = Occasions(runner, lambda: laptop.store.outbox.summary().count)
    with qtbot.waitSignal(runner.finished, timeout=10_000):
        occasions.begin()
    occasions.end()
    assert laptop.store.exchange.proof().delivered == 1


def test_without_a_connection_nothing_is_sent(occasions, line, qtbot):
    line.there = False
    look(occasions, qtbot)
    assert line.sent == 0
    line.there = True
    look(occasions, qtbot)
    assert line.sent == 1


def test_after_failures_the_pauses_grow_and_end(occasions, line, qtbot, monkeypatch):
    monkeypatch.setattr("fieldapp.ui.occasions.random.uniform", lambda _least, most: most)
    line.fails = OfflineError()
    pauses = []
    for _ in range(8):
        occasions._pause = 0.0
        look(occasions, qtbot)
        pauses.append(occasions._pause)
    assert pauses[0] == 2 * LOOK_EVERY
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    sent = line.sent
    look(occasions, qtbot)
    assert line.sent == sent, "a failed line is left alone until its pause is over"


def test_a_busy_centre_is_left_alone_for_as_long_as_it_asks(occasions, line, qtbot, monkeypatch):
    monkeypatch.setattr("fieldapp.ui.occasions.random.uniform", lambda least, _most: least)
    line.fails = BusyError(240.0)
    look(occasions, qtbot)
    assert occasions._pause == 240.0


def test_a_refused_token_holds_until_the_person_sends(occasions, line, qtbot):
    line.fails = SignInNeededError()
    look(occasions, qtbot)
    occasions._pause = 0.0
    look(occasions, qtbot)
    assert line.sent == 1
    line.fails = None
    with qtbot.waitSignal(occasions.runner.finished):
        occasions.runner.deliver()
    occasions._pause = 0.0
    look(occasions, qtbot)
    assert line.sent == 3


def test_a_delivery_by_itself_leaves_the_cursor_where_the_person_types(afternoon: Afternoon, shown, qtbot):
    box = shown(QLineEdit(), 300, 60)
    box.setFocus()
    afternoon.laptop.save(person(1))
    occasions = Occasions(afternoon.runner, lambda: 1)
    with qtbot.waitSignal(afternoon.runner.finished, timeout=10_000):
        occasions.begin()
        qtbot.keyClicks(box, "Siti Maesaroh")
    occasions.end()
    assert box.hasFocus()
    assert box.text() == "Siti Maesaroh"


def test_a_crash_in_the_exchange_leaves_the_window_alive(afternoon: Afternoon, qtbot, caplog):
    def broken(ask: wire.Ask, question: bytes) -> wire.Reply:
        raise ZeroDivisionError("3201174504850012")

    afternoon.laptop.save(person(1))
    afternoon.laptop.wire.faults.append(broken)
    with qtbot.waitSignal(afternoon.runner.failed, timeout=10_000) as failed:
        afternoon.runner.deliver()
    assert failed.args[0].code == "error.unknown"
    assert "3201174504850012" not in caplog.text
    with qtbot.waitSignal(afternoon.runner.finished, timeout=10_000):
        assert afternoon.runner.deliver()
    assert afternoon.laptop.store.exchange.proof().delivered == 1
