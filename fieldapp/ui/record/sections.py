"""A form in sections on one scrolling page, and the line above that knows which is in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.domain.problem import Problem
from fieldapp.language import tr
from fieldapp.ui.form import Form, Said
from fieldapp.ui.parts.errors import ErrorSummary
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.sections import SectionLine
from fieldapp.ui.parts.text import label


class Section(QWidget):
    """A heading and rows of fields; ``names`` are its fields, ``required`` those that it is not complete without."""

    def __init__(self, key: str, title: str, labels: Mapping[str, str], required: Sequence[str] = ()) -> None:
        super().__init__()
        self.key, self.title, self.required = key, title, tuple(required)
        self.names: list[str] = []
        self._labels = labels
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addWidget(label(title, "section"))

    def add(self, what: QLayout | QWidget) -> None:
        """Put a row of fields below what is there."""
        if isinstance(what, QWidget):
            self._box.addWidget(what)
        else:
            self._box.addLayout(what)

    def field(self, form: Form, name: str, editor: QWidget, hint: str = "", optional: bool = False) -> Field:
        """Make a field of this section."""
        self.names.append(name)
        return form.add(name, Field(self._labels[name], editor, hint, optional))


class SectionedForm(QWidget):
    """The form: ``fill(values)``, ``values()``, ``show_problems(problems)``; ``changed(name)`` as the person types.

    ``notes`` is the place on top where banners stand. Values named in ``hidden`` have no field and are kept as filled;
    ``preset`` is what an empty form begins with.
    """

    changed = Signal(str)

    def __init__(
        self, form: Form, sections: Sequence[Section], hidden: Sequence[str], preset: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form, self.sections = form, tuple(sections)
        self.hidden: dict[str, Any] = {}
        self._hides, self._preset = tuple(hidden), dict(preset or {})
        self.errors = ErrorSummary()
        self.notes = QVBoxLayout()
        self.notes.setSpacing(12)
        self.line = SectionLine([(one.key, one.title) for one in self.sections])
        self.area = QScrollArea()
        self._lay_out()
        self.form.changed.connect(self.tell)
        self.line.chosen.connect(self._go)
        for number, one in enumerate(self.sections, 1):
            here = Qt.ShortcutContext.WidgetWithChildrenShortcut
            key = QShortcut(QKeySequence(f"Alt+{number}"), self, context=here)
            key.activated.connect(lambda k=one.key: self._go(k))
        self.area.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())

    def values(self) -> dict[str, Any]:
        """What the form holds, texts as typed or values, with what has no field of its own."""
        return {**self.hidden, **self.form.values()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values; the form scrolls to its top and shows no errors."""
        whole = {**self._preset, **values}
        self.hidden = {name: whole[name] for name in self._hides if whole.get(name)}
        self.form.fill(whole)
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

    def mark(self) -> None:
        """Tick what is complete and mark what is refused in the line of sections."""
        held, wrong = self.values(), self.form.wrong()
        for one in self.sections:
            complete = all(name in held for name in one.required or one.names[:1])
            self.line.mark(one.key, "salah" if wrong.intersection(one.names) else "ok" if complete else "")

    def begin(self) -> None:
        """Put the cursor into the first box."""
        self.form.focus(self.sections[0].names[0])
        self.area.verticalScrollBar().setValue(0)

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self._box.setContentsMargins(padding, 14, padding - 12, 24)
        if (row := self.line.layout()) is not None:
            row.setContentsMargins(padding - 8, 0, 4, 0)

    def tell(self, name: str) -> None:
        """The person changed this field."""
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
