"""Saving keeps a record and queues its change, and what waits is always what the person sees on top of the centre's."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from fieldapp.contract.digest import content_hash
from fieldapp.domain.kinds import AnyRecord, restored
from fieldapp.domain.signup import Signup
from fieldapp.store.store import Store
from fieldapp.store.tables import OUTBOX, RECORDS
from tests.people import VILLAGES, person, talk
from tests.store.centre import accept, become, held, leave, refuse, show


def changed(record: AnyRecord, **fields: object) -> AnyRecord:
    return restored(record.kind, {**record.fields(), **fields}, record.id)


def save(store: Store, *records: AnyRecord) -> None:
    for record in records:
        store.records.save(record, by="petugas")


def state(store: Store, record: UUID) -> str:
    entry = store.records.get("signup", record)
    assert entry is not None
    return entry.state


@pytest.fixture
def siti(store: Store) -> Signup:
    record = person(7, phone="+6281200000007", heirs=[{"name": "Ujang", "relation": "child"}])
    save(store, record)
    return record


@pytest.fixture
def delivered(store: Store, siti: Signup) -> Signup:
    leave(store, siti.id)
    accept(store, siti.id, version=4)
    return siti


def test_a_saved_record_comes_back_as_it_was_and_waits(store: Store, siti: Signup) -> None:
    entry = store.records.get("signup", siti.id)
    assert entry is not None
    assert (entry.record, entry.state, entry.version, entry.refusal) == (siti, "queued", 0, None)
    assert [(one.id, one.title, one.state) for one in store.outbox.waiting()] == [(siti.id, siti.name, "queued")]


def test_a_visit_comes_back_as_it_was(store: Store, siti: Signup) -> None:
    visit = talk(3, signups=(siti.id,))
    save(store, visit)
    entry = store.records.get("visit", visit.id)
    assert entry is not None
    assert entry.record == visit
    assert entry.record.fields() == visit.fields()


def test_a_new_record_travels_whole_under_its_own_id(store: Store, siti: Signup) -> None:
    (line,) = held(store, siti.id).lines
    assert line.create
    assert line.change == siti.id
    assert line.delta == {name: (None, value) for name, value in siti.fields().items()}


def test_saving_the_same_again_queues_nothing_and_tells_no_history(store: Store, delivered: Signup) -> None:
    save(store, delivered)
    assert held(store, delivered.id).lines == ()
    assert state(store, delivered.id) == "delivered"
    assert len(store.records.history("signup", delivered.id)) == 1


def test_edits_of_a_record_that_has_not_left_fold_into_its_create(store: Store, siti: Signup) -> None:
    save(store, changed(siti, name="Siti Aminah Lestari"), changed(siti, name="Siti A. Lestari"))
    (line,) = held(store, siti.id).lines
    assert line.create
    assert line.delta["name"] == (None, "Siti A. Lestari")


def test_edits_of_a_delivered_record_fold_into_one_line(store: Store, delivered: Signup) -> None:
    once = changed(delivered, name="Siti Baru")
    save(store, once, changed(once, monthly_income=2_000_000))
    (line,) = held(store, delivered.id).lines
    assert line.delta == {
        "name": (delivered.name, "Siti Baru"),
        "monthly_income": (delivered.monthly_income, 2_000_000),
    }
    assert state(store, delivered.id) == "queued"


def test_an_edit_taken_back_before_it_left_leaves_nothing_waiting(store: Store, delivered: Signup) -> None:
    save(store, changed(delivered, name="Salah Ketik"), delivered)
    assert held(store, delivered.id).lines == ()
    assert store.outbox.summary().count == 0
    assert state(store, delivered.id) == "delivered"


def test_an_edit_while_its_predecessor_is_on_its_way_is_a_second_line(store: Store, siti: Signup) -> None:
    leave(store, siti.id)
    assert state(store, siti.id) == "sending"
    save(store, changed(siti, name="Siti Kedua"))
    first, second = held(store, siti.id).lines
    assert (first.delta, first.create) == ({n: (None, v) for n, v in siti.fields().items()}, True)
    assert (second.delta, second.create) == ({"name": (siti.name, "Siti Kedua")}, False)
    accept(store, siti.id, version=1)
    assert held(store, siti.id).shown["name"] == "Siti Kedua"
    assert state(store, siti.id) == "queued"


def test_a_line_laid_aside_is_frozen_because_it_has_left_once(store: Store, siti: Signup) -> None:
    leave(store, siti.id)
    with store.database.write() as connection:
        connection.execute(OUTBOX.update().values(exchange=None))
    save(store, changed(siti, name="Siti Kedua"))
    assert [line.create for line in held(store, siti.id).lines] == [True, False]


def test_a_refused_create_is_replaced_by_the_corrected_one(store: Store, siti: Signup) -> None:
    leave(store, siti.id)
    refuse(store, siti.id)
    entry = store.records.get("signup", siti.id)
    assert entry is not None
    assert entry.state == "needs_revision"
    assert entry.refusal is not None
    assert entry.refusal.findings[0].code == "nik.length"
    save(store, changed(siti, name="Siti Betul"))
    (line,) = held(store, siti.id).lines
    assert (line.create, line.change, line.sent, line.refusal) == (True, siti.id, False, None)
    assert line.delta["name"] == (None, "Siti Betul")
    assert state(store, siti.id) == "queued"


def test_a_refused_edit_is_replaced_under_a_fresh_id_against_what_the_centre_has_now(
    store: Store, delivered: Signup
) -> None:
    save(store, changed(delivered, name="Pilihan Saya"))
    refused = held(store, delivered.id).lines[0].change
    leave(store, delivered.id)
    show(store, delivered.id, {**delivered.fields(), "name": "Pilihan Rekan"}, version=9)
    refuse(store, delivered.id)
    save(store, changed(delivered, name="Pilihan Saya"))
    (line,) = held(store, delivered.id).lines
    assert line.change != refused
    assert line.delta == {"name": ("Pilihan Rekan", "Pilihan Saya")}


def test_giving_in_to_the_centre_leaves_nothing_waiting(store: Store, delivered: Signup) -> None:
    save(store, changed(delivered, name="Pilihan Saya"))
    leave(store, delivered.id)
    show(store, delivered.id, {**delivered.fields(), "name": "Pilihan Rekan"}, version=9)
    refuse(store, delivered.id)
    save(store, changed(delivered, name="Pilihan Rekan"))
    assert held(store, delivered.id).lines == ()
    assert state(store, delivered.id) == "delivered"


def test_an_edit_typed_after_a_refused_edit_loses_neither(store: Store, delivered: Signup) -> None:
    save(store, changed(delivered, name="Nama Baru"))
    leave(store, delivered.id)
    refuse(store, delivered.id)
    save(store, changed(delivered, name="Nama Baru", street="Jalan Baru"))
    (line,) = held(store, delivered.id).lines
    assert line.delta["name"][1] == "Nama Baru"
    assert line.delta["street"][1] == "Jalan Baru"


def test_another_edit_does_not_hide_a_value_that_nobody_here_has_seen(store: Store, delivered: Signup) -> None:
    """The centre must still learn which value the person replaced, to say that somebody else came first."""
    save(store, changed(delivered, name="Pilihan Saya"))
    show(store, delivered.id, {**delivered.fields(), "name": "Pilihan Rekan"}, version=9)
    save(store, changed(delivered, name="Pilihan Saya", work_place="Pasar"))
    (line,) = held(store, delivered.id).lines
    assert line.delta["name"] == (delivered.name, "Pilihan Saya")


def test_an_edit_is_for_the_log_in_which_the_record_stands(store: Store, delivered: Signup) -> None:
    save(store, changed(delivered, village=VILLAGES[2]))
    with store.database.read() as connection:
        row = connection.execute(select(OUTBOX)).mappings().one()
    assert (row["village"], row["version"], row["action"]) == (VILLAGES[0], 4, "edit")
    (line,) = store.records.same(nik=delivered.nik)
    assert line.village == VILLAGES[2]


def test_a_new_record_moved_before_it_left_is_for_its_new_village(store: Store, siti: Signup) -> None:
    save(store, changed(siti, village=VILLAGES[1]))
    assert held(store, siti.id).village == VILLAGES[1]


def test_the_kept_content_hash_is_that_of_what_the_centre_holds(store: Store, delivered: Signup) -> None:
    save(store, changed(delivered, name="Nama Baru"))
    table = RECORDS["signup"]
    with store.database.read() as connection:
        row = connection.execute(select(table.c.content, table.c.base)).one()
    assert row.content == content_hash(delivered.fields())
    assert row.base == delivered.fields()


def test_fields_of_a_newer_app_and_values_of_another_form_survive_an_edit(store: Store, delivered: Signup) -> None:
    newer = {**delivered.fields(), "blood_oath": [1, {"a": None}], "monthly_income": "banyak"}
    show(store, delivered.id, newer, version=9)
    entry = store.records.get("signup", delivered.id)
    assert entry is not None
    assert entry.record.fields() == newer
    save(store, changed(entry.record, name="Nama Baru"))
    assert held(store, delivered.id).shown == {**newer, "name": "Nama Baru"}


def test_a_record_that_left_the_scope_is_gone_from_everywhere(store: Store, delivered: Signup) -> None:
    become(store, delivered.id, None)
    assert store.records.get("signup", delivered.id) is None
    assert store.records.same(nik=delivered.nik) == ()
    assert store.outbox.waiting() == ()


def test_an_import_is_taken_whole_and_counts_only_what_is_new(store: Store, siti: Signup) -> None:
    people = [siti, *(person(number) for number in range(20, 40))]
    assert store.records.save_many([*people, talk(1)], by="petugas") == 21
    assert store.records.counts("signup").queued == 21
    assert store.records.counts().queued == 22


def test_an_import_that_fails_half_way_leaves_nothing(store: Store) -> None:
    def broken() -> object:
        yield person(1)
        yield person(2)
        raise RuntimeError("the list ends here")

    with pytest.raises(RuntimeError):
        store.records.save_many(broken(), by="petugas")  # type: ignore[arg-type]
    assert store.records.counts().queued == 0


def test_the_history_says_who_changed_what_and_where(store: Store, delivered: Signup) -> None:
    save(store, changed(delivered, name="Nama Sini"))
    mine = held(store, delivered.id)
    show(store, delivered.id, {**mine.base, "street": "Jalan Rekan"}, version=9)
    recorded, here, there = store.records.history("signup", delivered.id)
    assert (recorded.by, recorded.changes) == (delivered.recorded_by, {})
    assert (here.by, here.origin, here.changes) == ("petugas", "here", {"name": (delivered.name, "Nama Sini")})
    assert (there.by, there.origin, there.changes["street"][1]) == ("rekan", "centre", "Jalan Rekan")


def test_a_record_of_somebody_else_is_delivered_and_was_not_recorded_here(store: Store) -> None:
    theirs = person(50, by="rekan")
    show(store, theirs.id, theirs.fields(), version=3)
    assert state(store, theirs.id) == "delivered"
    assert [event.origin for event in store.records.history("signup", theirs.id)] == ["centre"]


def test_what_waits_is_summed_without_the_refused(store: Store, siti: Signup) -> None:
    save(store, person(8), talk(1))
    leave(store, siti.id)
    refuse(store, siti.id)
    summary = store.outbox.summary()
    assert summary.count == 2
    assert summary.oldest is not None
    assert 100 < summary.bytes < 5000
    assert len(store.outbox.waiting()) == 3


def test_the_month_and_what_falls_due_are_counted(store: Store, siti: Signup) -> None:
    due = talk(4)
    save(store, changed(due, follow_up="Antar kartu", follow_up_due="2026-03-06", prospects=5), talk(5))
    month = store.figures.month(date(2026, 3, 5))
    assert (month.signups, month.visits, month.met, month.prospects) == (1, 2, 14 + 12 + 15 + 12, 5)
    assert store.figures.month(date(2026, 4, 5)).visits == 0
    (follow_up,) = store.figures.follow_ups(date(2026, 3, 5))
    assert (follow_up.id, follow_up.what, follow_up.due) == (due.id, "Antar kartu", date(2026, 3, 6))
