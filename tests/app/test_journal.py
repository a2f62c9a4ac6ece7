"""The log says where something broke, and nothing of what was typed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.app import journal

NIK = "3201171704850012"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    hook, handlers = sys.excepthook, journal.log.handlers
    journal.keep(tmp_path / "log")
    yield tmp_path / "log"
    for handler in journal.log.handlers:
        handler.close()
    sys.excepthook, journal.log.handlers, journal.log.propagate = hook, handlers, True


def test_an_uncaught_error_leaves_its_kind_and_its_line_but_not_its_words(place: Path) -> None:
    try:
        raise ValueError(f"bad {NIK}")
    except ValueError as error:
        journal.uncaught(type(error), error, error.__traceback__)
    written = (place / "fieldapp.log").read_text(encoding="utf-8")
    assert "ValueError at test_journal.py:" in written
    assert NIK not in written


def test_the_log_says_which_version_runs(place: Path) -> None:
    assert "version 0." in (place / "fieldapp.log").read_text(encoding="utf-8")
