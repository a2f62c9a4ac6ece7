from __future__ import annotations

from typing import Any

import pytest

from fieldapp.contract.digest import content_hash
from fieldapp.contract.messages import Accepted, Answer, Question, Refused
from fieldapp.contract.receipt import Receipt, genuine, statement
from fieldserver.status import status
from tests.people import NOON, talk
from tests.server.asking import BEYOND, ELSEWHERE, HERE, THERE, Centre


def said(answer: Answer) -> list[str]:
    return [verdict.reason if isinstance(verdict, Refused) else "accepted" for verdict in answer.verdicts]


def accepted(answer: Answer, at: int = 0) -> Accepted:
    verdict = answer.verdicts[at]
    assert isinstance(verdict, Accepted)
    return verdict


def refused(answer: Answer, at: int = 0) -> Refused:
    verdict = answer.verdicts[at]
    assert isinstance(verdict, Refused)
    return verdict


def signed(centre: Centre, question: Question, answer: Answer, *contents: dict[str, Any]) -> bool:
    taken = [(c, v) for c, v in zip(question.changes, answer.verdicts, strict=True) if isinstance(v, Accepted)]
    lines = [
        Receipt(change.change, change.record, verdict.village, verdict.version, content_hash(content))
        for (change, verdict), content in zip(taken, contents, strict=True)
    ]
    statement_bytes = statement(question.device, question.exchange, answer.time, lines)
    return genuine(centre.key.public_key(), statement_bytes, answer.receipt)


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


