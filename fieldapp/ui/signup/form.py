"""The form of a sign-up: five sections on one scrolling page, and the line above that knows which is in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from fieldapp.domain import consent
from fieldapp.domain.problem import Problem
from fieldapp.language import tr
from fieldapp.ui.form import Form, Said
from fieldapp.ui.parts.errors import ErrorSummary
from fieldapp.ui.parts.sections import SectionLine
from fieldapp.ui.signup import findings, sections
from fieldapp.ui.signup.sections import Section, Surroundings

STAYS = ("village", "visit", "occupation", "payer", "programmes", "pay_period")
"""What the next form of the pile begins with."""
_HIDDEN = ("visit", "consent_at", "consent_version", "withdrawn")


class SignupForm(QWidget):
    """The form: ``fill(values)``, ``values()``, ``show_problems(problems)``; ``changed(name)`` as the person types.

    ``notes`` is the place on top where banners stand.
    """

    changed = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setObjectName("form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = Form()
        self._hidden: dict[str, Any] = {}
        first, self.match = sections.identity(self.form, around)
        middle = (sections.address(self.form, around), sections.work(self.form), sections.heirs(self.form, around))
        last, self.consent = sections.agreement(self.form)
        self.sections: tuple[Section, ...] = (first, *middle, last)
        self.errors = ErrorSummary()
        self.notes = QVBoxLayout()
        self.notes.setSpacing(12)
        self.line = SectionLine([(one.key, one.title) for one in self.sections])
        self.area = QScrollArea()
        self._lay_out()
        self.form.changed.connect(self._changed)
        self.line.chosen.connect(self._go)
        self.area.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())

    def values(self) -> dict[str, Any]:
        """What the form holds, texts as typed or values, with what has no field of its own."""
        return {**self._hidden, **self.form.values()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values; the form scrolls to its top and shows no errors."""
        self._hidden = {name: values[name] for name in _HIDDEN if values.get(name)}
        self.form.fill({"payer": "self", **values})
        self.errors.clear()
        self.area.verticalScrollBar().setValue(0)
        self.mark()

    def show_problems(self, problems: Sequence[Problem], ticks: Sequence[Said] = ()) -> None:
        """Say what stops saving: on top with links, and with the same words at each field; ``ticks`` only on top."""
        said = [*self.form.show_problems(problems), *ticks]
        self.mark()
        self.area.verticalScrollBar().setValue(0)
        sentence = tr("Belum bisa disimpan. {n} isian perlu dilihat:").format(n=len(said))
        self.errors.show_errors(sentence, said)

    def clear_problems(self) -> None:
        """Nothing stops saving any more."""
        self.form.clear_problems()
        self.errors.clear()
        self.mark()

    def mark(self) -> None:
        """Tick what is complete and mark what is refused in the line of sections."""
        held, wrong = self.values(), self.form.wrong()
        for one in self.sections:
            complete = all(findings.complete(held, name) for name in one.required)
            self.line.mark(one.key, "salah" if wrong.intersection(one.names) else "ok" if complete else "")

    def begin(self) -> None:
        """Put the cursor into the first box."""
        self.form.focus("nik")
        self.area.verticalScrollBar().setValue(0)

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self._box.setContentsMargins(padding, 14, padding - 12, 24)
        if (row := self.line.layout()) is not None:
            row.setContentsMargins(padding - 8, 0, 4, 0)

    def _changed(self, name: str) -> None:
        if name == "consent_how":
            self._hidden |= {"consent_version": consent.CURRENT, "consent_at": datetime.now(UTC).isoformat()}
        self.mark()
        self.changed.emit(name)

    def _go(self, key: str) -> None:
        one = next(section for section in self.sections if section.key == key)
        self.area.verticalScrollBar().setValue(one.mapTo(self._body, QPoint(0, 0)).y() - 12)
        self.form.fields[one.names[0]].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.set_current(key)

    def _follow(self) -> None:
        bar = self.area.verticalScrollBar()
        if bar.value() == bar.maximum() and bar.maximum():
            self.line.set_current(self.sections[-1].key)
            return
        seen = [s for s in self.sections if s.mapTo(self._body, QPoint(0, 0)).y() <= bar.value() + 80]
        self.line.set_current((seen or self.sections)[-1 if seen else 0].key)

    def _lay_out(self) -> None:
        self._body = QWidget()
        self._body.setObjectName("formbody")
        self._box = QVBoxLayout(self._body)
        self._box.setSpacing(16)
        self._box.addLayout(self.notes)
        self._box.addWidget(self.errors)
        for one in self.sections:
            self._box.addWidget(one)
        self._box.addStretch(1)
        self.area.setWidget(self._body)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.area, 1)
        self.squeeze(28)
