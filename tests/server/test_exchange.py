from __future__ import annotations

from typing import Any

import pytest

from fieldapp.contract.messages import Accepted
from fieldserver.status import status
from tests.people import talk
from tests.server.asking import ELSEWHERE, HERE, THERE, Centre, refused, said, signed


def test_creates_take_the_next_numbers_of_their_village(centre: Centre) -> None:
    wulan = centre.officer()
    creates = [wulan.signup(n, village) for n, village in enumerate((HERE, THERE, HERE, HERE))]
    answer = wulan.send(*creates)
    assert [(v.village, v.version) for v in answer.verdicts if isinstance(v, Accepted)] == [
        (HERE, 1),
        (THERE, 1),
        (HERE, 2),
        (HERE, 3),
    ]
    assert not answer.rows, "what the sender holds is not echoed"
    assert wulan.cursors == {HERE: 3, THERE: 1}


def test_what_was_accepted_is_signed_for(centre: Centre) -> None:
    wulan = centre.officer()
    creates = [wulan.signup(n) for n in range(3)]
    question = wulan.question(*creates)
    answer = wulan.ask(question)
    assert signed(centre, question, answer, *(create.fields for create in creates))
    assert not signed(centre, question, answer, *(create.fields for create in reversed(creates)))


def test_both_sides_compute_the_same_proof(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    wulan.send(*(wulan.signup(n, (HERE, THERE)[n % 2]) for n in range(20)))
    sari.send(sari.create(talk(1, HERE, sari.account)), sari.signup(50, HERE))
    answer = wulan.send()
    sari.read_all()
    for village in (HERE, THERE):
        log = answer.villages[village]
        assert (log.count, log.digest) == wulan.proof(village) == sari.proof(village)
    assert not status(centre.engine).unequal


def test_a_lost_answer_is_sent_again_and_taken_once(centre: Centre) -> None:
    wulan = centre.officer()
    question = wulan.question(wulan.signup(1), wulan.signup(2))
    first, second = wulan.ask(question), wulan.ask(question)
    assert first.verdicts == second.verdicts
    assert not second.rows
    assert second.villages[HERE].count == 2


def test_the_same_record_with_other_content_exists(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    wulan.send(create)
    answer = wulan.send(create.model_copy(update={"fields": {**create.fields, "name": "Orang Lain"}}))
    assert said(answer) == ["exists"]
    assert [row.fields for row in answer.rows] == [create.fields]


def test_a_change_id_with_other_content_is_reused(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    wulan.send(create)
    edit = wulan.edit(create, 1, name="Siti Maryam")
    wulan.send(edit)
    assert said(wulan.send(edit.model_copy(update={"fields": {"name": ("Siti Maryam", "Siti M.")}}))) == ["reused"]


def test_a_refused_create_may_come_again_repaired(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    broken = create.model_copy(update={"fields": {**create.fields, "nik": "123"}})
    assert said(wulan.send(broken)) == ["rule"]
    assert said(wulan.send(broken)) == ["rule"]
    assert said(wulan.send(create)) == ["accepted"]
    assert said(wulan.send(create)) == ["accepted"]


def test_every_broken_rule_is_named(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    fields = {**create.fields, "nik": "12", "phone": "1"}
    del fields["name"]
    findings = refused(wulan.send(create.model_copy(update={"fields": fields}))).findings
    assert {finding.field for finding in findings} == {"nik", "phone", "name"}


@pytest.mark.parametrize(
    "odd",
    [
        {"monthly_income": True},
        {"monthly_income": 1500000.0},
        {"heirs": 5},
        {"heirs": {"name": "x"}},
        {"confirmed": 7},
        {"extra": 5},
        {"id": "x"},
        {"birth_date": {"a": 1}},
        {"recorded_at": []},
        {"nik": ["3201"]},
        {"village": THERE},
    ],
)
def test_content_that_no_field_has_is_refused_and_breaks_nothing(centre: Centre, odd: dict[str, Any]) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    assert said(wulan.send(create.model_copy(update={"fields": {**create.fields, **odd}}))) == ["rule"]


def test_a_batch_with_all_kinds_of_luck_answers_in_order(centre: Centre) -> None:
    wulan = centre.officer("Wulan", HERE, THERE)
    known = wulan.signup(1)
    wulan.send(known)
    fresh = [wulan.signup(2, THERE), wulan.signup(3, ELSEWHERE), wulan.create(talk(4, HERE, wulan.account))]
    edits = [wulan.edit(wulan.signup(9), 1, name="X"), wulan.edit(known, 1, name="Siti Maryam")]
    answer = wulan.send(*fresh, *edits)
    assert said(answer) == ["accepted", "scope", "accepted", "missing", "accepted"]
