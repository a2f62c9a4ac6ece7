"""What happened to a record: who, when, what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.domain.change import Delta
from fieldapp.domain.region import Regions
from fieldapp.language import tr
from fieldapp.store.history import Event
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.text import label, rich, rule
from fieldapp.ui.record.desk import Surroundings
from fieldapp.ui.record.wording import Wording
from fieldapp.ui.when import moment

_SILENT = ("recorded_at", "recorded_by", "consent_at", "consent_version", "confirmed", "visit")


class History(Card):
    """The history of one record, opened in place above the form: ``history.show_events(events)``."""

    def __init__(self, around: Surroundings, names: Mapping[str, str], wording: Wording) -> None:
        super().__init__()
        self._around, self._names, self._wording = around, names, wording
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(tr("Riwayat"), "section"))
        head.addStretch(1)
        close = Button(tr("Tutup"), "quiet", size="small")
        close.clicked.connect(self.hide)
        head.addWidget(close)
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        self.setAccessibleName(tr("Riwayat"))
        self.hide()

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these, the newest first."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, event in enumerate(events):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(event))
        self.show()

    def _row(self, event: Event) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        who = escape(self._names.get(event.by, event.by))
        origin = tr("dari pusat") if event.origin == "centre" else tr("di laptop ini")
        box.addWidget(rich(f"<b>{who}</b> · {escape(moment(event.at, self._around.now()))} · {origin}", "label"))
        for sentence in sentences(event.changes, self._wording, self._around.regions):
            box.addWidget(label(sentence, "label", "second", weight=400, wrap=True))
        return made


def sentences(changes: Delta, wording: Wording, regions: Regions) -> list[str]:
    """What changed, a line for each field; a new record is one line."""
    labels = wording.labels()
    told = {
        name: pair for name, pair in changes.items() if name in labels and name not in _SILENT and pair[0] != pair[1]
    }
    if not told:
        return [tr("Dicatat pertama kali") if not changes else tr("Rincian lain diperbarui")]
    return [
        tr("{field}: {old} → {new}").format(
            field=labels[name], old=wording.said(name, old, regions), new=wording.said(name, new, regions)
        )
        for name, (old, new) in told.items()
    ]
