"""Answers that are not the centre's, or not whole, mark nothing; the next good one is taken once."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from fieldapp.contract import packing
from fieldapp.errors import BusyError, SignInNeededError, UpdateNeededError
from tests import wire
from tests.centre import Centre
from tests.laptop import Laptop
from tests.people import person

NOT_OURS = {
    "portal": wire.portal,
    "redirect": wire.redirect,
    "empty 200": wire.instead(200, content_type="application/vnd.fieldapp.exchange"),
    "forbidden by a proxy": wire.instead(403, b"<html></html>", content_type="text/html"),
    "a portal's 401": wire.instead(401, b"<html></html>", content_type="text/html"),
    "somebody else's 500": wire.instead(500, b"oops", content_type="text/plain"),
    "gzip bomb": wire.swollen,
    "far too long": wire.instead(200, bytes(packing.MAX_PACKED + 1), content_type="application/vnd.fieldapp.exchange"),
}


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    with Centre(tmp_path / "centre") as running:
        yield running


@pytest.fixture
def laptop(tmp_path: Path, centre: Centre) -> Iterator[Laptop]:
    with Laptop(tmp_path, centre) as here:
        yield here


def nothing_is_marked(laptop: Laptop) -> bool:
    return laptop.store.exchange.proof().delivered == 0 and laptop.versions() == {0}


@pytest.mark.parametrize("how", NOT_OURS)
def test_what_is_not_the_centres_marks_nothing(laptop: Laptop, how: str) -> None:
    laptop.save(person(1))
    assert laptop.try_to_send(*[NOT_OURS[how]] * 3).startswith(("sync.", "wire."))
    assert nothing_is_marked(laptop)
    assert laptop.send().delivered == 1
    assert laptop.versions() == {1}


def test_an_answer_under_another_signature_marks_nothing(laptop: Laptop, centre: Centre) -> None:
    laptop.save(person(1))
    assert laptop.try_to_send(wire.signed_by_another(centre.key)) == "wire.not_signed"
    assert nothing_is_marked(laptop)


def test_a_receipt_for_other_content_is_not_believed_but_the_centres_own_log_is(laptop: Laptop, centre: Centre) -> None:
    record = person(1)
    laptop.save(record)

    def forge(ask: wire.Ask, question: bytes) -> wire.Reply:
        reply = ask(question)
        answer = packing.read_answer(reply.body, centre.key.public_key())
        forged = answer.model_copy(update={"receipt": "00" * 64})
        return reply.said(packing.pack_answer(forged, centre.key))

    seen = []

    def look(ask: wire.Ask, question: bytes) -> wire.Reply:
        seen.append(nothing_is_marked(laptop))
        return ask(question)

    outcome = laptop.send(forge, look)
    assert (outcome.delivered, seen) == (0, [True])
    assert (laptop.entry(record).state, laptop.entry(record).receipt_number) == ("delivered", None)
    assert laptop.held()[record.id].version == 1


def test_a_bomb_does_not_take_memory(laptop: Laptop) -> None:
    laptop.save(person(1))
    tracemalloc.start()
    laptop.try_to_send(lambda ask, _: wire.Reply(200, HEADERS, b"\x1f\x8b" + bytes(1000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30_000_000


HEADERS = {"content-type": "application/vnd.fieldapp.exchange", "content-encoding": "gzip"}


def test_every_cut_of_an_answer_marks_nothing(laptop: Laptop) -> None:
    laptop.save(*(person(n) for n in range(4)))
    question = laptop.question()
    laptop.client.exchange(question)
    whole = laptop.wire.replies[-1]
    for at in range(len(whole.body)):
        cut = replace(whole, body=whole.body[:at]) if at % 2 else whole.said(whole.body[:at])
        laptop.wire.faults.append(lambda ask, question, cut=cut: cut)
        with pytest.raises(Exception, match=r"sync\.|wire\."):
            laptop.client.exchange(question)
    assert nothing_is_marked(laptop)
    assert laptop.send().delivered == 4
    assert laptop.versions() == {1, 2, 3, 4}


def test_every_cut_of_a_question_takes_nothing_in(laptop: Laptop, tmp_path: Path, centre: Centre) -> None:
    laptop.save(*(person(n) for n in range(4)))
    question = laptop.question()
    for at in range(len(packing.pack_question(question)) - 1):  # the last byte only says that nothing follows
        laptop.wire.faults.append(wire.question_cut(at))
        with pytest.raises(Exception, match=r"sync\.|wire\."):
            laptop.client.exchange(question)
    with Laptop(tmp_path, centre, "rekan") as other:
        assert other.send().rows == 0
        assert laptop.send().delivered == 4
        assert other.send().rows == 4


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_flipped_bit_marks_nothing(laptop: Laptop, at: int) -> None:
    laptop.save(person(1))
    assert laptop.try_to_send(wire.garbled(at)).startswith("wire.")
    assert nothing_is_marked(laptop)


def test_an_expired_token_asks_for_signing_in_and_recording_goes_on(laptop: Laptop) -> None:
    laptop.save(person(1))
    with pytest.raises(SignInNeededError):
        laptop.send(wire.problem(401))
    laptop.save(person(2))
    laptop.wire.faults.clear()
    assert laptop.send().delivered == 2


def test_a_newer_centre_asks_for_an_update_and_nothing_is_lost(laptop: Laptop) -> None:
    laptop.save(person(1))
    with pytest.raises(UpdateNeededError):
        laptop.send(wire.problem(426))
    assert laptop.store.outbox.summary().count == 1


def test_a_busy_centre_is_given_the_time_it_asks_for(laptop: Laptop) -> None:
    laptop.save(person(1))
    assert laptop.send(wire.problem(503, retry_after="7")).delivered == 1
    assert laptop.stop.waited[0] >= 7


def test_a_centre_that_stays_busy_is_left_for_the_next_occasion(laptop: Laptop) -> None:
    laptop.save(person(1))
    with pytest.raises(BusyError) as busy:
        laptop.send(*[wire.problem(429, retry_after="20")] * 3)
    assert busy.value.retry_after == 20
    assert len(laptop.wire.bodies) == 0


def test_a_line_that_keeps_breaking_is_tried_with_less_and_left_after_three_times(laptop: Laptop) -> None:
    laptop.save(*(person(n) for n in range(40)))
    sizes = []

    def cut(ask: wire.Ask, question: bytes) -> wire.Reply:
        sizes.append(len(packing.read_question(question).changes))
        raise requests.exceptions.ConnectionError("reset")

    assert laptop.try_to_send(cut, cut, cut, cut) == "sync.cut"
    assert sizes == [40, 20, 10]
    assert laptop.send().delivered == 40


def test_one_change_that_the_centre_cannot_read_is_set_aside_and_the_rest_goes_on(laptop: Laptop) -> None:
    records = [person(n) for n in range(9)]
    laptop.save(*records)
    bad = records[5].id

    def choke(ask: wire.Ask, question: bytes) -> wire.Reply:
        if any(change.record == bad for change in packing.read_question(question).changes):
            return wire.problem(500)(ask, question)
        return ask(question)

    outcome = laptop.send(*[choke] * 40)
    assert outcome.delivered == 8
    (waiting,) = laptop.store.outbox.waiting()
    assert (waiting.id, waiting.state) == (bad, "needs_revision")


def test_a_centre_that_fails_at_everything_makes_no_record_look_wrong(laptop: Laptop) -> None:
    laptop.save(*(person(n) for n in range(9)))
    assert laptop.try_to_send(*[wire.problem(500)] * 40) == "sync.batch_rejected"
    assert laptop.store.exchange.proof().refused == 0
    assert laptop.send().delivered == 9
