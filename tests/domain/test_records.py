"""A record is whole or does not exist: forms, wire forms, and the way between them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from fieldapp.contract.digest import canonical
from fieldapp.domain.kinds import KINDS, record_of, restored
from fieldapp.domain.problem import NotWhole
from fieldapp.domain.signup import Signup
from fieldapp.domain.visit import Visit
from tests.domain.forms import ID, NOON, TODAY, signed_up, signup_form, visit_form, visited, wrong


def test_typed_texts_become_one_spelling() -> None:
    siti = signed_up(rt="3", rw=5, phone="0812-0000-9014", kpj="12a 4567 8901")
    assert siti.fields() == {
        "village": "3201172003",
        "nik": "3201175708859012",
        "name": "Siti Aminah",
        "birth_date": "1985-08-17",
        "sex": "female",
        "rt": "003",
        "rw": "005",
        "phone": "+6281200009014",
        "occupation": "farmer",
        "monthly_income": 1_500_000,
        "programmes": "jkk_jkm",
        "pay_period": 3,
        "payer": "self",
        "kpj": "12A45678901",
        "consent_version": "2026-01",
        "consent_at": "2026-03-02T05:00:00+00:00",
        "consent_how": "signature",
        "recorded_by": "petugas",
        "recorded_at": "2026-03-02T05:00:00+00:00",
    }


def test_an_empty_form_names_everything_that_must_be_there() -> None:
    for kind in (Signup, Visit):
        assert wrong(kind, {}) == {(name, f"{name}.missing") for name in kind.required}


def test_every_problem_is_told_at_once() -> None:
    heirs = [{"name": "Budi"}, {}, {"name": "", "relation": "aunt"}]
    form = signup_form(
        nik="3201", name="-", birth_date="1-1-1950", phone="021", heirs=heirs, occupation2="farmer", payer=" "
    )
    assert wrong(Signup, form) == {
        ("nik", "nik.length"),
        ("name", "name.no_letters"),
        ("birth_date", "birth_date.too_old"),
        ("phone", "phone.prefix"),
        ("heirs.0.relation", "heir.relation.missing"),
        ("heirs.2.name", "heir.name.missing"),
        ("heirs.2.relation", "choice.unknown"),
        ("occupation2", "occupation2.same"),
        ("payer", "payer.missing"),
    }


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("village", "3201", "village.unknown"),
        ("birth_date", "17-8-20", "date.ambiguous"),
        ("birth_date", "3-3-2026", "date.future"),
        ("sex", "L", "choice.unknown"),
        ("pay_period", "2", "choice.unknown"),
        ("family_card_no", "3201", "family_card_no.length"),
        ("family_card_no", "x", "family_card_no.letters"),
        ("rt", "0003", "rt.unreadable"),
        ("rw", "3/5", "rt.unreadable"),
        ("email", "siti@", "email.unreadable"),
        ("occupation", "Petani padi", "choice.unknown"),
        ("monthly_income", "banyak", "money.unreadable"),
        ("monthly_income", True, "money.unreadable"),
        ("kpj", "123", "kpj.length"),
        ("note", "a" * 2001, "text.too_long"),
        ("heirs", [{"name": "Budi", "relation": "child"}] * 21, "heirs.too_many"),
        ("heirs", "Budi", "list.unreadable"),
        ("confirmed", 5, "list.unreadable"),
        ("consent_at", datetime(2026, 3, 2), "date.unreadable"),  # noqa: DTZ001 - the point
        ("visit", "kemarin", "id.unreadable"),
    ],
)
def test_a_signup_field_says_what_is_wrong_with_it(field: str, typed: Any, code: str) -> None:
    assert wrong(Signup, signup_form(**{field: typed})) == {(field, code)}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"held_on": "3-3-2026"}, ("held_on", "held_on.future")),
        ({"starts": "9.30", "ends": "9.00"}, ("ends", "ends.before_start")),
        ({"follow_up_due": "1-3-26"}, ("follow_up_due", "follow_up_due.before_visit")),
        ({"prospects": "28"}, ("prospects", "prospects.more_than_people")),
        ({"men": "banyak"}, ("men", "number.unreadable")),
        ({"men": "9" * 5000}, ("men", "number.too_high")),
        ({"activity": "picnic"}, ("activity", "choice.unknown")),
        ({"signups": ["x"]}, ("signups", "id.unreadable")),
    ],
)
def test_a_visit_field_says_what_is_wrong_with_it(fields: dict[str, Any], found: tuple[str, str]) -> None:
    assert wrong(Visit, visit_form(**fields)) == {found}


@pytest.mark.parametrize(("born", "taken"), [("2-3-1961", False), ("3-3-1961", True)])
def test_who_is_65_on_the_day_of_recording_is_not_taken_however_late_it_is_judged(born: str, taken: bool) -> None:
    form = signup_form(birth_date=born)
    assert (not wrong(Signup, form)) == taken
    if taken:
        old = Signup.read(form, TODAY + timedelta(days=400))
        assert record_of("signup", old.fields(), ID) == old


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, set()),
        ({"birth_date": "18-8-1985"}, {"birth_date.not_as_nik"}),
        ({"sex": "male"}, {"sex.not_as_nik"}),
        ({"nik": "3301175708859012"}, {"nik.other_place"}),
        ({"nik": "9101175708859012"}, set()),
        ({"birth_date": "17-8-2015", "nik": "3201175708159012"}, {"birth_date.young"}),
        ({"monthly_income": "1500"}, {"monthly_income.low"}),
        ({"monthly_income": "150jt"}, {"monthly_income.high"}),
        ({"family_card_no": "3201175708859012"}, {"family_card_no.as_nik"}),
    ],
)
def test_what_is_odd_is_a_warning_and_never_a_refusal(fields: dict[str, Any], found: set[str]) -> None:
    assert {problem.code for problem in signed_up(**fields).warnings(TODAY)} == found


def test_a_ticked_warning_is_settled() -> None:
    siti = signed_up(sex="male", monthly_income="1500", confirmed=["sex.not_as_nik"])
    assert [problem.code for problem in siti.unconfirmed(TODAY)] == ["monthly_income.low"]


def test_a_late_or_empty_visit_is_a_warning() -> None:
    codes = [problem.code for problem in visited(held_on="1-1-26", men="", women="").warnings(TODAY)]
    assert codes == ["held_on.long_ago", "men.nobody"]


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        signed_up().name = "Orang lain"


def test_what_a_newer_app_wrote_survives_an_edit_here() -> None:
    newer = {**signed_up().fields(), "shoe_size": 38, "heirs": [{"name": "Budi", "relation": "child", "phone": "0812"}]}
    here = record_of("signup", newer, ID)
    edited = Signup.read({**here.fields(), "id": ID, "note": "Sudah dicek"}, TODAY)
    assert edited.fields() == {**newer, "note": "Sudah dicek"}


words = st.text(max_size=60)
ids = st.lists(st.uuids(), max_size=3)
SIGNUP_FIELDS = {
    "birth_place": words,
    "street": words,
    "note": words,
    "work_place": words,
    "rt": st.integers(0, 999),
    "birth_date": st.dates(date(1962, 1, 1), date(2008, 1, 1)),
    "monthly_income": st.integers(0, 10**9),
    "pay_period": st.sampled_from((1, 3, 6, 12)),
    "heirs": st.lists(st.fixed_dictionaries({"name": st.just("Budi"), "relation": st.just("child")}), max_size=3),
    "confirmed": st.lists(st.sampled_from(("sex.not_as_nik", "nik.other_place")), max_size=2),
    "recorded_at": st.datetimes(datetime(2025, 1, 1), datetime(2026, 3, 2), timezones=st.just(UTC)),  # noqa: DTZ001
    "visit": st.uuids(),
    "from_a_newer_app": st.integers() | words,
}
VISIT_FIELDS = {
    "questions": words,
    "topic": words,
    "men": st.integers(0, 1000),
    "signups": ids,
    "starts": st.just("8"),
    "ends": st.times().filter(lambda t: t.hour > 8).map(lambda t: f"{t:%H.%M}"),
    "follow_up_due": st.dates(date(2026, 3, 2), date(2027, 1, 1)),
}


@given(st.fixed_dictionaries({}, optional=SIGNUP_FIELDS))
def test_a_signup_comes_back_whole_from_the_wire_and_from_the_file(fields: dict[str, Any]) -> None:
    comes_back("signup", signed_up(**fields))


@given(st.fixed_dictionaries({}, optional=VISIT_FIELDS))
def test_a_visit_comes_back_whole_from_the_wire_and_from_the_file(fields: dict[str, Any]) -> None:
    comes_back("visit", visited(**fields))


def comes_back(kind: str, record: Signup | Visit) -> None:
    carried = json.loads(canonical(record.fields()))
    assert record_of(kind, record.fields(), ID) == record
    assert restored(kind, carried, ID).fields() == carried


HOSTILE: list[Any] = [
    *(True, 1.5, "a\x00b", "\ud800", [5], [None], {"a": 1}, [{"a": 1}], "9" * 5000, float("nan"), " x "),
    *("0001-01-01T00:00:00+14:00 ", "9999-12-31T23:59:59-10:00 ", "2026-03-02T12:00:00+07:00 "),
]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_hostile_values_of_any_field_are_refused_and_break_nothing(kind: str) -> None:
    whole = (signed_up() if kind == "signup" else visited()).fields()
    for name in (*KINDS[kind].parsers, "extra"):
        for value in HOSTILE:
            with pytest.raises(NotWhole) as refused:
                record_of(kind, {**whole, name: value}, ID)
            assert {problem.field.split(".")[0] for problem in refused.value.problems} >= {name} - {"starts"}


@pytest.mark.parametrize("value", ["a\x00b", "\ud800", float("nan"), {"deep": ["\x00"]}])
def test_an_unknown_field_that_no_database_can_keep_is_refused(value: Any) -> None:
    with pytest.raises(NotWhole, match=r"shoe_size:value\.form"):
        record_of("signup", {**signed_up().fields(), "shoe_size": value}, ID)


@pytest.mark.parametrize(
    ("field", "value"),
    [("nik", "32 01 17 570885 9012"), ("rt", "3"), ("phone", "081200009014"), ("pay_period", "3"), ("note", "")],
)
def test_the_wire_knows_one_spelling_only(field: str, value: Any) -> None:
    with pytest.raises(NotWhole, match=rf"{field}:value\.form"):
        record_of("signup", {**signed_up().fields(), field: value}, ID)


def test_a_visit_kept_just_after_midnight_in_papua_is_not_in_the_future_for_the_centre() -> None:
    after_midnight = datetime(2126, 3, 2, 15, 30, tzinfo=UTC)
    visit = Visit.read(visit_form(held_on="2126-03-03", recorded_at=after_midnight), date(2126, 3, 3))
    assert record_of("visit", visit.fields(), ID) == visit


def test_an_edit_may_tell_of_days_after_the_first_recording() -> None:
    visit = Visit.read({**visited().fields(), "id": ID, "held_on": "5-3-26"}, date(2026, 3, 6))
    assert visit.recorded_at == NOON
    assert record_of("visit", visit.fields(), ID) == visit


def test_what_was_judged_before_is_read_even_where_the_rules_have_changed() -> None:
    odd = {**signed_up().fields(), "occupation": "Petani!", "heirs": [{"relation": "aunt"}]}
    assert restored("signup", odd, ID).fields() == odd
