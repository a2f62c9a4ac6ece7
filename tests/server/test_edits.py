from __future__ import annotations

from fieldserver.status import status
from tests.people import NOON
from tests.server.asking import ELSEWHERE, HERE, THERE, Centre, accepted, refused, said, signed


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
