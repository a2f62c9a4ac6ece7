"""Where the data lies, backups, and going back to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.errors import FieldappError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.ui.background import Background
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.text import Elided, label, rule
from fieldapp.ui.when import ago, moment

SHOWN = 5


@dataclass(frozen=True)
class Copy:
    """A backup that can be gone back to; ``size`` in bytes."""

    path: Path
    at: datetime
    size: int


@dataclass(frozen=True)
class Safe:
    """Where the data lies and what can be done for it; ``restore`` is told the copy that the person chose twice.

    ``second`` is the folder that gets a copy of every backup, ``choose`` sets it (None: no second place).
    """

    place: Path
    second: Callable[[], Path | None]
    choose: Callable[[Path | None], object]
    backup: Callable[[], object]
    copies: Callable[[], Sequence[Copy]]
    restore: Callable[[Copy], object]


class SafetyCard(Card):
    """The data's place, the last backups, one button to make another."""

    def __init__(self, safe: Safe) -> None:
        super().__init__(tr("Data dan cadangan"), spacing=10)
        self._safe = safe
        self._beside = Background(self)
        self._asking: Path | None = None
        self._goes: dict[Path | None, Button] = {}
        self.now = Button(tr("Cadangkan sekarang"), icon="cadangan", size="small")
        self.said = label("", "small", "second", wrap=True)
        self.second = Elided("", "small", "second")
        self.pick = Button(tr("Pilih folder"), "quiet", size="small")
        self.pick.clicked.connect(self._choose)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self._lay_out()
        self.now.clicked.connect(self._backup)

    def refresh(self) -> None:
        """Read the list of backups again."""
        second = self._safe.second()
        self.second.setText(str(second) if second else tr("Belum dipilih. Stik USB juga bisa."))
        self.pick.set_words(tr("Lepas") if second else tr("Pilih folder"))
        while item := self.rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._goes = {}
        copies = list(self._safe.copies())[:SHOWN]
        for copy in copies:
            self.rows.addWidget(rule())
            self.rows.addWidget(self._row(copy))
        if not copies:
            self.rows.addWidget(label(tr("Belum ada cadangan."), role="second"))
        for before, after in pairwise((self.now, *self._verbs())):
            QWidget.setTabOrder(before, after)

    def _verbs(self) -> list[Button]:
        rows = (item.widget() for number in range(self.rows.count()) if (item := self.rows.itemAt(number)))
        return [verb for row in rows if row for verb in row.findChildren(Button)]

    def _row(self, copy: Copy) -> QWidget:
        now = datetime.now(UTC)
        size = tr("{n} MB").format(n=f"{copy.size / 1_000_000:.1f}".replace(".", ","))
        asking = copy.path == self._asking
        when = moment(copy.at, now)
        words = tr("Kembali ke isi {moment}?").format(moment=when) if asking else when
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 4)
        line.addWidget(Elided(words, weight=600 if asking else 400), 1)
        if asking:
            cancel = Button(tr("Batal"), "quiet", size="small")
            cancel.clicked.connect(partial(self._ask, None))
            line.addWidget(cancel)
            go = Button(tr("Ya, kembali"), "withdraw", size="small")
            go.clicked.connect(partial(self._restore, copy))
        else:
            line.addWidget(label(f"{size} · {ago(copy.at, now)}", "small", "second", tabular=True))
            go = Button(tr("Kembalikan"), "quiet", size="small")
            go.setAccessibleName(tr("Kembalikan {moment}").format(moment=when))
            go.clicked.connect(partial(self._ask, copy.path))
        line.addWidget(go)
        self._goes[copy.path] = go
        return row

    def _ask(self, path: Path | None, _checked: bool = False) -> None:
        asked, self._asking = path or self._asking, path
        self.refresh()
        if asked in self._goes:
            self._goes[asked].setFocus()

    def _restore(self, copy: Copy, _checked: bool = False) -> None:
        try:
            self._safe.restore(copy)
        except FieldappError as error:
            self._failed(error)

    def _backup(self) -> None:
        if not self._beside.busy:
            self.said.setText(tr("Sedang mencadangkan…"))
            self._beside.run(self._safe.backup, self._done, self._failed)

    def _done(self, _result: object) -> None:
        self.said.setText(tr("Cadangan selesai."))
        self.refresh()

    def _failed(self, error: FieldappError) -> None:
        self.said.setText(sentence(error.code))

    def _choose(self) -> None:
        if self._safe.second() is not None:
            self._safe.choose(None)
        elif folder := QFileDialog.getExistingDirectory(self, tr("Tempat salinan kedua")):
            self._safe.choose(Path(folder))
        self.refresh()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._safe.place)))

    def _lay_out(self) -> None:
        folder = Button(tr("Buka folder"), "quiet", size="small")
        folder.clicked.connect(self._open)
        place = QHBoxLayout()
        place.addWidget(Elided(str(self._safe.place), "small", "second"), 1)
        place.addWidget(folder)
        making = QHBoxLayout()
        making.setSpacing(12)
        making.addWidget(self.now)
        making.addWidget(self.said, 1)
        self.body.addWidget(label(tr("Tempat data di laptop ini"), "label"))
        self.body.addLayout(place)
        copies = QHBoxLayout()
        copies.addWidget(self.second, 1)
        copies.addWidget(self.pick)
        self.body.addWidget(label(tr("Tempat salinan kedua"), "label"))
        self.body.addLayout(copies)
        self.body.addLayout(making)
        self.body.addLayout(self.rows)
