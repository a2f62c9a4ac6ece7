"""A field: label, box, and below it a hint or, in its place, what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui import theme
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.text import label as words


class Field(QWidget):
    """A field: ``Field("Nomor HP", LineEdit(), hint="Sangat disarankan")``.

    ``optional`` writes *boleh kosong* beside the label. ``show_error(text)`` puts the sentence in the hint's place;
    what was typed stays. ``help`` is shown by F1 (the hint, unless set). Put fields side by side with ``row``.
    """

    def __init__(self, label: str, editor: QWidget, hint: str = "", optional: bool = False) -> None:
        super().__init__()
        self.editor, self.label, self.hint, self.help = editor, label, hint, hint
        self._head = words(label.replace("&", "&&"), "label")
        self._head.setBuddy(editor)
        self._below = words(hint, "small", "hint", wrap=True)
        self._mark = Glyph("salah", "red", 16)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self._lay_out(optional)
        self.clear_error()

    def error(self) -> str:
        """The sentence shown as wrong, or ``""``."""
        return self._below.text() if self._below.property("role") == "error" else ""

    def show_error(self, text: str) -> None:
        """Say what is wrong here."""
        self._say(text, "error")

    def clear_error(self) -> None:
        """Show the hint again."""
        self._say(self.hint, "hint")

    def set_hint(self, text: str) -> None:
        """Change the hint; an error in its place stays."""
        wrong = self.error()
        self.hint = self.help = text
        if not wrong:
            self.clear_error()

    def _say(self, text: str, role: str) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self._mark.setVisible(role == "error")
        theme.wear(self._below, "small", 500 if role == "error" else 400)
        if self._below.property("role") != role:
            theme.restyle(self._below, "role", role)
        if self.editor.property("state") != (role if role == "error" else ""):
            theme.restyle(self.editor, "state", role if role == "error" else "")
        self.editor.setAccessibleDescription(text)

    def _lay_out(self, optional: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._head)
        if optional:
            head.addWidget(words(tr("boleh kosong"), "small", "hint"))
        head.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(5)
        below.setContentsMargins(0, 1, 0, 0)
        below.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        box.addLayout(head)
        box.addWidget(self.editor)
        box.addLayout(below)


def row(*fields: QWidget | tuple[QWidget, int]) -> QHBoxLayout:
    """Fields side by side, tops level, 14 apart: ``row((place, 2), (date, 2), sex)``; a number is the stretch."""
    made = QHBoxLayout()
    made.setSpacing(14)
    for one in fields:
        widget, stretch = one if isinstance(one, tuple) else (one, 0)
        made.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
    return made
