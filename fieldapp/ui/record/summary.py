"""The column right of a form: its blocks, the warnings with their ticks, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.form import Said
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Block
from fieldapp.ui.parts.text import Elided, label, rule
from fieldapp.ui.record.doubt import Doubt

_SHOWN = 6
"""Lines of what is missing; more would only repeat the empty form."""


@dataclass(frozen=True)
class Missing:
    """A field that is still empty, and whether the form cannot be saved without it."""

    name: str
    text: str
    required: bool


class Lacking(Block):
    """Masih kurang: a link for each empty field; ``wanted(name)`` when one is pressed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("info", tr("Masih kurang"))
        self._box = QVBoxLayout()
        self._box.setSpacing(5)
        self.body.addLayout(self._box)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show these, or go when nothing is missing."""
        empty(self._box)
        for one in missing[:_SHOWN]:
            self._box.addLayout(self._link(one))
        if (more := len(missing) - _SHOWN) > 0:
            self._box.addWidget(label(tr("dan {n} isian lagi").format(n=more), "small", "hint"))
        self.setVisible(bool(missing))

    def _link(self, one: Missing) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        link = Button(one.text, "link")
        link.clicked.connect(lambda: self.wanted.emit(one.name))
        row.addWidget(link)
        row.addWidget(Elided(tr("wajib") if one.required else tr("disarankan, boleh menyusul"), "small", "hint"), 1)
        return row


class Summary(QScrollArea):
    """Follows the form: ``summary.follow(values, record_id)``; a kind of record says which blocks and warnings.

    ``wanted(name)`` asks for a field, ``opened(id)`` for another record, ``confirmed_changed`` tells of a tick;
    ``confirmed`` holds the codes of the ticked warnings, ``open_warnings()`` those that still wait for a tick.
    """

    wanted = Signal(str)
    opened = Signal(str)
    confirmed_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.confirmed: set[str] = set()
        self.warnings: list[Doubt] = []
        self.missing: tuple[Missing, ...] = ()
        self.lacking = Lacking()
        self.lacking.wanted.connect(self.wanted)
        self._rules: list[tuple[QWidget, QWidget]] = []
        self._inner = QWidget()
        self._inner.setObjectName("ground")
        self.column = QVBoxLayout(self._inner)
        self.column.setSpacing(14)
        self.squeeze(24)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Ringkasan"))

    def follow(self, values: Mapping[str, Any], record: UUID) -> None:
        """Say anew what follows from what was typed."""
        raise NotImplementedError

    def one_line(self) -> str:
        """The whole column in a line, for a narrow window."""
        raise NotImplementedError

    def begin(self, confirmed: Sequence[str]) -> None:
        """A form is opened whose warnings were ticked before."""
        self.confirmed = set(confirmed)

    def asked(self) -> None:
        """The person wants to save: say also what was too early to say."""

    def open_warnings(self) -> list[Said]:
        """The warnings that still wait for their tick, as sentences with the tick."""
        return [
            (tr("Perlu dicek: {sentence}").format(sentence=one.short), one.tick)
            for one in self.warnings
            if one.code not in self.confirmed
        ]

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self.column.setContentsMargins(padding, 20, padding, 20)

    def stack(self, *blocks: QWidget) -> None:
        """Put the blocks below each other with hairlines between."""
        for number, block in enumerate(blocks):
            if number:
                line = rule()
                self._rules.append((line, block))
                self.column.addWidget(line)
            self.column.addWidget(block)
        self.column.addStretch(1)

    def rule_off(self) -> None:
        """Hide the hairlines of hidden blocks."""
        for line, block in self._rules:
            line.setVisible(not block.isHidden())

    def warn(self, box: QVBoxLayout, doubt: Doubt) -> None:
        """Put a warning there."""
        doubt.ticked.connect(self._ticked)
        self.warnings.append(doubt)
        box.addWidget(doubt)

    def _ticked(self, code: str, on: bool) -> None:
        (self.confirmed.add if on else self.confirmed.discard)(code)
        self.confirmed_changed.emit()


def empty(box: QLayout) -> None:
    """Take everything out of a layout."""
    while item := box.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
