from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.contribution import Quote, band, bands, discounts, quote

# The printed table (PP 44/2015, annex II): income from, base, work accident, old-age savings. Death is always 6,800.
PRINTED = [
    (0, 1_000_000, 10_000, 20_000),
    (1_100_000, 1_200_000, 12_000, 24_000),
    (1_300_000, 1_400_000, 14_000, 28_000),
    (1_500_000, 1_600_000, 16_000, 32_000),
    (1_700_000, 1_800_000, 18_000, 36_000),
    (1_900_000, 2_000_000, 20_000, 40_000),
    (2_100_000, 2_200_000, 22_000, 44_000),
    (2_300_000, 2_400_000, 24_000, 48_000),
    (2_500_000, 2_600_000, 26_000, 52_000),
    (2_700_000, 2_950_000, 29_500, 59_000),
    (3_200_000, 3_450_000, 34_500, 69_000),
    (3_700_000, 3_950_000, 39_500, 79_000),
    (4_200_000, 4_450_000, 44_500, 89_000),
    (4_700_000, 4_950_000, 49_500, 99_000),
    (5_200_000, 5_450_000, 54_500, 109_000),
    (5_700_000, 5_950_000, 59_500, 119_000),
    (6_200_000, 6_450_000, 64_500, 129_000),
    (6_700_000, 6_950_000, 69_500, 139_000),
    (7_200_000, 7_450_000, 74_500, 149_000),
    (7_700_000, 7_950_000, 79_500, 159_000),
    (8_200_000, 8_700_000, 87_000, 174_000),
    (9_200_000, 9_700_000, 97_000, 194_000),
    (10_200_000, 10_700_000, 107_000, 214_000),
    (11_200_000, 11_700_000, 117_000, 234_000),
    (12_200_000, 12_700_000, 127_000, 254_000),
    (13_200_000, 13_700_000, 137_000, 274_000),
    (14_200_000, 14_700_000, 147_000, 294_000),
    (15_200_000, 15_700_000, 157_000, 314_000),
    (16_200_000, 16_700_000, 167_000, 334_000),
    (17_200_000, 17_700_000, 177_000, 354_000),
    (18_200_000, 18_700_000, 187_000, 374_000),
    (19_200_000, 19_700_000, 197_000, 394_000),
    (20_200_000, 20_700_000, 207_000, 414_000),
]
PLAIN = date(2027, 6, 1)
DEC_2025, JAN_2026, MAR_2026, APR_2026 = date(2025, 12, 1), date(2026, 1, 1), date(2026, 3, 1), date(2026, 4, 1)
DEC_2026, JAN_2027, MAR_2027, APR_2027 = date(2026, 12, 1), date(2027, 1, 1), date(2027, 3, 1), date(2027, 4, 1)


def a_month(month: date, *, transport: bool = False, payer: str = "self", programmes: str = "jkk_jkm") -> Quote:
    return quote(programmes, 900_000, transport, payer, month, 1)


@pytest.mark.parametrize(("income_from", "base", "jkk", "jht"), PRINTED)
def test_every_row_of_the_printed_table_is_quoted(income_from: int, base: int, jkk: int, jht: int) -> None:
    quoted = quote("jkk_jkm_jht", income_from, False, "self", PLAIN, 1)
    assert quoted.base == base
    assert quoted.parts == {"jkk": jkk, "jkm": 6_800, "jht": jht}
    assert quoted.monthly == quoted.total == jkk + 6_800 + jht
    assert jkk * 100 == base
    assert jht * 50 == base


@pytest.mark.parametrize(("lower", "upper"), list(pairwise(PRINTED)))
def test_the_next_band_starts_exactly_at_its_first_rupiah(
    lower: tuple[int, int, int, int], upper: tuple[int, int, int, int]
) -> None:
    assert band(upper[0] - 1, PLAIN).base == lower[1]
    assert band(upper[0], PLAIN).base == upper[1]
    assert band(upper[0] + 1, PLAIN).base == upper[1]


def test_the_table_has_33_rows_and_no_other() -> None:
    assert [(row.income_from, row.base, row.jkk, row.jht) for row in bands("2026-11")] == PRINTED
    assert {row.jkm for row in bands("2026-11")} == {6_800}


def test_an_income_in_a_gap_of_the_printed_bounds_has_a_band() -> None:
    assert band(1_099_500, PLAIN).base == 1_000_000


def test_the_highest_band_has_no_end() -> None:
    assert band(900_000_000, PLAIN).base == 20_700_000


def test_there_is_no_table_before_the_first() -> None:
    with pytest.raises(ValueError):
        band(1_000_000, date(2015, 6, 30))
    assert band(1_000_000, date(2015, 7, 1)).base == 1_000_000


def test_the_least_contributions_are_those_of_the_rules() -> None:
    assert a_month(PLAIN).monthly == 16_800
    assert a_month(PLAIN, programmes="jkk_jkm_jht").monthly == 36_800
    assert a_month(DEC_2026).monthly == 8_400
    assert a_month(DEC_2026, programmes="jkk_jkm_jht").monthly == 28_400


