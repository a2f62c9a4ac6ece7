from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from fieldapp.store.store import Store, open_store
from tests.people import NOON

KEY = bytes(range(32))
Opener = Callable[..., Store]


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "catatan.db"


@pytest.fixture
def opened(path: Path, watch: Watch) -> Iterator[Opener]:
    """Opens the store, again and again if need be, and closes what is left open."""
    stores: list[Store] = []

    def opener(key: bytes = KEY) -> Store:
        stores.append(open_store(path, key, now=watch))
        return stores[-1]

    yield opener
    for store in stores:
        store.database.close()


@pytest.fixture
def store(opened: Opener) -> Store:
    return opened()
