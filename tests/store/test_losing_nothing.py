"""What was acknowledged is there, whatever happens to the process, the disk and the other thread."""

from __future__ import annotations

import os
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

import pytest

from fieldapp.domain.kinds import AnyRecord, restored
from fieldapp.errors import StoreError
from fieldapp.store.store import Store, open_store
from tests.people import person
from tests.store.centre import held, show
from tests.store.conftest import KEY, Opener
from tests.store.kills import FORK, campaign

if sys.platform != "win32":
    import resource

SEED = int(os.environ.get("FIELDAPP_SEED", "20260302"))


def in_threads(*works: object) -> None:
    """Run these at once, and let what goes wrong in one be seen."""
    wrong: list[BaseException] = []

    def run(work: object) -> None:
        try:
            work()  # type: ignore[operator]
        except BaseException as error:  # noqa: BLE001 - told below
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_killed_process_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    tally = campaign(tmp_path, kills=20, seed=SEED)
    assert tally.kills == 20
    assert len(tally.kept) > 20
    assert tally.in_flight > 5
    assert tally.lost == [], f"seed {SEED}"


def edit(store: Store, record: UUID, name: str, times: int) -> None:
    for number in range(times):
        entry = store.records.get("signup", record)
        assert entry is not None
        fields = {**entry.record.fields(), name: f"{name} {number}"}
        store.records.save(restored("signup", fields, record), by="petugas", seen=entry.record)


def test_two_people_editing_one_record_lose_no_update(store: Store) -> None:
    record = person(1)
    store.records.save(record, by="petugas")
    in_threads(
        lambda: edit(store, record.id, "note", 60),
        lambda: edit(store, record.id, "work_place", 60),
    )
    (line,) = held(store, record.id).lines
    assert line.delta["note"] == (None, "note 59")
    assert line.delta["work_place"] == (None, "work_place 59")


def test_a_delivery_settling_and_a_person_saving_do_not_disturb_each_other(store: Store) -> None:
    mine: list[AnyRecord] = [person(number) for number in range(60)]
    theirs = [person(number, by="rekan") for number in range(100, 160)]

    def save() -> None:
        for record in mine:
            store.records.save(record, by="petugas")

    def settle() -> None:
        for version, record in enumerate(theirs, 1):
            show(store, record.id, record.fields(), version)

    in_threads(save, settle)
    counts = store.records.counts("signup")
    assert (counts.queued, counts.delivered) == (60, 60)


def test_what_others_changed_while_a_form_was_open_stays(store: Store) -> None:
    seen = person(1)
    show(store, seen.id, seen.fields(), version=1)
    show(store, seen.id, {**seen.fields(), "street": "Jalan Rekan"}, version=2)
    store.records.save(restored("signup", {**seen.fields(), "name": "Nama Baru"}, seen.id), by="petugas", seen=seen)
    after = held(store, seen.id)
    assert after.shown["street"] == "Jalan Rekan"
    assert after.lines[0].delta == {"name": (seen.name, "Nama Baru")}


def fill(path: Path, said: Connection) -> None:
    """Save until the disk takes no more; say what was acknowledged and how it ended."""
    store = open_store(path, KEY)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, resource.RLIM_INFINITY))
    kept = 0
    try:
        while True:
            store.records.save(person(kept), by="petugas")
            kept += 1
    except StoreError as full:
        store.database.close()
        again = open_store(path, KEY)
        readable = again.records.counts("signup").queued
        again.close()
        said.send((kept, full.code, readable))
    os._exit(0)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_keeps_what_was_acknowledged_and_still_opens(path: Path, opened: Opener) -> None:
    opened().close()
    ours, theirs = FORK.Pipe(duplex=False)
    process = FORK.Process(target=fill, args=(path, theirs), daemon=True)
    process.start()
    theirs.close()
    assert ours.poll(60)
    kept, code, readable = ours.recv()
    process.join()
    assert kept > 10
    assert code in {"store.disk_full", "store.disk_trouble"}
    assert readable == kept
    store = opened()
    assert store.records.counts("signup").queued == kept
    store.records.save(person(999_999), by="petugas")
    assert store.records.counts("signup").queued == kept + 1
