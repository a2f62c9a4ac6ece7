"""A visit that two laptops changed is mended where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from fieldapp.domain.kinds import restored
from fieldapp.domain.visit import Visit
from fieldapp.ui.parts.segment import Segment
from tests.centre import Centre
from tests.laptop import Laptop
from tests.people import talk
from tests.ui.visit.conftest import page_on


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with Centre(tmp_path / "centre") as centre:
        mine, hers = Laptop(tmp_path, centre, "petugas"), Laptop(tmp_path, centre, "sari")
        yield mine, hers
        for laptop in (mine, hers):
            laptop.close()


def changed(laptop: Laptop, record: Visit, **fields: str) -> None:
    laptop.save(restored("visit", {**record.fields(), **fields}, record.id))


def test_a_place_that_two_laptops_changed_is_shown_with_both_values(laptops, shown):
    mine, hers = laptops
    known = talk(1)
    mine.save(known)
    mine.send()
    hers.send()
    changed(hers, known, place="Pasar Cimayang")
    hers.send()
    changed(mine, known, place="Posyandu Melati")
    mine.send()
    page = page_on(mine.store)
    shown(page, 1270, 684)
    page.open(str(known.id))
    told = " ".join(one.text() for one in page.editor.repair.findChildren(QLabel))
    assert "Pasar Cimayang" in told
    assert "Posyandu Melati" in told
    assert not page.editor.save()
    question = page.editor.repair.findChild(Segment)
    question.value = "centre"
    question.chosen.emit("centre")
    assert page.editor.form.values()["place"] == "Pasar Cimayang"
