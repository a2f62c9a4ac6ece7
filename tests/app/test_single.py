"""Two starts with one data directory make one window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from fieldapp.app.single import Single
from fieldapp.config import Paths


def test_the_second_start_brings_the_first_window_up(tmp_path: Path, qtbot: QtBot) -> None:
    places = Paths(tmp_path)
    first, second = Single(places), Single(places)
    assert first.first()
    with qtbot.waitSignal(first.asked, timeout=5000):
        assert not second.first()
        assert second.raise_first()
    first.close()


def test_another_data_directory_has_a_window_of_its_own(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = Single(Paths(tmp_path / "a")), Single(Paths(tmp_path / "b"))
    assert one.first()
    assert other.first()
    one.close()
    other.close()


def test_a_lock_is_free_again_after_the_window_is_closed(tmp_path: Path, qtbot: QtBot) -> None:
    places = Paths(tmp_path)
    before = Single(places)
    assert before.first()
    before.close()
    after = Single(places)
    assert after.first()
    after.close()
