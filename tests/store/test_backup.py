"""Backups are whole, encrypted, kept for as long as they are useful, and they bring everything back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from fieldapp.config import Paths
from fieldapp.errors import ForeignFileError, StoreError
from fieldapp.store.backup import restore
from fieldapp.store.migrate import RESTORED, beside
from tests.people import person
from tests.store.conftest import KEY, Opener, Watch


@pytest.fixture
def paths(path: Path) -> Paths:
    return Paths(path.parent)


def test_a_restored_backup_is_the_store_as_it_was_then(opened: Opener, paths: Paths) -> None:
    store = opened()
    record = person(1)
    store.records.save(record, by="petugas")
    store.settings.put("device", "laptop-7")
    backup = store.backups.now()
    store.records.save(person(2), by="petugas")
    store.close()
    aside = restore(backup.path, paths, KEY)
    again = opened()
    assert again.records.counts().queued == 1
    entry = again.records.get("signup", record.id)
    assert entry is not None
    assert entry.record == record
    assert again.settings.get("device") == "laptop-7"
    assert [one.id for one in again.outbox.waiting()] == [record.id]
    assert aside is not None
    assert aside.exists()


def test_the_replaced_file_is_moved_aside_with_all_that_was_in_it(opened: Opener, paths: Paths) -> None:
    store = opened()
    backup = store.backups.now()
    store.records.save(person(2), by="petugas")
    store.close()
    aside = restore(backup.path, paths, KEY)
    assert aside is not None
    aside.replace(paths.database)
    assert opened().records.counts().queued == 1


def test_a_damaged_or_foreign_backup_replaces_nothing(opened: Opener, paths: Paths) -> None:
    store = opened()
    store.records.save(person(2), by="petugas")
    backup = store.backups.now()
    store.close()
    damaged = bytearray(backup.path.read_bytes())
    damaged[5 * 4096 + 7] ^= 1
    backup.path.write_bytes(damaged)
    with pytest.raises(StoreError):
        restore(backup.path, paths, KEY)
    backup.path.write_bytes(b"a letter" * 1000)
    with pytest.raises(ForeignFileError):
        restore(backup.path, paths, KEY)
    assert not beside(paths.database, RESTORED).exists()
    assert opened().records.counts().queued == 1


def test_a_damaged_store_makes_no_backup(opened: Opener, path: Path) -> None:
    store = opened()
    store.records.save_many([person(number) for number in range(100)], by="petugas")
    store.close()
    store = opened()
    damaged = bytearray(path.read_bytes())
    damaged[40 * 4096 + 7] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(StoreError):
        store.backups.now()
    assert store.backups.list() == ()


def test_there_is_one_backup_a_day_unless_more_are_wanted(opened: Opener, watch: Watch) -> None:
    store = opened()
    assert store.backups.daily() is not None
    watch.now += timedelta(hours=3)
    assert store.backups.daily() is None
    watch.now += timedelta(days=1)
    assert store.backups.daily() is not None
    assert [backup.at.day for backup in store.backups.list()] == [3, 2]


def test_seven_days_four_weeks_and_three_months_are_kept(opened: Opener, watch: Watch) -> None:
    store = opened()
    for _ in range(100):
        watch.now += timedelta(days=1)
        store.backups.daily()
    days = [backup.at.date() for backup in store.backups.list()]
    today = watch.now.date()
    assert days[:7] == [today - timedelta(days=back) for back in range(7)]
    assert {day.isocalendar().week for day in days} >= {
        (today - timedelta(weeks=back)).isocalendar().week for back in range(4)
    }
    assert {day.month for day in days} == {today.month, today.month - 1, today.month - 2}
    assert len(days) <= 7 + 4 + 3


def test_a_second_place_gets_the_same_and_its_absence_disturbs_nothing(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    store.backups.second = tmp_path / "stick"
    assert len(store.backups.list()) == 0
    store.backups.now()
    store.backups.second.mkdir()
    made = store.backups.now()
    assert (tmp_path / "stick" / made.path.name).read_bytes() == made.path.read_bytes()
    assert len(store.backups.list()) == 1


def test_two_backups_at_once_wait_for_each_other(opened: Opener) -> None:
    store = opened()
    store.records.save(person(1), by="petugas")
    with ThreadPoolExecutor(2) as both:
        made = [one.result() for one in [both.submit(store.backups.now) for _ in range(4)]]
    assert all(backup.path.exists() for backup in made)
