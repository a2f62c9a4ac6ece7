"""The form in large letters over the page, to be read back to the person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.domain import consent
from fieldapp.domain.region import Regions
from fieldapp.language import chosen, tr
from fieldapp.ui.fields.village_edit import where
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.text import label
from fieldapp.ui.signup import words

_SILENT = ("note",)


class ReadBack(QFrame):
    """Lies over its parent until Esc: ``readback.open(values, "Iuran Rp11.400 per bulan")``."""

    def __init__(self, page: QWidget, regions: Regions) -> None:
        super().__init__(page)
        self._page, self._regions = page, regions
        self._back: QWidget | None = None
        self.setObjectName("surface")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Baca ulang"))
        self.close_button = Button(tr("Kembali ke isian"), "secondary", "kiri")
        self.close_button.clicked.connect(self.leave)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = tr("Bacakan, lalu tanyakan: sudah benar?")
        self._head = label(self._title, "title")
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(36, 20, 36, 0)
        box.setSpacing(14)
        box.addLayout(head)
        box.addWidget(self._area, 1)
        page.installEventFilter(self)
        self.hide()

    def open(self, values: Mapping[str, Any], quote: str) -> None:
        """Show what the form holds now."""
        body = QWidget()
        body.setObjectName("surface")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 24)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for number, (name, text) in enumerate([*self._lines(values), (tr("Iuran"), quote)]):
            grid.addWidget(label(name, "base", "second"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(text, "title", weight=500, wrap=True), number, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self._present(self._title, body)

    def open_consent(self) -> None:
        """Show the whole text that the person agrees to."""
        body = QWidget()
        body.setObjectName("surface")
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 24, 24)
        box.addWidget(label(consent.text(consent.CURRENT, chosen()), "section", weight=400, wrap=True))
        box.addStretch(1)
        self._present(tr("Bacakan sebelum mencatat"), body)

    def leave(self) -> None:
        """Go back to the form, to the same box."""
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _present(self, title: str, body: QWidget) -> None:
        self._head.setText(title)
        self._area.setWidget(body)
        self._back = self.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        self.setGeometry(self._page.rect())

    def _lines(self, values: Mapping[str, Any]) -> list[tuple[str, str]]:
        lines = []
        for name, text in words.labels().items():
            if name in _SILENT or not values.get(name):
                continue
            spoken = words.said(name, values[name], self._regions)
            region = self._regions.get(str(values[name])) if name == "village" else None
            lines.append((text, f"{spoken}, {where(region)}" if region else spoken))
        return lines
