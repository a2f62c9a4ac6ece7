"""Sign-in: who uses this laptop, and with which passphrase."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fieldapp import __version__
from fieldapp.errors import DamagedFileError, FieldappError, WrongPassphraseError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.ui.background import Background
from fieldapp.ui.door import Door
from fieldapp.ui.fold import fold_of
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.text import label, rule
from fieldapp.ui.people import Account, Open, Other
from fieldapp.ui.strip import Strip, StripState


class SignIn(Door):
    """``SignIn(accounts, unlock, notes={"a1": "1 draf · 7 belum terkirim"}, notice="Terkunci karena …")``.

    ``unlock(account_id, passphrase)`` runs beside the window; what it returns comes out of ``opened(account_id,
    result)``.
    """

    opened = Signal(str, object)

    def __init__(
        self,
        accounts: Sequence[Account],
        unlock: Callable[[str, str], object],
        notes: Mapping[str, str] | None = None,
        notice: str = "",
        first: str = "",
        mend: Callable[[str, str], object] | None = None,
    ) -> None:
        super().__init__()
        self._accounts, self._unlock, self._notes = tuple(accounts), unlock, notes or {}
        self._beside = Background(self)
        self._mend = mend
        self.mend = Button(tr("Pulihkan cadangan terakhir"), icon="cadangan")
        self.mend.clicked.connect(self._go_back)
        self.mend.hide()
        self._wait = 0
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)
        self.banner = Banner("info", "kunci", escape(notice))
        self.banner.setVisible(bool(notice))
        self.strip = Strip(tr("Versi {version} · Bantuan F1").format(version=__version__))
        self.strip.hide()
        self._people = QVBoxLayout()
        self._people.setSpacing(12)
        self._lay_out()
        self.choose(first or self._accounts[0].id)

    def set_strip(self, state: StripState) -> None:
        """Say this at the bottom (known after a lock, not before the first sign-in)."""
        self.strip.show_state(state)
        self.strip.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.fold(fold_of(self.width()))

    def choose(self, account_id: str) -> None:
        """Ask this person for the passphrase."""
        self._empty()
        account = next(one for one in self._accounts if one.id == account_id)
        self.account = account
        self.open = Open(account, self._notes.get(account_id, ""))
        self.open.button.clicked.connect(self._try)
        self.open.forgot.clicked.connect(self._forgot)
        self._people.addWidget(self.open)
        if others := [one for one in self._accounts if one is not account]:
            self._people.addWidget(self._others(others))
        self._second()
        QTimer.singleShot(0, self.open.passphrase, self.open.passphrase.setFocus)

    def _try(self) -> None:
        passphrase = self.open.passphrase.text()
        if not passphrase:
            self.open.field.show_error(tr("Tulis kata sandi dulu"))
        elif not self._beside.busy and not self._wait:
            self.open.button.setEnabled(False)
            chosen = self.account.id
            self._beside.run(lambda: self._unlock(chosen, passphrase), self._in, self._refused)

    def _in(self, result: object) -> None:
        self.open.passphrase.clear()
        self.open.button.setEnabled(True)
        self.opened.emit(self.account.id, result)

    def _refused(self, error: FieldappError) -> None:
        self.open.button.setEnabled(True)
        if not isinstance(error, WrongPassphraseError):
            self.banner.say("error", "salah", escape(sentence(error.code)))
            self.banner.show()
            self.mend.setVisible(self._mend is not None and error.code == DamagedFileError.code)
            return
        self.open.field.show_error(tr("Kata sandi ini tidak cocok. Coba lagi."))
        self.open.passphrase.selectAll()
        self.open.passphrase.setFocus()
        self._wait = ceil(error.wait)
        if self._wait:
            self._tick.start()
            self._say_wait()

    def _go_back(self) -> None:
        """Open with the newest backup that is whole; the damaged file is moved aside."""
        chosen, passphrase, mend = self.account.id, self.open.passphrase.text(), self._mend
        if mend is not None and not self._beside.busy:
            self._beside.run(lambda: mend(chosen, passphrase), self._in, self._refused)

    def _second(self) -> None:
        if self._wait:
            self._wait -= 1
            self._say_wait()

    def _say_wait(self) -> None:
        self.open.button.setEnabled(not self._wait)
        if self._wait:
            words = tr("Tidak cocok. Bisa dicoba lagi dalam {n} detik.").format(n=self._wait)
            self.open.field.show_error(words)
        else:
            self._tick.stop()
            self.open.field.clear_error()

    def _forgot(self) -> None:
        self.banner.say(
            "warn",
            "awas",
            tr(
                "Kata sandi tidak tersimpan di mana pun dan versi ini belum punya kunci cadangan. Hubungi penyelia "
                "untuk undangan baru. Yang sudah diterima pusat aman dan turun lagi; yang belum terkirim tetap "
                "terkunci di berkas lama, jadi simpan folder data lama, jangan dihapus."
            ),
        )
        self.banner.show()

    def _others(self, accounts: Sequence[Account]) -> QFrame:
        holder = QFrame()
        holder.setObjectName("people")
        box = QVBoxLayout(holder)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        for number, account in enumerate(accounts):
            if number:
                box.addWidget(rule())
            other = Other(account)
            other.clicked.connect(lambda _=False, a=account.id: self.choose(a))
            box.addWidget(other)
        return holder

    def _empty(self) -> None:
        while item := self._people.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        self.column.addWidget(label(tr("Siapa yang memakai laptop ini?"), "figure", wrap=True))
        self.column.addWidget(self.banner)
        self.column.addWidget(self.mend, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._people)
        self.column.addStretch(1)
        self.foot.addWidget(self.strip)
