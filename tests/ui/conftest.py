from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.ui import theme
from tests.ui.line import Afternoon


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application in its clothes."""
    theme.apply(qapp)
    return qapp


@pytest.fixture
def shown(qtbot: Any) -> Callable[..., Any]:
    """Show a widget as the active window: ``shown(page, 1184, 700)``."""

    kept = []

    def show(widget: QWidget, width: int = 800, height: int = 600) -> QWidget:
        qtbot.addWidget(widget)
        kept.append(widget)
        widget.setObjectName(widget.objectName() or "window")
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def afternoon(qapp: QApplication, tmp_path: Path) -> Iterator[Afternoon]:
    """A laptop, its runner and a real centre."""
    with Afternoon.at(tmp_path) as made:
        yield made
