from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from fieldapp.contract.check import check
from fieldapp.contract.limits import Unreadable
from fieldapp.contract.messages import Accepted, Answer, Edit, Log, Present, Question, Refused, Row
from fieldapp.domain.ids import new_id
from tests.contract.made import sign_ups

NOW = datetime(2026, 9, 1, 2, tzinfo=UTC)
HERE, THERE = "3201172003", "3201172004"
CREATE = sign_ups(1)[0]
EDIT = Edit(
    change=new_id(),
    record=new_id(),
    kind="signup",
    village=HERE,
    version=2,
    by="wulan-a1",
    at=NOW,
    fields={"name": ("Siti", "Siti Aminah")},
)
QUESTION = Question(device="laptop", exchange=new_id(), creates=(CREATE,), edits=(EDIT,), cursors={HERE: 4})


def row(record: UUID, version: int, village: str = HERE) -> Row:
    return Row(kind="signup", record=record, village=village, version=version, by="sari", at=NOW, fields={"name": "x"})


def answer(**other: Any) -> Answer:
    whole: dict[str, Any] = {
        "exchange": QUESTION.exchange,
        "time": NOW,
        "verdicts": (Accepted(version=5, village=HERE), Accepted(version=7, village=HERE, merged=True)),
        "rows": (row(new_id(), 6), row(EDIT.record, 7)),
        "villages": {HERE: Log(since=4, to=7, count=3, digest="0" * 16)},
        "receipt": "ab",
    }
    return Answer(**{**whole, **other})


def test_a_whole_answer_passes() -> None:
    check(QUESTION, answer())


def test_a_new_village_is_read_from_zero() -> None:
    logs = {HERE: Log(since=4, to=7), THERE: Log(since=0, to=1)}
    check(QUESTION, answer(villages=logs, rows=(row(EDIT.record, 7), row(new_id(), 1, THERE))))


def test_the_present_row_of_a_conflict_may_stand_before_the_cursor() -> None:
    conflict = Refused(reason="conflict", present={"name": Present(value="Siti A.", by="sari", at=NOW)})
    check(QUESTION, answer(verdicts=(Accepted(version=5, village=HERE), conflict), rows=(row(EDIT.record, 3),)))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"exchange": new_id()}, "check.exchange"),
        ({"protocol": 2}, "check.exchange"),
        ({"verdicts": (Accepted(version=5, village=HERE),)}, "check.verdicts"),
        ({"receipt": ""}, "check.receipt"),
        ({"verdicts": (Refused(reason="scope"), Refused(reason="missing")), "rows": ()}, "check.receipt"),
        ({"villages": {HERE: Log(since=3, to=7)}}, "check.cursor"),
        ({"villages": {HERE: Log(since=4, to=7), THERE: Log(since=1, to=2)}}, "check.cursor"),
        ({"villages": {HERE: Log(since=4, to=3)}, "rows": ()}, "check.cursor"),
        ({"villages": {HERE: Log(since=4, to=7, count=3)}}, "check.proof"),
        ({"rows": (row(EDIT.record, 7), row(new_id(), 8))}, "check.row"),
        ({"rows": (row(EDIT.record, 7), row(new_id(), 4))}, "check.row"),
        ({"rows": (row(EDIT.record, 7), row(new_id(), 1, THERE))}, "check.row"),
        ({"rows": (row(EDIT.record, 7), row(new_id(), 7))}, "check.row"),
        ({"rows": (row(new_id(), 6),)}, "check.merged"),
        ({"rows": (row(EDIT.record, 6),)}, "check.merged"),
        ({"verdicts": (Accepted(version=0, village=HERE), Refused(reason="scope"))}, "check.version"),
        ({"verdicts": (Accepted(version=5, village=HERE), Refused(reason="conflict"))}, "check.refusal"),
        (
            {
                "verdicts": (
                    Accepted(version=5, village=HERE),
                    Refused(reason="conflict", present={"nik": Present(by="x", at=NOW)}),
                )
            },
            "check.refusal",
        ),
    ],
)
def test_an_answer_to_something_else_is_refused(wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        check(QUESTION, answer(**wrong))
    assert refused.value.code == code
