"""A form: fields by name, filled and read as one mapping, with what is wrong said at each field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from fieldapp.domain.problem import Problem
from fieldapp.messages import sentence
from fieldapp.ui.parts.errors import go_to
from fieldapp.ui.parts.field import Field

Said = tuple[str, QWidget]
"""A sentence and the editor that it is about."""
_NAMELESS = frozenset({"choice.unknown", "number.too_high", "number.unreadable", "time.unreadable"})
"""What is said without naming the field: clear below it, not in a list."""


class Form(QObject):
    """Fields by the names of a record: ``form.add("nik", Field("NIK", NikEdit()))``.

    An editor has a ``value`` (or a text) and says ``edited``, ``chosen``, ``toggled`` or ``textChanged``.
    ``changed(name)`` comes when the person changes a field, never from ``fill``.
    """

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._stands_for: dict[str, str] = {}
        self._quiet = False

    def add(self, name: str, field: Field, also: Sequence[str] = ()) -> Field:
        """Take a field in; problems of the fields ``also`` are told here too."""
        self.fields[name] = field
        self._stands_for.update({name: name, **dict.fromkeys(also, name)})
        editor: Any = field.editor
        signal = next(s for s in ("edited", "chosen", "toggled", "textChanged") if hasattr(editor, s))
        getattr(editor, signal).connect(lambda *_: self._edited(name))
        return field

    def values(self) -> dict[str, Any]:
        """What the fields hold now; empty ones are left out."""
        found = {name: value_of(field.editor) for name, field in self.fields.items()}
        return {name: value for name, value in found.items() if value not in (None, "", ())}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put these values in; fields that are not named become empty. Nothing is said to have changed."""
        self._quiet = True
        for name, field in self.fields.items():
            put(field.editor, values.get(name))
        self._quiet = False
        self.clear_problems()

    def put(self, name: str, value: object) -> None:
        """Put one value in, as if the person had."""
        put(self.fields[name].editor, value)

    def show_problems(self, problems: Sequence[Problem]) -> list[Said]:
        """Say at each field what is wrong; returns the same sentences for the summary, in the form's order."""
        self.clear_problems()
        first: dict[str, Problem] = {}
        for problem in problems:
            first.setdefault(self.home(problem.field), problem)
        return [self._show(field, first[name]) for name, field in self.fields.items() if name in first]

    def clear_problems(self) -> None:
        """Show the hints again."""
        for field in self.fields.values():
            if field.error():
                field.clear_error()

    def wrong(self) -> frozenset[str]:
        """The fields that show an error now."""
        return frozenset(name for name, field in self.fields.items() if field.error())

    def focus(self, name: str) -> None:
        """Bring the field into sight and put the cursor into it."""
        go_to(self.fields[self.home(name)].editor)

    def here(self) -> str:
        """The name of the field that has the keyboard, or ``""``."""
        now = QApplication.focusWidget()
        return next((n for n, f in self.fields.items() if now is not None and f.isAncestorOf(now)), "")

    def home(self, name: str) -> str:
        """The field where a problem of ``name`` (``heirs.0.name``) is told; the first one if it has no place."""
        top = name.split(".", maxsplit=1)[0]
        return self._stands_for.get(top, next(iter(self.fields)))

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or everything again."""
        for field in self.fields.values():
            field.setEnabled(not locked)

    def _show(self, field: Field, problem: Problem) -> Said:
        text = sentence(problem.code, **problem.detail)
        field.show_error(text)
        return (f"{field.label}: {text}" if problem.code in _NAMELESS else text, field.editor)

    def _edited(self, name: str) -> None:
        if not self._quiet:
            if self.fields[name].error():
                self.fields[name].clear_error()  # it spoke of what stood there before
            self.changed.emit(name)


def value_of(editor: Any) -> Any:
    """What an editor holds: its ``value``, its tick, or its text without blanks around it."""
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    return editor.value if hasattr(editor, "value") else editor.text().strip()


def put(editor: Any, value: Any) -> None:
    """Let an editor hold ``value``; None empties it."""
    if isinstance(editor, QCheckBox):
        editor.setChecked(bool(value))
    elif hasattr(editor, "value"):
        editor.value = value
    else:
        editor.setText("" if value is None else str(value))
        if hasattr(editor, "setCursorPosition"):
            editor.setCursorPosition(0)
