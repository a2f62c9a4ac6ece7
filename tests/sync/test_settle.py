"""What one slips on when an answer is settled: each of these was got wrong once, somewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from fieldapp.contract import packing
from fieldapp.contract.messages import Answer, Log, Question
from fieldapp.domain.kinds import AnyRecord, restored
from fieldapp.domain.signup import Signup
from fieldapp.errors import ProtocolError
from fieldapp.store.tables import RECORDS, VILLAGE
from fieldapp.sync.reconcile import reconcile
from fieldserver.tables import ACCOUNT
from tests import wire
from tests.centre import Centre
from tests.laptop import Laptop
from tests.people import NOON, VILLAGES, person


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


def changed(record: AnyRecord, **fields: object) -> Signup:
    made = restored("signup", {**record.fields(), **fields}, record.id)
    assert isinstance(made, Signup)
    return made


def cursors(laptop: Laptop) -> dict[str, int]:
    with laptop.store.database.read() as tx:
        return dict(tx.execute(select(VILLAGE.c.code, VILLAGE.c.version)).all())


def test_the_same_question_comes_until_it_is_answered_whatever_is_typed(laptop: Laptop) -> None:
    record = person(1)
    laptop.save(record)
    first = laptop.question()
    laptop.save(changed(record, name="Siti A."), person(2))
    assert laptop.question(limit=1) == first
    assert [change.record for change in first.changes] == [record.id]
    assert laptop.entry(record).state == "sending"


def test_a_question_laid_aside_is_asked_smaller_with_the_same_changes(laptop: Laptop) -> None:
    laptop.save(*(person(n) for n in range(4)))
    first = laptop.question()
    laptop.store.exchange.lay_aside()
    assert laptop.store.exchange.proof().waiting == 4
    second = laptop.question(limit=2)
    assert second.exchange != first.exchange
    assert second.changes == first.changes[:2]


def test_an_edit_that_was_taken_unseen_and_then_overtaken_is_still_acknowledged(laptop: Laptop, other: Laptop) -> None:
    records = [person(n) for n in range(4)]
    laptop.save(*records)
    laptop.send()
    other.send()
    laptop.save(*(changed(record, name="Siti A.") for record in records))
    laptop.client.exchange(laptop.question())  # taken, and the answer never seen
    other.send()
    other.save(*(changed(other.entry(record).record, mother_name="Rukmini") for record in records))
    other.send()
    laptop.store.exchange.lay_aside()
    laptop.store.exchange.question(laptop.invitation.device, 1, 1000)
    assert laptop.send().unequal == ()
    for record in records:
        assert laptop.entry(record).state == "delivered"
        assert laptop.entry(record).record.fields()["name"] == "Siti A."
        assert laptop.entry(record).record.fields()["mother_name"] == "Rukmini"
    assert max(laptop.versions()) == 12, "every change took effect once"


def test_an_answer_to_an_older_question_changes_nothing(laptop: Laptop) -> None:
    laptop.save(person(1))
    question = laptop.question()
    late = laptop.client.exchange(question).answer
    laptop.send()
    laptop.save(person(2))
    laptop.question()
    settled = laptop.store.exchange.settle(question, late, laptop.client.key, by=reconcile)
    assert (settled.results, settled.left) == ((), 1)
    assert laptop.store.outbox.summary().count == 1


def test_a_cursor_never_steps_over_a_gap(laptop: Laptop) -> None:
    question = laptop.question()
    gap = Answer(exchange=question.exchange, time=NOON, villages={VILLAGES[0]: Log(since=5, to=9)})
    laptop.wire.faults.append(lambda ask, _: _signed(laptop, ask, question, gap))
    with pytest.raises(ProtocolError, match=r"check\.cursor"):
        laptop.client.exchange(question)
    assert cursors(laptop) == {}


def _signed(laptop: Laptop, ask: wire.Ask, question: Question, answer: Answer) -> wire.Reply:
    return ask(packing.pack_question(question)).said(packing.pack_answer(answer, laptop.centre_key))


def test_own_changes_are_not_echoed(laptop: Laptop) -> None:
    laptop.save(*(person(n) for n in range(5)))
    assert laptop.send().rows == 0
    assert laptop.send().rows == 0


def test_a_village_that_differs_is_pulled_again_and_told(laptop: Laptop, other: Laptop) -> None:
    laptop.save(*(person(n) for n in range(3)))
    laptop.send()
    other.send()
    with other.store.database.write() as tx:
        table = RECORDS["signup"]
        one = tx.execute(select(table.c.seq).limit(1)).scalar_one()
        tx.execute(update(table).where(table.c.seq == one).values(name="rusak", content=b"0" * 32))
    outcome = other.send()
    assert outcome.unequal == (VILLAGES[0],)
    assert other.store.exchange.proof().unequal == 0
    assert {held.base["name"] for held in other.held().values()} == {h.base["name"] for h in laptop.held().values()}


def test_a_restored_laptop_that_uses_a_record_again_gets_a_decision_not_a_loss(
    tmp_path: Path, laptop: Laptop, other: Laptop
) -> None:
    record = person(1)
    laptop.save(record)
    laptop.store.close()
    shutil.copy(laptop.path, tmp_path / "lama.db")
    laptop.restart()
    laptop.send()
    laptop.store.close()
    for left_over in laptop.path.parent.glob("catatan.db*"):
        left_over.unlink()
    shutil.copy(tmp_path / "lama.db", laptop.path)
    laptop.restart()
    laptop.save(changed(record, name="Siti Restu"))
    outcome = laptop.send()
    assert outcome.refused == 1
    entry = laptop.entry(record)
    assert (entry.state, entry.record.fields()["name"]) == ("needs_revision", "Siti Restu")
    laptop.save(changed(record, name="Siti Restu B."))
    assert laptop.send().delivered == 1
    other.send()
    assert other.entry(record).record.fields()["name"] == "Siti Restu B."


def test_a_restored_laptop_that_edits_again_is_taken_under_a_new_id(tmp_path: Path, laptop: Laptop) -> None:
    record = person(1)
    laptop.save(record)
    laptop.send()
    laptop.save(changed(record, name="Siti A."))
    laptop.store.close()
    shutil.copy(laptop.path, tmp_path / "lama.db")
    laptop.restart()
    laptop.send()
    laptop.store.close()
    for left_over in laptop.path.parent.glob("catatan.db*"):
        left_over.unlink()
    shutil.copy(tmp_path / "lama.db", laptop.path)
    laptop.restart()
    laptop.save(changed(record, name="Siti A.", mother_name="Rukmini"))
    laptop.send()
    laptop.send()
    fields = laptop.entry(record).record.fields()
    assert (laptop.entry(record).state, fields["name"], fields["mother_name"]) == ("delivered", "Siti A.", "Rukmini")


def test_a_new_village_in_the_scope_is_read_from_its_beginning(tmp_path: Path, laptop: Laptop, centre: Centre) -> None:
    laptop.save(person(1, VILLAGES[0]), person(2, VILLAGES[1]))
    laptop.send()
    with Laptop(tmp_path, centre, "sempit", VILLAGES[0]) as narrow:
        assert narrow.send().rows == 1
        _grant(centre, "sempit", VILLAGES[:2])
        assert narrow.send().rows == 1
        assert narrow.store.settings.get("areas") == list(VILLAGES[:2])
        assert len(narrow.held()) == 2


def test_a_lost_village_leaves_with_its_records_but_not_with_what_waits(
    tmp_path: Path, laptop: Laptop, centre: Centre
) -> None:
    kept, waits = person(1, VILLAGES[1]), person(2, VILLAGES[1])
    laptop.save(kept, waits)
    laptop.send()
    with Laptop(tmp_path, centre, "sempit", *VILLAGES[:2]) as narrow:
        narrow.send()
        narrow.save(changed(waits, name="Siti A."))
        _grant(centre, "sempit", VILLAGES[:1])
        narrow.send()
        assert set(narrow.held()) == {waits.id}
        assert narrow.entry(waits).state == "needs_revision"
        assert VILLAGES[1] not in cursors(narrow)


def test_on_a_shared_laptop_each_delivers_his_own(laptop: Laptop) -> None:
    laptop.store.settings.put("account", laptop.account)
    laptop.store.records.save(person(1, by="rekan"), by="rekan")
    laptop.save(person(2))
    assert laptop.send().delivered == 1
    (waiting,) = laptop.store.outbox.waiting()
    assert (waiting.state, waiting.refusal) == ("queued", None)


def _grant(centre: Centre, account: str, areas: tuple[str, ...]) -> None:
    with centre.engine.begin() as connection:
        connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account).values(areas=list(areas)))