@pytest.mark.parametrize(
    ("month", "transport", "monthly"),
    [
        (DEC_2025, True, 16_800),
        (JAN_2026, True, 8_400),
        (MAR_2026, True, 8_400),
        (APR_2026, True, 8_400),
        (DEC_2026, True, 8_400),
        (JAN_2027, True, 8_400),
        (MAR_2027, True, 8_400),
        (APR_2027, True, 16_800),
        (DEC_2025, False, 16_800),
        (JAN_2026, False, 16_800),
        (MAR_2026, False, 16_800),
        (APR_2026, False, 8_400),
        (DEC_2026, False, 8_400),
        (JAN_2027, False, 16_800),
        (MAR_2027, False, 16_800),
    ],
)
def test_the_discount_holds_from_its_first_to_its_last_month(month: date, transport: bool, monthly: int) -> None:
    assert a_month(month, transport=transport).monthly == monthly


@pytest.mark.parametrize("day", [1, 15, 31])
def test_any_day_of_the_month_stands_for_the_month(day: int) -> None:
    assert a_month(date(2026, 12, day)) == a_month(DEC_2026)


@pytest.mark.parametrize("transport", [True, False])
@pytest.mark.parametrize(
    ("payer", "monthly"), [("self", 8_400), ("village", 8_400), ("other", 8_400), ("apbn", 16_800), ("apbd", 16_800)]
)
def test_no_discount_where_the_state_budget_pays(payer: str, monthly: int, transport: bool) -> None:
    quoted = a_month(DEC_2026, payer=payer, transport=transport)
    assert quoted.monthly == monthly
    assert (quoted.discounted_until is None) == (monthly == 16_800)


def test_old_age_savings_are_never_discounted() -> None:
    assert a_month(DEC_2026, programmes="jkk_jkm_jht").parts == {"jkk": 5_000, "jkm": 3_400, "jht": 20_000}
    assert {row.programme for row in discounts()} == {"jkk", "jkm"}


def test_a_quote_across_the_end_of_the_discount_is_summed_month_by_month() -> None:
    quoted = quote("jkk_jkm", 900_000, False, "self", date(2026, 11, 23), 6)
    before, after = quoted.lines
    assert (before.first, before.last, before.months, before.total) == (date(2026, 11, 1), DEC_2026, 2, 16_800)
    assert (after.first, after.last, after.months, after.total) == (JAN_2027, APR_2027, 4, 67_200)
    assert (before.discounted, after.discounted) == (True, False)
    assert quoted.total == 84_000
    assert (quoted.monthly, quoted.discounted_until, quoted.later_monthly) == (8_400, DEC_2026, 16_800)


def test_a_driver_s_year_ends_its_discount_in_march() -> None:
    quoted = quote("jkk_jkm_jht", 2_800_000, True, "self", DEC_2026, 12)
    assert [(line.months, line.monthly) for line in quoted.lines] == [(4, 77_150), (8, 95_300)]
    assert quoted.total == 4 * 77_150 + 8 * 95_300
    assert quoted.discounted_until == MAR_2027


def test_the_end_of_the_discount_is_told_even_when_the_period_ends_before_it() -> None:
    quoted = a_month(date(2026, 5, 1))
    assert (quoted.discounted_until, quoted.later_monthly) == (DEC_2026, 16_800)


def test_a_quote_that_starts_before_the_discount_promises_none_yet() -> None:
    quoted = quote("jkk_jkm", 900_000, False, "self", MAR_2026, 3)
    assert [line.monthly for line in quoted.lines] == [16_800, 8_400]
    assert (quoted.monthly, quoted.discounted_until, quoted.later_monthly) == (16_800, None, None)


def test_a_period_has_at_least_a_month() -> None:
    with pytest.raises(ValueError):
        quote("jkk_jkm", 900_000, False, "self", PLAIN, 0)


def test_half_of_every_contribution_is_whole_rupiah() -> None:
    assert all(row.jkk % 2 == row.jkm % 2 == 0 for row in bands("2026-11"))


@given(
    st.sampled_from(["jkk_jkm", "jkk_jkm_jht"]),
    st.integers(0, 50_000_000),
    st.booleans(),
    st.sampled_from(["self", "apbn", "apbd", "village", "other"]),
    st.dates(date(2025, 1, 1), date(2028, 12, 31)),
    st.sampled_from([1, 3, 6, 12]),
)
def test_the_total_is_the_sum_of_single_months(
    programmes: str, income: int, transport: bool, payer: str, first: date, months: int
) -> None:
    quoted = quote(programmes, income, transport, payer, first, months)
    run = [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(months)]
    singles = [quote(programmes, income, transport, payer, month, 1) for month in run]
    assert quoted.total == sum(single.total for single in singles) == sum(line.total for line in quoted.lines)
    assert sum(line.months for line in quoted.lines) == months
    assert quoted.monthly == sum(quoted.parts.values()) == singles[0].monthly
