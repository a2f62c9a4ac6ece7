"""The first step: a place to drop the file on, and a button that opens the file dialog."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.language import N_, tr
from fieldapp.ui import theme
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.text import label

_STEPS = (
    ("laporan", N_("Pilih berkas"), N_("Lembar kerja dari kantor desa, apa adanya.")),
    ("mata", N_("Lihat hasilnya"), N_("Setiap baris diberi kabar dan alasan. Belum ada yang disimpan.")),
    ("laptop", N_("Ambil sekali jadi"), N_("Semua yang siap tersimpan bersama, atau tidak sama sekali.")),
)


class DropBox(QWidget):
    """The dashed box; ``hover(True)`` while a file hangs over the page."""

    def __init__(self) -> None:
        super().__init__()
        self._hovered = False

    def hover(self, hovered: bool) -> None:
        """Show that letting go here will do."""
        self._hovered = hovered
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("nila" if self._hovered else "line2"), 2 if self._hovered else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("nilaSoft" if self._hovered else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


class Choose(QWidget):
    """``wanted`` when the person asks for the file dialog, ``stopped`` when he no longer wants the file."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = DropBox()
        self.failure = Banner("error", "salah", "")
        self.sentence = label("", "section")
        self.hint = label("", role="second", wrap=True)
        self.pick = Button(tr("Pilih berkas"), "primary", icon="tambah", key="Ctrl+O")
        self.stop = Button(tr("Batal"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(280)
        self.bar.setAccessibleName(tr("Membaca berkas"))
        self.pick.clicked.connect(self.wanted)
        self.stop.clicked.connect(self.stopped)
        self._lay_out()
        self.say_reading("")
        self.say_failure("")

    def say_reading(self, name: str) -> None:
        """Say that this file is being read; ``""`` asks for one."""
        self.sentence.setText(tr("Membaca {name}…").format(name=name) if name else tr("Letakkan berkas di sini"))
        self.hint.setText(tr("XLSX atau CSV, sampai 20 MB dan 20.000 baris."))
        self.hint.setVisible(not name)
        self.pick.setVisible(not name)
        self.bar.setVisible(bool(name))
        self.stop.setVisible(bool(name))

    def say_failure(self, sentence: str) -> None:
        """Say why the last file is of no use; ``""`` takes that away."""
        self.failure.say("error", "salah", sentence)
        self.failure.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(24, 34, 24, 34)
        inside.setSpacing(10)
        inside.addStretch(1)
        inside.addWidget(Glyph("unduh", "ink3", 36), 0, middle)
        inside.addWidget(self.sentence, 0, middle)
        self.hint.setAlignment(middle)
        inside.addWidget(self.hint)
        inside.addSpacing(6)
        for widget in (self.pick, self.bar, self.stop):
            inside.addWidget(widget, 0, middle)
        inside.addStretch(1)
        steps = QHBoxLayout()
        steps.setSpacing(24)
        for icon, title, sentence in _STEPS:
            steps.addLayout(_step(icon, tr(title), tr(sentence)), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.failure)
        column.addWidget(self.box, 1)
        column.addSpacing(4)
        column.addLayout(steps)
        column.addSpacing(8)


def _step(icon: str, title: str, sentence: str) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(label(title, weight=600))
    said = label(sentence, "small", "second", wrap=True)
    said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    words.addWidget(said)
    words.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Glyph(icon, "nilaText", 22), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
