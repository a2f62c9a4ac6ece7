"""Working days run from Monday to Friday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain import workdays

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("held", "due"),
    [
        (date(2026, 8, 3), date(2026, 8, 12)),  # Monday
        (date(2026, 8, 7), date(2026, 8, 18)),  # Friday
        (date(2026, 8, 8), date(2026, 8, 18)),  # Saturday
        (date(2026, 8, 9), date(2026, 8, 18)),  # Sunday
        (date(2026, 12, 28), date(2027, 1, 6)),  # over the turn of the year
    ],
)
def test_a_report_is_due_seven_working_days_after_the_visit(held, due):
    assert workdays.report_due(held) == due


@given(DAYS, st.integers(1, 60))
def test_between_undoes_after(day, count):
    later = workdays.after(day, count)
    assert later.weekday() < 5
    assert workdays.between(day, later) == count


def test_days_that_have_passed_are_negative():
    assert workdays.between(date(2026, 8, 12), date(2026, 8, 10)) == -2
