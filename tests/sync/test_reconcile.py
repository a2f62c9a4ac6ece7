"""What an answer means for a record: a table of cases, and the slips that were made once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from fieldapp.contract.messages import Accepted, Finding, Present, Refused, Row
from fieldapp.domain.change import Delta
from fieldapp.store.held import Held, Line, News
from fieldapp.sync.reconcile import reconcile

HOME, AWAY = "3201172003", "3201172004"
RECORD, FIRST, SECOND = UUID(int=1), UUID(int=2), UUID(int=3)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CONFLICT = Refused(reason="conflict", present={"name": Present(value="Siti", by="b", at=NOON)})
RULE = Refused(reason="rule", findings=(Finding(field="nik", code="nik.length"),))


def create(**fields: Any) -> Line:
    return Line(RECORD, {name: (None, value) for name, value in fields.items()}, create=True, sent=True)


def edit(change: UUID = FIRST, sent: bool = True, **fields: tuple[Any, Any]) -> Line:
    return Line(change, dict(fields), sent=sent)


def row(version: int, village: str = HOME, moved: str | None = None, **fields: Any) -> Row:
    return Row(
        kind="signup", record=RECORD, village=village, version=version, by="x", at=NOON, fields=fields, moved=moved
    )


def news(*rows: Row, change: UUID | None = None, verdict: Accepted | Refused | None = None) -> News:
    return News(RECORD, "signup", change, verdict, rows)


def accepted(version: int, village: str = HOME, merged: bool = False) -> Accepted:
    return Accepted(version=version, village=village, merged=merged)


BASE = {"name": "Siti Aminah", "street": "Melati 3"}
KNOWN = Held(HOME, 4, BASE)

TABLE: dict[str, tuple[Held | None, News, Held | None]] = {
    "an accepted create becomes the base": (
        Held(HOME, lines=(create(name="Budi"),)),
        news(change=RECORD, verdict=accepted(1)),
        Held(HOME, 1, {"name": "Budi"}),
    ),
    "an accepted edit advances the base": (
        Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Siti")),)),
        news(change=FIRST, verdict=accepted(5)),
        Held(HOME, 5, {**BASE, "name": "Siti"}),
    ),
    "a line that was typed meanwhile stays": (
        Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Siti")), edit(SECOND, False, street=("Melati 3", "Mawar")))),
        news(change=FIRST, verdict=accepted(5)),
        Held(HOME, 5, {**BASE, "name": "Siti"}, (edit(SECOND, False, street=("Melati 3", "Mawar")),)),
    ),
    "a merged edit takes the content that the centre has": (
        Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Siti")),)),
        news(row(6, name="Siti", street="Kenanga"), change=FIRST, verdict=accepted(6, merged=True)),
        Held(HOME, 6, {"name": "Siti", "street": "Kenanga"}),
    ),
    "a verdict older than what the log showed only takes the line away": (
        Held(HOME, 9, BASE, (edit(name=("Siti Aminah", "Siti")),)),
        news(change=FIRST, verdict=accepted(5)),
        Held(HOME, 9, BASE),
    ),
    "a refused edit stays with its reason": (
        Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Sri")),)),
        news(change=FIRST, verdict=RULE),
        Held(HOME, 4, BASE, (Line(FIRST, {"name": ("Siti Aminah", "Sri")}, sent=True, refusal=RULE),)),
    ),
    "in a conflict the centre's row is the base and our value stays on top": (
        Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Sri")),)),
        news(row(5, name="Siti", street="Melati 3"), change=FIRST, verdict=CONFLICT),
        Held(
            HOME,
            5,
            {"name": "Siti", "street": "Melati 3"},
            (Line(FIRST, {"name": ("Siti Aminah", "Sri")}, sent=True, refusal=CONFLICT),),
        ),
    ),
    "an edit typed after a refused create goes into it and is tried again": (
        Held(HOME, lines=(create(nik="32", name="Budi"), edit(SECOND, False, nik=("32", "3201")))),
        news(change=RECORD, verdict=RULE),
        Held(HOME, lines=(Line(RECORD, {"name": (None, "Budi"), "nik": (None, "3201")}, create=True),)),
    ),
    "an edit typed after a refused edit goes by itself": (
        Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Sri")), edit(SECOND, False, street=("Melati 3", "Mawar")))),
        news(change=FIRST, verdict=RULE),
        Held(
            HOME,
            4,
            BASE,
            (
                Line(FIRST, {"name": ("Siti Aminah", "Sri")}, sent=True, refusal=RULE),
                edit(SECOND, False, street=("Melati 3", "Mawar")),
            ),
        ),
    ),
    "others' row replaces what nobody here has touched": (
        KNOWN,
        news(row(7, name="Sri")),
        Held(HOME, 7, {"name": "Sri"}),
    ),
    "a record that was never here arrives": (None, news(row(7, name="Sri")), Held(HOME, 7, {"name": "Sri"})),
    "others' row slides under what waits": (
        Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Siti")),)),
        news(row(5, name="Siti Aminah", street="Mawar")),
        Held(HOME, 5, {"name": "Siti Aminah", "street": "Mawar"}, (edit(name=("Siti Aminah", "Siti")),)),
    ),
    "others' row arriving while our own create waits becomes its base": (
        Held(HOME, lines=(create(name="Budi"),)),
        news(row(5, name="Budi S.")),
        Held(HOME, 5, {"name": "Budi S."}, (create(name="Budi"),)),
    ),
    "an older row changes nothing": (KNOWN, news(row(3, name="Old")), KNOWN),
    "the same version again heals the content": (KNOWN, news(row(4, name="Siti")), Held(HOME, 4, {"name": "Siti"})),
    "a record that moved out of sight leaves": (KNOWN, news(row(6, moved=AWAY)), None),
    "a record that moved stays while a change waits": (
        Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Siti")),)),
        news(row(6, moved=AWAY)),
        Held(AWAY, 0, BASE, (edit(name=("Siti Aminah", "Siti")),)),
    ),
    "moving is one step when both logs are ours": (
        KNOWN,
        news(row(6, moved=AWAY), row(2, AWAY, name="Siti")),
        Held(AWAY, 2, {"name": "Siti"}),
    ),
    "the old log's farewell does not touch a record that is already in the new one": (
        Held(AWAY, 2, BASE),
        news(row(6, moved=AWAY)),
        Held(AWAY, 2, BASE),
    ),
    "a farewell for a record that is not here is nothing": (None, news(row(6, moved=AWAY)), None),
    "our own move is in the new log": (
        Held(HOME, 4, BASE, (edit(village=(HOME, AWAY)),)),
        news(change=FIRST, verdict=accepted(1, AWAY)),
        Held(AWAY, 1, {**BASE, "village": AWAY}),
    ),
    "a verdict on a change that is no longer here changes nothing": (
        KNOWN,
        news(change=FIRST, verdict=accepted(5)),
        KNOWN,
    ),
}


@pytest.mark.parametrize("case", TABLE)
def test_(case: str) -> None:
    held, said, after = TABLE[case]
    assert reconcile(held, said) == after


def test_a_change_id_used_again_by_a_restored_laptop_gets_a_new_one() -> None:
    held = Held(HOME, 4, BASE, (edit(name=("Siti Aminah", "Siti")),))
    after = reconcile(held, news(change=FIRST, verdict=Refused(reason="reused")))
    assert after is not None
    (line,) = after.lines
    assert line.change != FIRST
    assert (line.delta, line.sent, line.refusal) == (held.lines[0].delta, False, None)


def test_a_create_that_exists_with_other_content_becomes_an_edit_for_a_person_to_decide() -> None:
    held = Held(HOME, lines=(create(name="Budi", street="Melati 3"),))
    exists = Refused(reason="exists")
    for after in (
        reconcile(held, news(row(5, name="Budi S.", street="Melati 3"), change=RECORD, verdict=exists)),
        reconcile(
            reconcile(held, news(row(5, name="Budi S.", street="Melati 3"))), news(change=RECORD, verdict=exists)
        ),
        reconcile(
            reconcile(held, news(change=RECORD, verdict=exists)), news(row(5, name="Budi S.", street="Melati 3"))
        ),
    ):
        assert after is not None
        (line,) = after.lines
        assert (line.create, line.refusal, line.delta) == (False, exists, {"name": ("Budi S.", "Budi")})
        assert after.shown == {"name": "Budi", "street": "Melati 3"}


def test_a_create_that_exists_with_the_same_content_is_simply_there() -> None:
    held = Held(HOME, lines=(create(name="Budi"),))
    after = reconcile(held, news(row(5, name="Budi"), change=RECORD, verdict=Refused(reason="exists")))
    assert after == Held(HOME, 5, {"name": "Budi"})


def test_what_is_shown_is_the_base_and_every_waiting_change() -> None:
    lines: tuple[Delta, ...] = ({"name": ("Siti Aminah", "Siti")}, {"street": ("Melati 3", None)})
    held = Held(HOME, 4, BASE, tuple(Line(UUID(int=n), change) for n, change in enumerate(lines)))
    assert held.shown == {"name": "Siti"}
