"""Dates, sums and phone numbers as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain import dates, money, parsers, phone
from fieldapp.domain.problem import Flaw
from tests.domain.forms import TODAY


@pytest.mark.parametrize(
    "typed",
    [
        "170885",
        "17081985",
        "17-8-85",
        "17/08/1985",
        "17.8.1985",
        "17 8 85",
        "17 agt 1985",
        "17 Agustus 1985",
        "17-Ags-85",
        "17agt1985",
        "1985-08-17",
        "1985/8/17",
    ],
)
def test_a_birth_date_is_read_in_every_usual_spelling(typed: str) -> None:
    assert dates.birth(typed, TODAY) == date(1985, 8, 17)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("17 8", "date.unreadable"),
        ("17-13-85", "date.unreadable"),
        ("17 foo 1985", "date.unreadable"),
        ("31-4-1985", "date.no_such_day"),
        ("29-2-1985", "date.no_such_day"),
        ("29-2-85", "date.no_such_day"),
        ("3-3-2026", "date.future"),
        ("17-8-20", "date.ambiguous"),
    ],
)
def test_a_birth_date_that_cannot_be_is_named(typed: str, code: str) -> None:
    with pytest.raises(Flaw) as refused:
        dates.birth(typed, TODAY)
    assert refused.value.problem.code == code


def test_an_ambiguous_year_is_asked_with_both_years_and_never_guessed() -> None:
    with pytest.raises(Flaw) as refused:
        dates.birth("17-8-20", TODAY)
    assert refused.value.problem.detail == {"first": 1920, "second": 2020}
    assert dates.birth("29-2-00", TODAY) == date(2000, 2, 29)
    assert dates.birth("3-3-26", TODAY) == date(1926, 3, 3)


def test_the_date_of_a_visit_is_of_this_century() -> None:
    assert dates.recent("2-3-26", TODAY) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "shown"), [("9.30", "09:30"), ("0930", "09:30"), ("930", "09:30"), ("9", "09:00"), ("23:59", "23:59")]
)
def test_times_are_read(typed: str, shown: str) -> None:
    assert dates.time(typed) == shown


@pytest.mark.parametrize("typed", ["", "24.00", "9.60", "pagi"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Flaw, match=r"time\.unreadable"):
        dates.time(typed)


@pytest.mark.parametrize("spoken", ["2026-03-02T12:00:00", "kemarin", "0001-01-01T00:00:00+14:00", "2026-03-02"])
def test_a_moment_without_zone_or_beyond_all_reason_is_refused(spoken: str) -> None:
    with pytest.raises(Flaw, match=r"date\.unreadable"):
        dates.instant(spoken)


def test_dates_are_shown_in_indonesian_whatever_the_machine_speaks() -> None:
    day = date(1985, 8, 7)
    assert (dates.shown(day), dates.month(day), dates.weekday(day)) == ("7 Agustus 1985", "Agustus 1985", "Rabu")


def test_the_age_changes_on_the_birthday() -> None:
    assert [dates.age(date(1961, 3, day), TODAY) for day in (1, 2, 3)] == [65, 65, 64]


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("1500000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1 500 000", 1_500_000),
        ("1,5jt", 1_500_000),
        ("1.5 juta", 1_500_000),
        ("1500rb", 1_500_000),
        ("1.500 rb", 1_500_000),
        ("Rp 1.500.000,00", 1_500_000),
        ("Rp1.500.000,-", 1_500_000),
        ("rp. 750 ribu", 750_000),
        ("0", 0),
    ],
)
def test_sums_are_read_as_people_write_them(typed: str, rupiah: int) -> None:
    assert money.parse(typed) == rupiah


@pytest.mark.parametrize("typed", ["", "sejuta", "1,5", "-5", "1.500,000", "1.50.000", "1,2345jt", "Rp"])
def test_a_sum_that_could_mean_two_things_is_not_guessed(typed: str) -> None:
    with pytest.raises(Flaw, match=r"money\.unreadable"):
        money.parse(typed)


@given(st.integers(0, money.HIGHEST))
def test_a_sum_that_is_shown_is_read_back(rupiah: int) -> None:
    assert money.parse(money.shown(rupiah)) == money.parse(str(rupiah)) == rupiah


def test_more_than_anybody_has_is_a_slip() -> None:
    with pytest.raises(Flaw, match=r"money\.too_much"):
        money.parse("9" * 400)


@pytest.mark.parametrize(
    "typed",
    [
        "0812-0000-9014",
        "62812 0000 9014",
        "+62 812 00009014",
        "81200009014",
        "+62 (0)812 0000 9014",
        "0062812.0000.9014",
    ],
)
def test_a_phone_number_has_one_spelling(typed: str) -> None:
    assert phone.parse(typed) == "+6281200009014"
    assert phone.shown(phone.parse(typed)) == "0812 0000 9014"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0812 OOOO 9014", "phone.letters"),
        ("021 555 0000", "phone.prefix"),
        ("0812 0000", "phone.length"),
        ("0812 0000 9014 00", "phone.length"),
    ],
)
def test_a_number_that_cannot_be_called_is_named(typed: str, code: str) -> None:
    with pytest.raises(Flaw) as refused:
        phone.parse(typed)
    assert refused.value.problem.code == code


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Siti\tAminah \n", "Siti Aminah"),
        ("Dr. H. Budi, S.Pd.", "Dr. H. Budi, S.Pd."),
        ("Suparno", "Suparno"),
        ("Ne\u0301ni", "Néni"),
        ("Bu\u200bdi\x00", "Budi"),
        ("\ud800Budi", "Budi"),
    ],
)
def test_a_name_is_tidied_and_never_split(typed: str, kept: str) -> None:
    assert parsers.person(typed, TODAY) == kept


@pytest.mark.parametrize(("typed", "code"), [("-", "name.no_letters"), ("a" * 61, "text.too_long")])
def test_what_is_no_name_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Flaw) as refused:
        parsers.person(typed, TODAY)
    assert refused.value.problem.code == code


@given(st.text())
def test_tidying_twice_changes_nothing_more(typed: str) -> None:
    for parse in (parsers.line(10**6), parsers.text(10**6)):
        once = parse(typed, TODAY)
        assert parse(once, TODAY) == once
        once.encode()
