"""Beside the delivery: the proof that all has arrived, and the deliveries so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.store.exchange import Delivery, Proof
from fieldapp.ui import phrases, theme
from fieldapp.ui.parts.card import Block
from fieldapp.ui.parts.text import Elided, label, rule
from fieldapp.ui.when import moment


class Shares(QWidget):
    """One bar in parts: ``show_shares([(305, "green"), (3, "bar"), (3, "sogaMark")])``."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: Sequence[tuple[int, str]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[tuple[int, str]], said: str) -> None:
        """Show the parts; ``said`` is what they are in words."""
        self._shares = [share for share in shares if share[0]]
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 10)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("ground"))
        total = sum(count for count, _ in self._shares)
        room = self.width() - 6 * len(self._shares)
        left = 0
        for count, token in self._shares or [(1, "bar2")]:
            wide = 6 + (room * count // total if total else room)
            painter.setBrush(theme.colour(token))
            painter.drawRoundedRect(QRect(left, 0, min(wide, self.width() - left), 9), 4, 4)
            left += wide


class Aside(QWidget):
    """The right column of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._proof = Block("bukti", tr("Bukti lengkap"))
        self.figure = label("", "number")
        self.words = label("", wrap=True)
        self.shares = Shares()
        self.rest = label("", "small", "second", wrap=True)
        self.equal = label("", "small", "second", wrap=True)
        for widget in (self.figure, self.words, self.shares, self.rest, self.equal):
            self._proof.body.addWidget(widget)
        self.past = Block("riwayat", tr("Riwayat kiriman"))
        self._past = QVBoxLayout()
        self._past.setSpacing(6)
        self.past.body.addLayout(self._past)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(self._proof)
        column.addWidget(rule())
        column.addWidget(self.past)
        column.addStretch(1)

    def show_proof(self, proof: Proof) -> None:
        """How many of this laptop's records the centre has signed for, and whether both sides hold the same."""
        self.figure.setText(tr("{done} dari {all}").format(done=proof.delivered, all=proof.recorded))
        self.words.setText(tr("catatan laptop ini sudah di pusat"))
        parts = []
        if proof.waiting:
            parts.append(tr("{n} menunggu").format(n=proof.waiting))
        if proof.refused:
            parts.append(tr("{n} perlu diperbaiki").format(n=proof.refused))
        if proof.drafts:
            parts.append(tr("{n} draf").format(n=proof.drafts))
        self.rest.setText(tr("Belum: {parts}").format(parts=", ".join(parts)) if parts else "")
        self.rest.setVisible(bool(parts))
        self.shares.show_shares(
            [(proof.delivered, "green"), (proof.waiting, "bar"), (proof.refused, "sogaMark"), (proof.drafts, "grey")],
            f"{self.figure.text()} {self.words.text()}. {self.rest.text()}",
        )
        self.equal.setText(_equal(proof))

    def show_deliveries(self, deliveries: Sequence[Delivery], now: datetime) -> None:
        """The newest deliveries, each with its end."""
        while (item := self._past.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        told = [one for one in deliveries if one.outcome != "done" or one.accepted + one.refused + one.rows]
        for delivery in told[:8]:
            self._past.addWidget(_delivery(delivery, now))
        if not told:
            self._past.addWidget(label(tr("Belum ada kiriman dari laptop ini."), "small", "second", wrap=True))


def _equal(proof: Proof) -> str:
    if not proof.villages:
        return tr("Isi laptop dan pusat dibandingkan setelah kiriman pertama.")
    if proof.unequal:
        return tr("{n} desa sedang dicocokkan ulang dengan pusat.").format(n=proof.unequal)
    return tr("Isi laptop dan pusat sama di {n} desa.").format(n=proof.villages)


def _delivery(delivery: Delivery, now: datetime) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 2, 0, 6)
    column.setSpacing(0)
    first = QHBoxLayout()
    first.addWidget(label(moment(delivery.started, now)))
    first.addStretch(1)
    if count := delivery.accepted + delivery.refused or delivery.rows:
        first.addWidget(label(tr("{n} catatan").format(n=count)))
    column.addLayout(first)
    column.addWidget(Elided(_ending(delivery), "small", "second"))
    return made


def _ending(delivery: Delivery) -> str:
    used = phrases.size(delivery.bytes_up + delivery.bytes_down)
    if delivery.outcome not in ("done", "stopped"):
        return sentence(delivery.outcome)
    if delivery.refused:
        said = tr("{a} diterima pusat, {b} perlu diperbaiki").format(a=delivery.accepted, b=delivery.refused)
    elif delivery.accepted:
        said = tr("semua diterima pusat")
    else:
        said = tr("{n} catatan baru dari pusat").format(n=delivery.rows)
    return f"{said}, {used}" if delivery.outcome == "done" else tr("dihentikan, {said}").format(said=said)
