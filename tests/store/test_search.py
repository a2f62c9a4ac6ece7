"""A record is found by the beginning of any word, by digits as grouped as they come, and by where it stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldapp.domain.kinds import restored
from fieldapp.domain.region import Regions
from fieldapp.store.query import Query
from fieldapp.store.store import Store
from tests.people import NOON, VILLAGES, person, talk
from tests.store.centre import leave
from tests.store.conftest import Watch


@pytest.fixture
def people(store: Store) -> Store:
    names = ("Siti Aminah", "Sitı Zubaédah", "Agus Salim", "I Gusti Ngurah Siwa", "O'Neil Sihombing")
    store.records.save_many(
        [
            person(number, VILLAGES[number % 3], name=name, nik=f"32011755018500{number + 10}")
            for number, name in enumerate(names)
        ],
        by="petugas",
    )
    store.records.save(talk(2), by="petugas")
    return store


def found(store: Store, text: str, **narrowed: object) -> list[str]:
    page = store.records.page(Query("signup", text=text, **narrowed))  # type: ignore[arg-type]
    assert page.total == len(page.lines)
    return sorted(line.title for line in page.lines)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("sit", ["Siti Aminah"]),
        ("SITI am", ["Siti Aminah"]),
        ("am siti", ["Siti Aminah"]),
        ("zubae", ["Sitı Zubaédah"]),
        ("zubaédah", ["Sitı Zubaédah"]),
        ("si", ["I Gusti Ngurah Siwa", "O'Neil Sihombing", "Siti Aminah", "Sitı Zubaédah"]),
        ("neil", ["O'Neil Sihombing"]),
        ("o'neil", ["O'Neil Sihombing"]),
        ("32 01 17 550185 0012", ["Agus Salim"]),
        ("3201175501850012", ["Agus Salim"]),
        ("0812 0000 0002", ["Agus Salim"]),
        ("+62 812-0000-0002", ["Agus Salim"]),
        ("tidak ada", []),
        ('"', []),
        ("* OR", []),
    ],
)
def test_what_is_typed_finds_whom_it_should(people: Store, typed: str, names: list[str]) -> None:
    if typed == "sit":
        names = sorted([*names, "Sitı Zubaédah"])
    assert found(people, typed) == names


def test_the_name_of_a_village_finds_its_people(people: Store) -> None:
    name = Regions.load().name(VILLAGES[0])
    assert found(people, name) == ["I Gusti Ngurah Siwa", "Siti Aminah"]


def test_a_renamed_record_is_found_by_its_new_name_alone(people: Store) -> None:
    (line,) = people.records.page(Query("signup", text="agus")).lines
    entry = people.records.get("signup", line.id)
    assert entry is not None
    people.records.save(restored("signup", {**entry.record.fields(), "name": "Bagus Salim"}, line.id), by="petugas")
    assert found(people, "agus") == []
    assert found(people, "bagus sal") == ["Bagus Salim"]


def test_the_list_is_narrowed_by_state_village_and_period(people: Store) -> None:
    (line,) = people.records.page(Query("signup", text="agus")).lines
    leave(people, line.id)
    assert found(people, "", state="sending") == ["Agus Salim"]
    assert found(people, "si", state="sending") == []
    assert found(people, "", village=VILLAGES[2]) == ["Agus Salim"]
    assert found(people, "si", village=VILLAGES[0]) == ["I Gusti Ngurah Siwa", "Siti Aminah"]
    today = NOON.date()
    assert len(found(people, "", period=(today, today))) == 5
    assert found(people, "", period=(date(2026, 1, 1), today - timedelta(days=1))) == []


def test_pages_go_on_where_the_last_one_ended_and_know_the_total(store: Store, watch: Watch) -> None:
    for number in range(25):
        watch.now += timedelta(seconds=1)
        store.records.save(person(number), by="petugas")
    pages = [store.records.page(Query("signup"), offset, 10) for offset in (0, 10, 20)]
    assert [page.total for page in pages] == [25, 25, 25]
    lines = [line for page in pages for line in page.lines]
    assert len({line.id for line in lines}) == 25
    assert [line.touched_at for line in lines] == sorted((line.touched_at for line in lines), reverse=True)


def test_a_line_says_what_a_list_shows(people: Store) -> None:
    (line,) = people.records.page(Query("visit", text="balai")).lines
    assert (line.kind, line.title, line.state) == ("visit", "Balai desa 2 · Manfaat JKK dan JKM", "queued")
    assert line.detail["men"] == 12


def test_the_same_number_typed_twice_is_noticed(people: Store) -> None:
    (line,) = people.records.page(Query("signup", text="agus")).lines
    nik, phone = str(line.detail["nik"]), str(line.detail["phone"])
    assert [one.id for one in people.records.same(nik=nik)] == [line.id]
    assert [one.id for one in people.records.same(phone=phone)] == [line.id]
    assert people.records.same(nik=nik, except_id=line.id) == ()
    assert people.records.same() == ()
