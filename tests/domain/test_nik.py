"""What a NIK must be, what it says, and how it is shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain import nik
from fieldapp.domain.problem import Flaw
from tests.domain.forms import TODAY


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "nik.letters"),
        ("320117170885901", "nik.length"),
        ("32011717088590123", "nik.length"),
        ("32O1171708859012", "nik.letters"),
        ("٣٢٠١١٧١٧٠٨٨٥٩٠١٢", "nik.letters"),
        ("0001171708859012", "nik.province"),
        ("9901171708859012", "nik.province"),
        ("3201170008859012", "nik.date"),
        ("3201173208859012", "nik.date"),
        ("3201174008859012", "nik.date"),
        ("3201177208859012", "nik.date"),
        ("3201171700859012", "nik.date"),
        ("3201171713859012", "nik.date"),
        ("3201173104859012", "nik.date"),
        ("3201172902859012", "nik.date"),
        ("3201176902010001", "nik.date"),
        ("3201171708850000", "nik.serial"),
    ],
)
def test_what_cannot_be_on_a_card_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Flaw) as refused:
        nik.parse(typed)
    assert refused.value.problem.code == code


@pytest.mark.parametrize(
    ("typed", "sex", "births"),
    [
        ("3201171708859012", "male", ["1985-08-17"]),
        ("32 01 17 570885 9012", "female", ["1985-08-17"]),
        ("32.01.17.710800.0001", "female", ["2000-08-31"]),
        ("3201-1729-0200-0001", "male", ["2000-02-29"]),
        ("9101011708200001", "male", ["1920-08-17", "2020-08-17"]),
        ("5401011708500001", "male", ["1950-08-17"]),
        ("3201170303260001", "male", ["1926-03-03"]),
    ],
)
def test_it_says_sex_and_every_birth_date_it_can_mean(typed: str, sex: str, births: list[str]) -> None:
    read = nik.parse(typed)
    assert (read.sex, [born.isoformat() for born in read.births(TODAY)]) == (sex, births)


def test_a_district_that_no_list_knows_is_no_reason_to_refuse() -> None:
    assert nik.parse("9199991708859012").district == "919999"


@given(
    st.dates(TODAY - timedelta(days=99 * 365), TODAY),
    st.booleans(),
    st.sampled_from(sorted(nik.PROVINCES)),
    st.integers(1, 9999),
)
def test_every_number_made_by_the_rules_is_read_back(born: date, woman: bool, province: str, serial: int) -> None:
    read = nik.parse(f"{province}0117{born.day + 40 * woman:02}{born:%m%y}{serial:04}")
    assert born in read.births(TODAY)
    assert (read.sex, read.province, read.serial) == ("female" if woman else "male", province, f"{serial:04}")


def test_it_is_grouped_while_it_is_typed_and_masked_where_others_look() -> None:
    assert nik.grouped("3201171704859012") == "32 01 17 170485 9012"
    assert nik.grouped("32011717") == "32 01 17 17"
    assert nik.masked("3201171704859012") == "320117******9012"
    assert nik.masked("32011717") == "********"
