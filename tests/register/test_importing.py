from datetime import date
from pathlib import Path

import pytest

from fieldapp.register import take
from fieldapp.store.store import Store, open_store
from tests.register.conftest import GUNUNG_MENYAN, HEADINGS, PERSON, codes, one


@pytest.fixture
def store(tmp_path: Path):
    opened = open_store(tmp_path / "catatan.db", bytes(32))
    yield opened
    opened.close()


def kept(store: Store) -> int:
    return store.records.counts("signup").queued


def another(number: int, **changes: str) -> list[str]:
    person = [f"32011717088500{number:02}", f"Orang {number}", "17-08-1985", "L"]
    return [changes.get(heading, value) for heading, value in zip(HEADINGS, person, strict=True)]


def test_looking_keeps_nothing(look, store):
    look([HEADINGS, PERSON], same=store.records.same)
    assert kept(store) == 0


def test_taking_keeps_the_whole_lines_and_queues_them(look, store):
    previewed = look([HEADINGS, another(1), another(2), another(3, NIK="123")], same=store.records.same)
    report = take(previewed, store.records.save_many)
    assert [row.verdict for row in report.rows] == ["taken", "taken", "repair"]
    assert kept(store) == store.outbox.summary().count == 2


def test_the_same_file_twice_adds_nothing(look, store):
    rows = [HEADINGS, another(1), another(2)]
    take(look(rows, same=store.records.same), store.records.save_many)
    again = take(look(rows, same=store.records.same), store.records.save_many)
    assert [row.verdict for row in again.rows] == ["known", "known"]
    assert kept(store) == 2


def test_taking_one_preview_twice_adds_nothing(look, store):
    previewed = look([HEADINGS, another(1)], same=store.records.same)
    take(previewed, store.records.save_many)
    take(previewed, store.records.save_many)
    assert kept(store) == 1


def test_a_repaired_file_adds_only_what_was_repaired(look, store):
    take(look([HEADINGS, another(1), another(2, NIK="123")], same=store.records.same), store.records.save_many)
    take(look([HEADINGS, another(1), another(2)], same=store.records.same), store.records.save_many)
    assert kept(store) == 2


def test_nothing_is_kept_when_the_disk_fails_half_way(look, store):
    def fails(records, *, by):
        raise OSError

    previewed = look([HEADINGS, another(1), another(2)], same=store.records.same)
    with pytest.raises(OSError):
        take(previewed, fails)
    assert kept(store) == 0


def test_a_nik_that_stands_under_another_name_needs_repair(look, store):
    take(look([HEADINGS, another(1)], same=store.records.same), store.records.save_many)
    previewed = look([HEADINGS, another(1, Nama="Orang Lain")], same=store.records.same)
    assert codes(previewed) == ["register.nik_other_name"]


def test_a_name_in_other_letters_is_the_same_name(look, store):
    take(look([HEADINGS, another(1)], same=store.records.same), store.records.save_many)
    assert look([HEADINGS, another(1, Nama="ORANG  1")], same=store.records.same).rows[0].verdict == "known"


def test_duplicates_in_a_file_are_told_and_taken_once(look):
    previewed = look([HEADINGS, another(1), another(2), another(1)])
    assert [row.verdict for row in previewed.rows] == ["ready", "ready", "twice"]
    assert previewed.rows[2].troubles[0].problem.detail == {"line": 2}


def test_one_nik_with_two_names_needs_repair_on_both_lines(look):
    previewed = look([HEADINGS, another(1), another(1, Nama="Orang Lain")])
    assert [row.verdict for row in previewed.rows] == ["repair", "repair"]
    assert [row.troubles[0].problem.detail["line"] for row in previewed.rows] == [3, 2]


def test_all_that_is_wrong_with_a_line_is_said_at_once(look):
    previewed = look([[*HEADINGS, "No HP"], ["123", "", "31-02-1985", "?", "021"]])
    assert sorted(codes(previewed)) == sorted(
        ["nik.length", "name.missing", "date.no_such_day", "choice.unknown", "phone.prefix"]
    )


def test_a_warning_waits_for_somebody_to_look(look, store):
    previewed = look([HEADINGS, another(1, JK="P")], same=store.records.same)
    assert [row.verdict for row in take(previewed, store.records.save_many).rows] == ["look"]
    assert kept(store) == 0


def test_a_warning_that_was_looked_at_is_kept_with_the_record(look, store):
    previewed = look([HEADINGS, another(1, JK="P")], same=store.records.same)
    (row,) = take(previewed, store.records.save_many, looked_at={2}).rows
    entry = store.records.get("signup", row.signup.id)
    assert list(entry.record.confirmed) == ["sex.not_as_nik"]


def test_consent_is_the_one_declared_for_the_file(look):
    signup = one(look([HEADINGS, PERSON], consent_how="thumb", consent_on=date(2026, 11, 2)))
    assert (signup.consent_how, signup.consent_at.date()) == ("thumb", date(2026, 11, 2))


def test_what_the_file_lacks_is_declared_or_needs_repair(look):
    assert one(look([HEADINGS, PERSON])).village == GUNUNG_MENYAN
    assert sorted(codes(look([HEADINGS, PERSON], village=None, defaults={}))) == [
        "monthly_income.missing",
        "occupation.missing",
        "programmes.missing",
        "village.missing",
    ]


def test_what_a_line_says_goes_before_what_is_declared(look):
    assert one(look([[*HEADINGS, "Penghasilan"], [*PERSON, "2jt"]])).monthly_income == 2_000_000


def test_an_unreadable_cell_is_not_covered_by_what_is_declared(look):
    assert codes(look([[*HEADINGS, "Desa"], [*PERSON, "Antah"]])) == ["register.village_unknown"]


def test_totals_and_signatures_are_told_and_not_taken(look):
    previewed = look([HEADINGS, PERSON, [None, "JUMLAH", 1], [None, None, "Mengetahui, Kepala Desa"]])
    assert [row.verdict for row in previewed.rows] == ["ready", "no_person", "no_person"]
