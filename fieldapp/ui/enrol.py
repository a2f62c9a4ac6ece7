"""First run, or one more account: invitation, check, passphrase, done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.contract.invitation import Invitation
from fieldapp.errors import FieldappError, InvitationError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.ui.background import Background
from fieldapp.ui.door import Door
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Block, Card
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.line import PassphraseEdit, TextBox
from fieldapp.ui.parts.text import label

SHORTEST = 8


class Enrol(Door):
    """``Enrol(decode, finish, places=lambda areas: "Desa Gunung Menyan")``.

    ``decode(text)`` makes an invitation or raises InvitationError; ``finish(invitation, passphrase)`` runs beside the
    window and its result comes out of ``done(result)``. ``back`` is asked for when ``cancel`` is True.
    """

    done = Signal(object)
    back = Signal()

    def __init__(
        self,
        decode: Callable[[str], Invitation],
        finish: Callable[[Invitation, str], object],
        places: Callable[[tuple[str, ...]], str] = ", ".join,
        cancel: bool = False,
    ) -> None:
        super().__init__()
        self._decode, self._finish, self._places = decode, finish, places
        self._beside = Background(self)
        self._invitation: Invitation | None = None
        self._result: object = None
        self.steps = QStackedWidget()
        self.count = label("", "small", "second")
        self.text, self.first, self.second = TextBox(lines=4), PassphraseEdit(), PassphraseEdit()
        self.invitation = Field(tr("Undangan"), self.text, tr("Satu baris yang diawali fieldapp1:"))
        self.choose = Field(tr("Kata sandi baru"), self.first, tr("Paling sedikit 8 huruf atau angka."))
        self.repeat = Field(tr("Sekali lagi"), self.second)
        self.who = Block("orang", "")
        self.go = [Button(text, "primary") for text in (tr("Lanjut"), tr("Ini saya"), tr("Pasang"), tr("Mulai"))]
        self._lay_out(cancel)
        self._show(0)

    def step(self) -> int:
        """The step that is shown, from 0 to 3."""
        return self.steps.currentIndex()

    def _show(self, number: int) -> None:
        self.steps.setCurrentIndex(number)
        self.count.setText(tr("Langkah {n} dari 4").format(n=number + 1))
        target = {0: self.text, 2: self.first}.get(number, self.go[number])
        QTimer.singleShot(0, target, target.setFocus)

    def _read(self) -> None:
        try:
            self._invitation = self._decode(self.text.text())
        except InvitationError as unusable:
            self.invitation.show_error(sentence(unusable.code))
            return
        self.invitation.clear_error()
        self.who.title.setText(self._invitation.name)
        role = tr("Penyelia") if self._invitation.role == "supervisor" else tr("Petugas")
        self._place.setText(f"{role}, {self._places(self._invitation.areas)}")
        self._show(1)

    def _chosen(self) -> None:
        short, unlike = len(self.first.text()) < SHORTEST, self.first.text() != self.second.text()
        self.choose.clear_error()
        self.repeat.clear_error()
        if short:
            self.choose.show_error(tr("Kata sandi paling sedikit 8 huruf atau angka"))
            self.first.setFocus()
        elif unlike:
            self.repeat.show_error(tr("Kedua kata sandi belum sama"))
            self.second.setFocus()
        elif self._invitation and not self._beside.busy:
            invitation, passphrase = self._invitation, self.first.text()
            self.go[2].setEnabled(False)
            self._beside.run(lambda: self._finish(invitation, passphrase), self._finished, self._failed)

    def _finished(self, result: object) -> None:
        self._result = result
        self.go[2].setEnabled(True)
        self.first.clear()
        self.second.clear()
        self._show(3)

    def _failed(self, error: FieldappError) -> None:
        self.go[2].setEnabled(True)
        self.choose.show_error(sentence(error.code))

    def _lay_out(self, cancel: bool) -> None:
        self._place = label("", role="second", wrap=True)
        self.who.body.addWidget(self._place)
        self._add(
            tr("Pasang akun di laptop ini"),
            tr("Tempel undangan dari kecamatan. Undangan bisa datang lewat WhatsApp atau USB."),
            [self.invitation],
        )
        card = Card(padding=18)
        card.body.addWidget(self.who)
        self._add(tr("Apakah ini Anda?"), tr("Undangan ini dibuat untuk:"), [card])
        self._add(
            tr("Pilih kata sandi"),
            tr("Kata sandi mengunci semua catatan di laptop ini. Tidak ada orang lain yang bisa membukanya."),
            [self.choose, self.repeat],
        )
        self._add(
            tr("Siap dipakai"),
            tr("Anda bisa langsung mencatat, juga tanpa internet. Catatan berangkat begitu tersambung."),
            [_tick()],
        )
        self.column.addWidget(self.count)
        self.column.addWidget(self.steps, 1)
        for button, verb in zip(self.go, (self._read, lambda: self._show(2), self._chosen, self._end), strict=True):
            button.clicked.connect(verb)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self.go[2].click)
        if cancel:
            leave = Button(tr("Kembali ke daftar akun"), "quiet", icon="kiri")
            leave.clicked.connect(self.back)
            self.column.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)

    def _end(self) -> None:
        self.done.emit(self._result)

    def _add(self, title: str, words: str, widgets: list[QWidget]) -> None:
        number = self.steps.count()
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(14)
        box.addWidget(label(title, "figure", wrap=True))
        box.addWidget(label(words, role="second", wrap=True))
        for widget in widgets:
            box.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(10)
        if number in (1, 2):
            before = Button(tr("Kembali"), "quiet")
            before.clicked.connect(lambda: self._show(number - 1))
            row.addWidget(before)
        row.addStretch(1)
        row.addWidget(self.go[number])
        box.addLayout(row)
        box.addStretch(1)
        self.steps.addWidget(page)


def _tick() -> Glyph:
    return Glyph("ok", "nila", 48)
