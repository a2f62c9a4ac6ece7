from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fieldapp.domain.region import Regions
from fieldapp.store.store import Store, open_store
from fieldapp.ui.fold import fold_of
from fieldapp.ui.signup.page import SignupPage
from tests.people import DISTRICT

TODAY = date(2026, 8, 12)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "petugas.db", bytes(range(32)))
    yield opened
    opened.close()


def page_on(store: Store) -> SignupPage:
    return SignupPage(
        records=store.records,
        drafts=store.drafts,
        regions=Regions.load(),
        areas=(DISTRICT,),
        account="petugas",
        names={"petugas": "Wulan", "sari": "Bu Sari"},
        today=lambda: TODAY,
    )


@pytest.fixture
def signup_page(store: Store, shown: Callable[..., Any]) -> Callable[..., SignupPage]:
    """A page on the store, shown: ``signup_page(1184)``; again on the same store for a restart."""

    def made(width: int = 1270, height: int = 684) -> SignupPage:
        page = page_on(store)
        shown(page, width, height)
        page.fold(fold_of(width))
        page.refresh()
        return page

    return made
