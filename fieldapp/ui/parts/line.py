"""Boxes to type into: one line with a counter, search with its key, a passphrase that can be shown, more lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from fieldapp.language import tr
from fieldapp.ui import icons, theme
from fieldapp.ui.parts.button import IconButton, cap_size, cap_words, paint_cap
from fieldapp.ui.theme import FontName


class LineEdit(QLineEdit):
    """A box of one line, 36 high: ``LineEdit(counter=16)`` shows 12/16 inside at the right while digits are typed.

    ``tail`` (``set_tail("Pamijahan, Kab. Bogor")``) is a grey remark after the text.
    """

    def __init__(
        self, text: str = "", placeholder: str = "", counter: int = 0, font: FontName = "base", tabular: bool = False
    ) -> None:
        super().__init__(text)
        self.counter = counter
        self.tail = ""
        self.setPlaceholderText(placeholder)
        theme.wear(self, font, tabular=tabular)
        self.setMinimumHeight(36)
        self.setCursorPosition(0)
        if counter:
            self.setTextMargins(0, 0, theme.scaled(50), 0)

    def set_tail(self, text: str) -> None:
        """Show a grey remark after what was typed."""
        self.tail = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.counter or self.tail):
            return
        painter = QPainter(self)
        room = self.rect().adjusted(12, 0, -12, 0)
        if self.counter and self.text():
            wrong = self.property("state") == "error"
            painter.setFont(theme.font("small", 600 if wrong else 400, tabular=True))
            painter.setPen(theme.colour("red" if wrong else "ink3"))
            count = f"{sum(letter.isalnum() for letter in self.text())}/{self.counter}"
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        if self.tail:
            room.setLeft(room.left() + QFontMetrics(self.font()).horizontalAdvance(self.text()) + 6)
            painter.setFont(self.font())
            painter.setPen(theme.colour("ink3"))
            text = QFontMetrics(self.font()).elidedText(self.tail, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class SearchBox(LineEdit):
    """A box to find things: ``SearchBox("Cari nama, NIK, HP, desa")``; its key (Ctrl+F) puts the cursor into it.

    ``searched(text)`` comes 150 ms after the last letter; Esc empties it; ``show_cap(False)`` where room is short.
    """

    searched = Signal(str)

    def __init__(self, placeholder: str, key: str = "Ctrl+F") -> None:
        super().__init__(placeholder=placeholder)
        self._cap = cap_words(key)
        self._clear = IconButton("silang", tr("Kosongkan pencarian"), "ink3", 16, self)
        self._clear.clicked.connect(self.clear)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self.setAccessibleName(placeholder)
        self._margins()
        QShortcut(QKeySequence(key), self).activated.connect(self._come)
        QShortcut(QKeySequence("Escape"), self, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(self.clear)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._typed)

    def show_cap(self, shown: bool) -> None:
        """Show the key cap or leave it out; the key works all the same."""
        self._cap = "Ctrl F" if shown else ""
        self._margins()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.paint(painter, 12, (self.height() - 18) / 2, "cari", "ink", 18)
        if self._cap and not self.text():
            size = cap_size(self._cap)
            corner = QPoint(self.width() - size.width() - 8, (self.height() - size.height()) // 2)
            paint_cap(painter, QRect(corner, size), self._cap, theme.colour("ink"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clear.move(self.width() - self._clear.width() - 4, (self.height() - self._clear.height()) // 2)

    def _margins(self) -> None:
        self.setTextMargins(26, 0, cap_size(self._cap).width() if self._cap else 24, 0)

    def _come(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start(150)


class PassphraseEdit(LineEdit):
    """A box for a passphrase with an eye to show it; ``editor.text()`` as usual."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setTextMargins(0, 0, 30, 0)
        self.eye = IconButton("mata", tr("Tampilkan kata sandi"), "ink2", 18, self)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.eye.move(self.width() - self.eye.width() - 6, (self.height() - self.eye.height()) // 2)

    def _show(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        name = tr("Sembunyikan kata sandi") if shown else tr("Tampilkan kata sandi")
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(name)


class TextBox(QPlainTextEdit):
    """A box of several lines: ``TextBox(lines=3)``; Tab goes on to the next field."""

    def __init__(self, text: str = "", lines: int = 3, placeholder: str = "") -> None:
        super().__init__(text)
        theme.wear(self, "base")
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self._lines = lines
        self.setMinimumHeight(QFontMetrics(self.font()).lineSpacing() * lines + 22)

    def text(self) -> str:
        """What was typed, like a line edit's."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Replace what was typed, like a line edit's."""
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(240, QFontMetrics(self.font()).lineSpacing() * self._lines + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())
