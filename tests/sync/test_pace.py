"""How much goes at once: all that is quick, half of what broke."""

from __future__ import annotations

from fieldapp.sync.pace import FIRST, MOST, Pace


def test_a_quick_line_soon_carries_the_most() -> None:
    pace = Pace()
    pace.went(0.1)
    assert pace.changes == MOST


def test_a_thin_line_grows_slowly_and_a_slow_one_not_at_all() -> None:
    pace = Pace()
    pace.went(4.0)
    assert pace.changes == 2 * FIRST
    pace.went(11.0)
    assert pace.changes == 2 * FIRST


def test_a_cut_halves_what_was_really_sent_down_to_one() -> None:
    pace = Pace()
    pace.smaller(10)
    assert pace.changes == 5
    for _ in range(9):
        pace.smaller(pace.changes)
    assert pace.changes == 1


def test_a_pause_is_never_shorter_than_the_centre_asked_and_three_failures_are_enough() -> None:
    pace = Pace()
    assert [7 <= pace.pause(7) <= 7 + 2**n for n in (1, 2, 3)] == [True] * 3
    assert pace.exhausted
    pace.went(1)
    assert not pace.exhausted
