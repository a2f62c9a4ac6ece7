"""A laptop with its runner and the centre behind it, as the pages that deliver know them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from fieldapp.sync.engine import exchange
from fieldapp.ui.runner import Runner
from tests.centre import Centre
from tests.laptop import Laptop


@dataclass
class Afternoon:
    """A laptop at its centre, both with the same clock."""

    centre: Centre
    laptop: Laptop
    runner: Runner

    @classmethod
    def at(cls, directory: Path) -> Self:
        centre = Centre(directory / "centre")
        laptop = Laptop(directory, centre)
        laptop.watch.now = datetime.now(UTC)
        return cls(centre, laptop, Runner(partial(exchange, laptop.store, laptop.client), laptop.client.reachable))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.runner.close()
        self.laptop.close()
        self.centre.close()
