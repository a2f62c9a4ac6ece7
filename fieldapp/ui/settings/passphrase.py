"""Changing one's passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt

from fieldapp.errors import FieldappError, WrongPassphraseError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.ui.background import Background
from fieldapp.ui.enrol import SHORTEST
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.line import PassphraseEdit
from fieldapp.ui.parts.text import label


class PassphraseCard(Card):
    """Old passphrase, new one twice: ``PassphraseCard(change)``."""

    Change: TypeAlias = Callable[[str, str], object]

    def __init__(self, change: Change) -> None:
        super().__init__(tr("Ganti kata sandi"), spacing=12)
        self._change = change
        self._beside = Background(self)
        self.old = Field(tr("Kata sandi sekarang"), PassphraseEdit())
        self.new = Field(tr("Kata sandi baru"), PassphraseEdit(), tr("Paling sedikit 8 huruf atau angka."))
        self.again = Field(tr("Sekali lagi"), PassphraseEdit())
        self.button = Button(tr("Ganti kata sandi"))
        self.said = label("", "small", "second", wrap=True)
        for field in self._fields():
            self.body.addWidget(field)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.said)
        self.button.clicked.connect(self._try)

    def _fields(self) -> tuple[Field, Field, Field]:
        return self.old, self.new, self.again

    def _try(self) -> None:
        old, new, again = (text_of(field) for field in self._fields())
        for field in self._fields():
            field.clear_error()
        if len(new) < SHORTEST:
            self.new.show_error(tr("Kata sandi paling sedikit 8 huruf atau angka"))
        elif new != again:
            self.again.show_error(tr("Kedua kata sandi belum sama"))
        elif not self._beside.busy:
            self.button.setEnabled(False)
            self._beside.run(lambda: self._change(old, new), self._done, self._failed)

    def _done(self, _result: object) -> None:
        self.button.setEnabled(True)
        for field in self._fields():
            if isinstance(field.editor, PassphraseEdit):
                field.editor.clear()
        self.said.setText(tr("Kata sandi sudah diganti."))

    def _failed(self, error: FieldappError) -> None:
        self.button.setEnabled(True)
        wrong = isinstance(error, WrongPassphraseError)
        self.old.show_error(tr("Kata sandi ini tidak cocok") if wrong else sentence(error.code))


def text_of(field: Field) -> str:
    """What was typed into a field of a passphrase."""
    return field.editor.text() if isinstance(field.editor, PassphraseEdit) else ""
