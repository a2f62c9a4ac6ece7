"""Whole afternoons: what officers record without a connection reaches the centre, whatever the line does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.domain.kinds import record_of
from fieldapp.domain.signup import Signup
from fieldapp.sync.engine import Progress
from tests import wire
from tests.centre import Centre
from tests.laptop import Laptop
from tests.people import NOON, VILLAGES, person, talk


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    with Centre(tmp_path / "centre") as running:
        yield running


@pytest.fixture
def laptop(tmp_path: Path, centre: Centre) -> Iterator[Laptop]:
    with Laptop(tmp_path, centre) as here:
        yield here


@pytest.fixture
def other(tmp_path: Path, centre: Centre) -> Iterator[Laptop]:
    with Laptop(tmp_path, centre, "rekan") as there:
        yield there


def changed(record: Signup, **fields: object) -> Signup:
    whole = {**record.fields(), **fields}
    made = record_of("signup", {name: value for name, value in whole.items() if value is not None}, record.id)
    assert isinstance(made, Signup)
    return made


def test_a_day_of_sign_ups_and_visits_is_delivered_and_proved(laptop: Laptop) -> None:
    laptop.save(*(person(n) for n in range(40)), *(talk(n) for n in range(3)))
    outcome = laptop.send()
    assert (outcome.delivered, outcome.refused, outcome.unequal) == (43, 0, ())
    proof = laptop.store.exchange.proof()
    assert (proof.recorded, proof.delivered, proof.waiting, proof.unequal) == (43, 43, 0, 0)
    assert laptop.store.outbox.waiting() == ()


def test_each_delivered_record_has_a_receipt_number(laptop: Laptop) -> None:
    record = person(1)
    laptop.save(record)
    assert laptop.entry(record).receipt_number is None
    laptop.send()
    assert laptop.entry(record).receipt_number == "320117.2003-00001"


def test_a_lost_question_marks_nothing_and_goes_again(laptop: Laptop) -> None:
    laptop.save(person(1))
    assert laptop.try_to_send(wire.offline) == "sync.offline"
    assert laptop.store.exchange.proof().delivered == 0
    assert laptop.send().delivered == 1


def test_a_lost_answer_is_sent_again_and_taken_once(laptop: Laptop, other: Laptop) -> None:
    laptop.save(person(1), person(2))
    outcome = laptop.send(wire.answer_lost)
    assert outcome.delivered == 2
    assert other.send().rows == 2
    assert other.versions() == laptop.versions() == {1, 2}


def test_an_answer_lost_and_never_waited_for_is_asked_for_with_the_same_bytes(laptop: Laptop) -> None:
    laptop.save(person(1), person(2))
    assert laptop.try_to_send(*[wire.answer_lost] * 3) == "sync.cut"
    laptop.wire.bodies.clear()
    question = laptop.question()
    laptop.restart()
    assert laptop.question() == question
    assert laptop.send().delivered == 2


def test_a_question_that_arrives_twice_is_taken_once(laptop: Laptop, other: Laptop) -> None:
    laptop.save(person(1))
    assert laptop.send(wire.twice).delivered == 1
    other.send()
    assert other.versions() == {1}


def test_an_answer_that_comes_too_late_says_nothing(laptop: Laptop) -> None:
    laptop.save(person(1))
    late = wire.Late()
    assert laptop.try_to_send(late, late, late) == "sync.not_the_centre"
    assert laptop.store.exchange.proof().delivered == 0
    assert laptop.send().delivered == 1


def test_an_edit_made_while_sending_goes_next(laptop: Laptop, other: Laptop) -> None:
    record = person(1)
    laptop.save(record)

    def edit_meanwhile(ask: wire.Ask, question: bytes) -> wire.Reply:
        laptop.save(changed(record, name="Siti Aminah binti Ali"))
        return ask(question)

    assert laptop.send(edit_meanwhile).delivered == 2
    other.send()
    assert other.entry(record).record.fields()["name"] == "Siti Aminah binti Ali"
    assert laptop.entry(record).state == "delivered"


def test_two_laptops_edit_different_fields_and_both_stay(laptop: Laptop, other: Laptop) -> None:
    record = person(1)
    laptop.save(record)
    laptop.send()
    other.send()
    laptop.save(changed(record, name="Siti A."))
    other.save(changed(record, mother_name="Rukmini"))
    for each in (laptop, other, laptop):
        each.send()
    for each in (laptop, other):
        fields = each.entry(record).record.fields()
        assert (fields["name"], fields["mother_name"]) == ("Siti A.", "Rukmini")
        assert each.entry(record).state == "delivered"


def test_the_same_field_twice_is_kept_for_a_person_to_decide_and_then_delivered(laptop: Laptop, other: Laptop) -> None:
    record = person(1)
    laptop.save(record)
    laptop.send()
    other.send()
    laptop.save(changed(record, name="Siti A."))
    other.save(changed(record, name="Siti B."))
    laptop.send()
    assert other.send().refused == 1
    entry = other.entry(record)
    assert (entry.state, entry.record.fields()["name"]) == ("needs_revision", "Siti B.")
    assert entry.refusal is not None
    assert entry.refusal.present["name"].value == "Siti A."
    other.save(changed(record, name="Siti C."))
    assert other.send().delivered == 1
    laptop.send()
    assert laptop.entry(record).record.fields()["name"] == "Siti C."
    assert other.entry(record).state == "delivered"


def test_what_others_changed_is_told_in_the_history(laptop: Laptop, other: Laptop) -> None:
    record = person(1)
    laptop.save(record)
    laptop.send()
    other.send()
    other.save(changed(record, name="Siti B."))
    other.send()
    laptop.send()
    (event,) = [event for event in laptop.store.records.history("signup", record.id) if event.origin == "centre"]
    assert (event.by, event.changes["name"][1]) == ("rekan", "Siti B.")


def test_a_refused_record_shows_field_and_reason_and_can_be_repaired(laptop: Laptop) -> None:
    record = person(1)
    laptop.save_unjudged(changed(record, name="Siti"), birth_date="1935-01-01")
    assert laptop.send().refused == 1
    refusal = laptop.entry(record).refusal
    assert refusal is not None
    assert [(finding.field, finding.code) for finding in refusal.findings] == [("birth_date", "birth_date.too_old")]
    assert laptop.entry(record).state == "needs_revision"
    assert laptop.send().refused == 0, "a refused change is not sent again by itself"
    laptop.save(changed(record, name="Siti"))
    assert laptop.send().delivered == 1
    assert laptop.entry(record).state == "delivered"


def test_a_refused_record_holds_nothing_else_up(laptop: Laptop) -> None:
    laptop.save_unjudged(person(1), birth_date="1935-01-01")
    laptop.save(person(2), person(3))
    outcome = laptop.send()
    assert (outcome.delivered, outcome.refused) == (2, 1)


def test_a_village_outside_the_area_is_refused_and_stays_here(tmp_path: Path, centre: Centre) -> None:
    with Laptop(tmp_path, centre, "sempit", VILLAGES[0]) as narrow:
        record = person(1, VILLAGES[1], "sempit")
        narrow.save(record)
        assert narrow.send().refused == 1
        refusal = narrow.entry(record).refusal
        assert refusal is not None
        assert refusal.reason == "scope"


@pytest.mark.parametrize("years", [-2, 2])
def test_a_clock_two_years_off_changes_nothing_but_is_told(laptop: Laptop, other: Laptop, years: int) -> None:
    laptop.watch.now = NOON + timedelta(days=365 * years)
    laptop.save(person(1))
    outcome = laptop.send()
    assert outcome.delivered == 1
    assert abs(outcome.clock_ahead) > timedelta(days=30)
    assert other.send().rows == 1


def test_a_person_can_stop_between_batches(laptop: Laptop) -> None:
    laptop.save(*(person(n) for n in range(200)))

    def stop(progress: Progress) -> None:
        if progress.step == "settled":
            laptop.stop.set()

    laptop.listen(stop)
    outcome = laptop.send()
    assert outcome.stopped
    assert 0 < outcome.delivered < 200
    laptop.listen(lambda _: None)
    laptop.stop.clear()
    assert laptop.send().delivered == 200 - outcome.delivered


def test_a_record_that_moves_leaves_one_village_and_stands_in_the_other(laptop: Laptop, other: Laptop) -> None:
    record = person(1)
    laptop.save(record)
    laptop.send()
    other.send()
    laptop.save(changed(record, village=VILLAGES[1]))
    laptop.send()
    other.send()
    for each in (laptop, other):
        assert each.held()[record.id].village == VILLAGES[1]
        assert each.store.exchange.proof().unequal == 0


def test_a_record_that_moves_out_of_sight_leaves_the_laptop(tmp_path: Path, laptop: Laptop, centre: Centre) -> None:
    record = person(1)
    laptop.save(record)
    laptop.send()
    with Laptop(tmp_path, centre, "sempit", VILLAGES[0]) as narrow:
        narrow.send()
        assert record.id in narrow.held()
        laptop.save(changed(record, village=VILLAGES[1]))
        laptop.send()
        narrow.send()
        assert narrow.held() == {}
        assert narrow.store.exchange.proof().unequal == 0


def test_deliveries_are_kept_with_what_they_carried(laptop: Laptop) -> None:
    laptop.save(person(1))
    laptop.try_to_send(wire.offline)
    laptop.watch.now += timedelta(minutes=5)
    laptop.send()
    (done,) = laptop.store.exchange.deliveries()
    assert (done.outcome, done.accepted, done.refused) == ("done", 1, 0)
    assert done.bytes_up > 0
    assert done.bytes_down > 0
