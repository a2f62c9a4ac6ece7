"""A page on a real store, and registers that ship with the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fieldapp.domain.region import Regions
from fieldapp.register import Report
from fieldapp.store.store import Store, open_store
from fieldapp.ui.fold import fold_of
from fieldapp.ui.importing.page import ImportPage

DATA = Path(__file__).parents[2] / "data"
FISHERS, VILLAGE, TRADERS = (
    DATA / name for name in ("daftar-nelayan.xlsx", "register-desa-gunung-menyan.xlsx", "pedagang-pasar.csv")
)
GUNUNG_MENYAN = "3201172004"
TODAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "catatan.db", bytes(32))
    yield opened
    opened.close()


class Desk:
    """Somebody at the page: opens files, declares, waits."""

    def __init__(self, page: ImportPage, bot: Any) -> None:
        self.page, self.bot = page, bot

    def open(self, path: Path) -> None:
        self.page.load(path)
        self.settle()

    def settle(self) -> None:
        self.bot.waitUntil(lambda: not self.page._judging() and not self.page._writing.busy, timeout=10_000)

    def declare(self, **values: object) -> None:
        for name, value in values.items():
            self.page.parts.declaration.form.put(name, value)
            self.page.parts.declaration.form.changed.emit(name)
        self.settle()

    def agree(self) -> None:
        self.declare(consent_how="signature", consent_on=date(2026, 11, 16))

    def whole(self) -> None:
        self.declare(village=GUNUNG_MENYAN, occupation="farmer", monthly_income=1_500_000, programmes="jkk_jkm")
        self.agree()

    def take(self) -> Report:
        self.page.parts.actions.take.click()
        self.bot.waitUntil(lambda: isinstance(self.page.shown, Report), timeout=10_000)
        assert isinstance(self.page.shown, Report)
        return self.page.shown

    def reasons(self) -> list[str]:
        rows = self.page.parts.rows.table.rows
        return [str(rows.data(rows.index(number, 3))) for number in range(rows.rowCount())]

    def words(self) -> str:
        return self.page.parts.actions.said.text()


@pytest.fixture
def desk(store: Store, shown: Callable[..., Any], qtbot: Any) -> Desk:
    page = ImportPage(
        records=store.records, regions=Regions.load(), areas=("320117",), account="petugas", today=lambda: TODAY
    )
    page.fold(fold_of(1270))
    shown(page, 1270, 684)
    return Desk(page, qtbot)
