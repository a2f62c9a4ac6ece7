from __future__ import annotations

import pytest

from tests.server.asking import BEYOND, HERE, THERE, Centre, said


def test_rows_come_page_by_page_and_none_is_skipped(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    for n in range(0, 40, 10):
        wulan.send(*(wulan.signup(m, (HERE, THERE, BEYOND)[m % 3]) for m in range(n, n + 10)))
    seen = []
    while True:
        answer = sari.send(limit=7)
        assert len(answer.rows) <= 7
        seen += [(row.village, row.version) for row in answer.rows]
        if not answer.more:
            break
    assert sorted(seen) == sorted((row.village, row.version) for row in wulan.rows.values())
    assert len(seen) == 40
    assert sari.proof(HERE) == wulan.proof(HERE)


def test_a_page_that_ends_early_has_no_proof(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    wulan.send(*(wulan.signup(n) for n in range(5)))
    answer = sari.send(limit=3)
    assert (answer.more, answer.villages[HERE].to, answer.villages[HERE].digest) == (True, 3, None)


def test_a_full_page_does_not_hide_ones_own_rows_from_the_next(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    wulan.send(*(wulan.signup(n) for n in range(5)))
    sari.send(*(sari.signup(n) for n in range(100, 105)), limit=2)
    sari.read_all(limit=2)
    log = wulan.send().villages[HERE]
    assert sari.proof(HERE) == (log.count, log.digest)


def test_a_cursor_ahead_of_the_log_gets_a_proof_that_cannot_hold(centre: Centre) -> None:
    wulan = centre.officer()
    wulan.send(wulan.signup(1))
    wulan.cursors[HERE] = 9
    log = wulan.send().villages[HERE]
    assert (log.since, log.to, log.count) == (9, 9, 1)


@pytest.mark.parametrize(
    ("areas", "village", "verdict"),
    [
        (("32",), HERE, "accepted"),
        (("3201",), HERE, "accepted"),
        (("320117",), HERE, "accepted"),
        ((HERE,), HERE, "accepted"),
        ((THERE, HERE), HERE, "accepted"),
        ((THERE,), HERE, "scope"),
        (("320118",), HERE, "scope"),
        (("33",), HERE, "scope"),
    ],
)
def test_an_officer_records_in_the_own_areas_only(
    centre: Centre, areas: tuple[str, ...], village: str, verdict: str
) -> None:
    officer = centre.officer("Wulan", *areas)
    assert said(officer.send(officer.signup(1, village))) == [verdict]


def test_nobody_records_in_the_name_of_another(centre: Centre) -> None:
    wulan = centre.officer()
    assert said(wulan.send(wulan.signup(1).model_copy(update={"by": "sari"}))) == ["scope"]


def test_a_widened_scope_is_told_and_read_from_the_beginning(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari", HERE)
    wulan.send(wulan.signup(1, THERE))
    scope = sari.send().scope
    assert scope is not None
    assert scope.areas == (HERE,)
    assert sari.send(scope=scope.tag).scope is None


def test_a_village_with_nothing_new_still_comes_with_its_proof(centre: Centre) -> None:
    wulan = centre.officer()
    wulan.send(wulan.signup(1))
    log = wulan.send().villages[HERE]
    assert (log.since, log.to, log.count) == (1, 1, 1)
