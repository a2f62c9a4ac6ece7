"""What to do next: a list of rows, each with one verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui.home.latest import Latest, Recent
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.text import Elided, label, rule


@dataclass(frozen=True)
class Task:
    """One thing to do: ``kind`` and ``id`` name the record it is about."""

    kind: str
    id: str
    icon: str
    token: str
    title: str
    why: str
    due: str
    verb: str


class Todo(Card):
    """Perlu Anda kerjakan; ``chosen(kind, id)`` when a verb is pressed."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(tr("Perlu Anda kerjakan"), padding=20, spacing=0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addSpacing(8)
        self.body.addLayout(self._rows)
        self.latest = Latest()
        self.latest.chosen.connect(self.chosen)
        self.body.addWidget(self.latest)
        self.body.addStretch(1)
        self.titles: list[str] = []

    def show_tasks(self, tasks: Sequence[Task], more: int = 0, recent: Sequence[Recent] = ()) -> None:
        """Show these tasks, the most urgent first; ``more`` are left out. Below them the newest records."""
        self.latest.show_records(recent)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.titles = [task.title for task in tasks]
        self.aside.setText(tr("dan {n} lagi").format(n=more) if more else "")
        for task in tasks:
            self._rows.addWidget(rule())
            self._rows.addWidget(self._row(task))
        if not tasks:
            self._rows.addWidget(label(tr("Tidak ada yang tertunda. Semua catatan sudah beres."), role="second"))

    def _row(self, task: Task) -> QWidget:
        made = QWidget()
        made.setMinimumHeight(56)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(task.title, weight=500))
        words.addWidget(Elided(task.why, "small", "second"))
        row.addWidget(Glyph(task.icon, task.token, 20))
        row.addLayout(words, 1)
        row.addWidget(label(task.due, "small", "second"))
        verb = Button(task.verb, "quiet")
        verb.after = "kanan"
        verb.setAccessibleName(f"{task.verb}: {task.title}")
        verb.clicked.connect(lambda: self.chosen.emit(task.kind, task.id))
        row.addWidget(verb)
        return made
