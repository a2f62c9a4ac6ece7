"""How many lines can be taken and what becomes of the rest: one sentence, one bar."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from fieldapp.language import tr
from fieldapp.register.values import Verdict
from fieldapp.ui.delivery.aside import Shares
from fieldapp.ui.importing.verdicts import Counts, counted
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.text import Elided, label

VERDICTS: tuple[Verdict, ...] = ("taken", "ready", "look", "repair")


class Tally(Card):
    """``38 siap diambil`` at the left, the rest in words at the right, both as a bar below."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = label("", "title")
        self.rest = Elided("", role="second")
        self.shares = Shares()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(tr("Menyimpan catatan"))
        self.busy.hide()
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.sentence)
        head.addWidget(self.rest, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.shares)
        self.body.addWidget(self.busy)

    def show_counts(self, found: Counts) -> None:
        """Say other figures."""
        taken, ready, looks, repair = (found[verdict] for verdict in VERDICTS)
        known, others = counted(found, "known"), found["no_person"]
        if taken:
            self.sentence.setText(tr("{n} catatan diambil").format(n=taken))
        elif known and not ready:
            self.sentence.setText(tr("Tidak ada yang baru"))
        else:
            self.sentence.setText(tr("{n} siap diambil").format(n=ready))
        parts = [
            tr("{n} perlu dilihat").format(n=looks) if looks else "",
            tr("{n} perlu diperbaiki").format(n=repair) if repair else "",
            tr("{n} sudah ada").format(n=known) if known else "",
            tr("{n} bukan orang").format(n=others) if others else "",
        ]
        self.rest.setText(" · ".join(filter(None, parts)))
        said = f"{self.sentence.text()}. {self.rest.whole()}"
        shares = [(taken + ready, "bar"), (looks + repair, "sogaMark"), (known, "grey"), (others, "bar2")]
        self.shares.show_shares(shares, said)

    def work(self, busy: bool) -> None:
        """Show that something is going on."""
        self.busy.setVisible(busy)
        self.shares.setVisible(not busy)
