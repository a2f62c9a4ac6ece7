"""What the centre did not take is mended where it stands, and saving answers it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fieldapp.domain.kinds import restored
from fieldapp.domain.signup import Signup
from fieldapp.ui.parts.errors import ErrorLink
from fieldapp.ui.parts.segment import Segment
from tests.centre import Centre
from tests.laptop import Laptop
from tests.people import person
from tests.ui.signup.conftest import page_on


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with Centre(tmp_path / "centre") as centre:
        mine, hers = Laptop(tmp_path, centre, "petugas"), Laptop(tmp_path, centre, "sari")
        yield mine, hers
        for laptop in (mine, hers):
            laptop.close()


def changed(laptop: Laptop, record: Signup, **fields: str) -> None:
    laptop.save(restored("signup", {**record.fields(), **fields}, record.id))


@pytest.fixture
def clash(laptops) -> tuple[Laptop, Laptop, Signup]:
    """A phone number that two laptops changed at the same time; mine came second."""
    mine, hers = laptops
    known = person(1)
    mine.save(known)
    mine.send()
    hers.send()
    changed(hers, known, phone="+6285700001111")
    hers.send()
    changed(mine, known, phone="+6281244445555")
    mine.send()
    return mine, hers, known


def answer(page, value: str) -> None:
    question = page.editor.repair.findChild(Segment)
    question.value = value
    question.chosen.emit(value)


def test_a_conflict_says_who_holds_what_and_must_be_answered_before_saving(clash, shown, qtbot):
    mine, _, known = clash
    page = page_on(mine.store)
    shown(page, 1270, 684)
    page.open(str(known.id))
    assert page.editor.head.badge.state == "needs_revision"
    told = " ".join(one.text() for one in page.editor.repair.findChildren(QLabel))
    assert "Bu Sari" in told
    assert "0857 0000 1111" in told
    assert "0812 4444 5555" in told
    page.editor.save_and_stay()
    assert page.editor.head.badge.state == "needs_revision"
    links = page.editor.form.errors.findChildren(ErrorLink)
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert page.editor.repair.findChild(Segment).hasFocus()


@pytest.mark.parametrize(("which", "phone"), [("centre", "+6285700001111"), ("mine", "+6281244445555")])
def test_the_answer_to_a_conflict_reaches_the_centre_and_the_other_laptop(clash, shown, which, phone):
    mine, hers, known = clash
    page = page_on(mine.store)
    shown(page, 1270, 684)
    page.open(str(known.id))
    answer(page, which)
    page.editor.save_and_stay()
    mine.send()
    hers.send()
    page.open(str(known.id))
    assert page.editor.head.badge.state == "delivered"
    assert mine.entry(known).record.fields()["phone"] == phone
    assert hers.entry(known).record.fields()["phone"] == phone


def test_a_rule_of_the_centre_is_told_at_its_field_and_mended_there(laptops, shown):
    mine, _ = laptops
    odd = mine.save_unjudged(person(2), nik="123")
    mine.send()
    page = page_on(mine.store)
    shown(page, 1270, 684)
    page.refresh()
    assert (page.count, page.urgent) == (1, True)
    page.open(str(odd.id))
    assert page.editor.form.form.fields["nik"].error()
    page.editor.form.form.put("nik", person(2).nik)
    page.editor.follow()
    page.editor.save_and_stay()
    assert page.editor.head.badge.state == "queued"
    mine.send()
    assert mine.entry(odd).state == "delivered"


def test_a_receipt_number_is_shown_only_for_what_the_centre_has(laptops, shown):
    mine, _ = laptops
    known = person(1)
    mine.save(known)
    page = page_on(mine.store)
    shown(page, 1270, 684)
    page.open(str(known.id))
    assert "tanda terima" not in page.editor.head.below.whole()
    mine.send()
    page.open(str(known.id))
    assert mine.entry(known).receipt_number in page.editor.head.below.whole()