def test_a_lost_edit_is_sent_again_and_taken_once(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    wulan.send(create)
    question = wulan.question(wulan.edit(create, 1, name="Siti Maryam"))
    first, second = wulan.ask(question), wulan.ask(question)
    assert accepted(first).version == accepted(second).version == 2
    assert second.villages[HERE].to == 2
    assert [row.fields["name"] for row in second.rows] == ["Siti Maryam"], "what the laptop held may have moved on"
    assert signed(centre, question, second, second.rows[0].fields)


def test_a_refused_conflict_stays_refused_when_it_is_repeated(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    wulan.send(create)
    sari.send(sari.edit(create, 1, name="Siti Maryam"))
    late = wulan.edit(create, 1, name="Siti Mariam")
    assert said(wulan.send(late)) == ["conflict"]
    sari.send(sari.edit(create, 2, name=("Siti Maryam", create.fields["name"])))
    assert said(wulan.send(late)) == ["conflict"]


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


def test_what_a_newer_app_wrote_comes_back_whole(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    newer = create.model_copy(update={"fields": {**create.fields, "baru": {"a": [1, {"b": "ü"}]}}})
    wulan.send(newer)
    sari.read_all()
    assert sari.rows[create.record].fields == newer.fields
    assert not status(centre.engine).unequal


def test_an_edit_that_breaks_a_rule_is_refused(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    wulan.send(create)
    answer = wulan.send(wulan.edit(create, 1, name=None))
    assert said(answer) == ["rule"]
    assert [finding.code for finding in refused(answer).findings] == ["name.missing"]


def test_an_edit_of_what_nobody_has_is_missing_until_somebody_has_it(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    edit = wulan.edit(create, 1, name="Siti Maryam")
    assert said(wulan.send(edit)) == ["missing"]
    wulan.send(create)
    assert said(wulan.send(edit)) == ["accepted"]


def test_disjoint_edits_of_two_people_both_pass(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    wulan.send(create)
    sari.read_all()
    sari.send(sari.edit(create, 1, phone="+6281390001111"))
    question = wulan.question(wulan.edit(create, 1, name="Siti Maryam"))
    answer = wulan.keep(question, wulan.ask(question))
    merged = {**create.fields, "phone": "+6281390001111", "name": "Siti Maryam"}
    assert accepted(answer).merged
    assert [row.fields for row in answer.rows] == [merged]
    assert signed(centre, question, answer, merged)
    sari.read_all()
    assert sari.rows == wulan.rows


def test_a_merged_edit_whose_answer_was_lost_shows_what_stands_now_and_signs_for_it(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    wulan.send(create)
    sari.send(sari.edit(create, 1, phone="+6281390001111"))
    question = wulan.question(wulan.edit(create, 1, name="Siti Maryam"))
    wulan.ask(question)
    sari.send(sari.edit(create, 3, street="Jalan Mawar 9"))
    answer = wulan.ask(question)
    assert accepted(answer).version == 3
    assert answer.rows[-1].version == 4
    assert signed(centre, question, answer, answer.rows[-1].fields)


def test_an_edit_that_says_what_already_stands_passes(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    wulan.send(create)
    sari.send(sari.edit(create, 1, name="Siti Maryam"))
    assert said(wulan.send(wulan.edit(create, 1, name="Siti Maryam"))) == ["accepted"]


def test_colliding_edits_conflict_and_say_who_and_when(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    wulan.send(create)
    theirs = sari.edit(create, 1, name="Siti Maryam")
    sari.send(theirs)
    answer = wulan.send(wulan.edit(create, 1, name="Siti Mariam", street="Jalan Mawar 9"))
    present = refused(answer).present
    assert {name: (p.value, p.by, p.at) for name, p in present.items()} == {
        "name": ("Siti Maryam", sari.account, theirs.at)
    }
    assert answer.rows[-1].fields["name"] == "Siti Maryam"
    assert answer.rows[-1].fields["street"] == create.fields["street"], "nothing of it is taken"


def test_a_field_nobody_edited_is_its_creators(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    wulan.send(create)
    sari.send(sari.edit(create, 1, name="Siti Maryam"))
    answer = wulan.send(wulan.edit(create, 1, phone=("+6281300000000", "+6281300000001")))
    present = refused(answer).present["phone"]
    assert (present.value, present.by, present.at) == (create.fields["phone"], wulan.account, NOON)


def test_the_present_row_comes_with_a_conflict_even_behind_the_cursor(centre: Centre) -> None:
    wulan = centre.officer()
    create = wulan.signup(1)
    wulan.send(create)
    answer = wulan.send(wulan.edit(create, 1, name=("Nama Lama", "Nama Baru")))
    assert said(answer) == ["conflict"]
    assert [row.version for row in answer.rows] == [1]


def test_a_withdrawal_is_an_edit_like_any_other(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    wulan.send(create)
    wulan.send(wulan.edit(create, 1, withdrawn="Salah orang"))
    sari.read_all()
    assert sari.rows[create.record].fields["withdrawn"] == "Salah orang"


def test_a_record_that_moves_stands_in_the_new_log_and_leaves_a_word_in_the_old_one(centre: Centre) -> None:
    wulan = centre.officer("Wulan")
    here, there = centre.officer("Sari", HERE), centre.officer("Yayat", THERE)
    create = wulan.signup(1)
    wulan.send(create, wulan.signup(2))
    here.read_all()
    there.read_all()
    move = wulan.edit(create, 1, village=THERE, street="Jalan Mawar 9")
    question = wulan.question(move)
    answer = wulan.keep(question, wulan.ask(question))
    moved = {**create.fields, "village": THERE, "street": "Jalan Mawar 9"}
    assert (accepted(answer).village, accepted(answer).version) == (THERE, 1)
    assert signed(centre, question, answer, moved)
    here.read_all()
    there.read_all()
    assert (here.rows[create.record].moved, here.rows[create.record].fields) == (THERE, {})
    assert there.rows[create.record].fields == moved
    assert not status(centre.engine).unequal
    assert here.send().villages[HERE].count == 1


def test_an_edit_of_a_record_that_somebody_moved_follows_it(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari")
    create = wulan.signup(1)
    wulan.send(create)
    sari.send(sari.edit(create, 1, village=THERE))
    answer = wulan.send(wulan.edit(create, 1, name="Siti Maryam"))
    assert (accepted(answer).village, accepted(answer).version, accepted(answer).merged) == (THERE, 2, True)


def test_a_record_that_comes_back_is_where_it_was(centre: Centre) -> None:
    wulan, sari = centre.officer("Wulan"), centre.officer("Sari", HERE)
    create = wulan.signup(1)
    wulan.send(create)
    wulan.send(wulan.edit(create, 1, village=THERE))
    wulan.send(wulan.edit(create, 1, THERE, village=(THERE, HERE)))
    sari.read_all()
    assert sari.rows[create.record].moved is None
    assert sari.send().villages[HERE].count == 1
    assert not status(centre.engine).unequal


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


def test_nobody_reads_edits_or_moves_beyond_the_own_areas(centre: Centre) -> None:
    wulan, yayat = centre.officer("Wulan", HERE, THERE), centre.officer("Yayat", ELSEWHERE)
    create = wulan.signup(1)
    wulan.send(create)
    yayat.read_all()
    assert not yayat.rows
    assert said(yayat.send(yayat.edit(create, 1, name="X"))) == ["scope"]
    assert said(yayat.send(yayat.edit(create, 1, ELSEWHERE, name="X"))) == ["scope"]
    assert said(wulan.send(wulan.edit(create, 1, village=ELSEWHERE))) == ["scope"]
    assert status(centre.engine).records["signup"] == 1


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


def test_a_batch_with_all_kinds_of_luck_answers_in_order(centre: Centre) -> None:
    wulan = centre.officer("Wulan", HERE, THERE)
    known = wulan.signup(1)
    wulan.send(known)
    fresh = [wulan.signup(2, THERE), wulan.signup(3, ELSEWHERE), wulan.create(talk(4, HERE, wulan.account))]
    edits = [wulan.edit(wulan.signup(9), 1, name="X"), wulan.edit(known, 1, name="Siti Maryam")]
    answer = wulan.send(*fresh, *edits)
    assert said(answer) == ["accepted", "scope", "accepted", "missing", "accepted"]
