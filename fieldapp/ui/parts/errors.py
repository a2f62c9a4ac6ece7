"""The summary of errors on top of a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fieldapp.ui import theme
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.press import EnterPresses
from fieldapp.ui.parts.text import label


class ErrorLink(EnterPresses, QAbstractButton):
    """A sentence that leads to its field; it takes as many lines as it needs, for the form must not grow wider."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = theme.font("base", 500)
        font.setUnderline(True)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width, 10_000)
        return QFontMetrics(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height() + 2

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, QFontMetrics(self.font()).height() + 2)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colour("nilaText"))
        painter.drawText(self.rect(), Qt.TextFlag.TextWordWrap, self.text())


class ErrorSummary(QFrame):
    """What stops saving, with links to the fields. It takes the focus; Tab leads on to the links, Enter to a field.

    ``summary.show_errors("Belum bisa disimpan. 2 isian perlu dilihat:", [("NIK baru 15 angka", nik_editor), …])``;
    ``summary.clear()`` hides it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("state", "error")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._first: QWidget | None = None
        self._head = label("", weight=600, wrap=True)
        self._links = QVBoxLayout()
        self._links.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._head)
        words.addLayout(self._links)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 14)
        row.setSpacing(10)
        row.addWidget(Glyph("salah", "red", 18), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def show_errors(self, sentence: str, errors: Sequence[tuple[str, QWidget]]) -> None:
        """Say what stops saving; each line leads to its field."""
        self._empty()
        self._head.setText(sentence)
        self.setAccessibleName(" ".join([sentence, *(text for text, _ in errors)]))
        self._first = errors[0][1] if errors else None
        before: QWidget = self
        for text, editor in errors:
            link = ErrorLink(text)
            link.clicked.connect(lambda _=False, e=editor: go_to(e))
            self._links.addWidget(link)
            QWidget.setTabOrder(before, link)
            before = link
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Hide; nothing stops saving."""
        self._empty()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._first:
            go_to(self._first)
        else:
            super().keyPressEvent(event)

    def _empty(self) -> None:
        self._first = None
        while item := self._links.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def go_to(editor: QWidget) -> None:
    """Bring a field into sight and put the cursor into it."""
    step = editor.parentWidget()
    while step is not None and not isinstance(step, QAbstractScrollArea):
        step = step.parentWidget()
    if isinstance(step, QScrollArea):
        step.ensureWidgetVisible(editor, 20, 60)
    editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
