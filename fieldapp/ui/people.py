"""The people of this laptop, as cards to sign in with."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.language import tr
from fieldapp.ui import icons, theme
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.line import PassphraseEdit
from fieldapp.ui.parts.press import EnterPresses
from fieldapp.ui.parts.text import Elided, label
from fieldapp.ui.rail import paint_avatar


class Account(Protocol):
    """What is known of a person before signing in."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def place(self) -> str: ...


def role_and_place(account: Account) -> str:
    """What a person does and where: ``Petugas, Desa Gunung Menyan``."""
    role = {"supervisor": tr("Penyelia"), "officer": tr("Petugas")}.get(account.role, account.role)
    return ", ".join(filter(None, (role, account.place)))


class Face(QWidget):
    """A person's initials in a circle of 40."""

    def __init__(self, name: str, strong: bool) -> None:
        super().__init__()
        self._name, self._strong = name, strong
        self.setFixedSize(40, 40)

    def paintEvent(self, _event: object) -> None:
        ground, ink = ("nila", "onnila") if self._strong else ("greySoft", "ink2")
        paint_avatar(QPainter(self), QRect(0, 0, 40, 40), self._name, ground, ink)


class Other(EnterPresses, QAbstractButton):
    """Another person of this laptop, to be chosen."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.setFixedHeight(60)
        self.setAccessibleName(f"{account.name}, {role_and_place(account)}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(14)
        row.addWidget(Face(account.name, strong=False))
        row.addLayout(_two_lines(account), 1)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(2, 2, -2, -2), theme.colour("sunken"))
        icons.paint(painter, self.width() - 36, self.height() / 2 - 9, "kanan", "ink2", 18)


class Open(QFrame):
    """The chosen person: passphrase and the button that opens."""

    def __init__(self, account: Account, note: str) -> None:
        super().__init__()
        self.setObjectName("person")
        self.passphrase = PassphraseEdit()
        self.field = Field(tr("Kata sandi"), self.passphrase, tr("Huruf besar-kecil dibedakan."))
        self.button = Button(tr("Buka"), "primary")
        self.button.setFixedWidth(theme.scaled(104))
        self.forgot = Button(tr("Lupa kata sandi"), "link", font="small")
        self.passphrase.returnPressed.connect(self.button.click)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Face(account.name, strong=True))
        head.addLayout(_two_lines(account), 1)
        head.addWidget(label(note, "small", "second"))
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addSpacing(QFontMetrics(theme.font("label")).height() + 5)
        side.addWidget(self.button)
        side.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        typing = QHBoxLayout()
        typing.setSpacing(12)
        typing.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        typing.addLayout(side)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 18, 12)
        box.setSpacing(10)
        box.addLayout(head)
        box.addLayout(typing)


def _two_lines(account: Account) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(1)
    lines.addStretch(1)
    lines.addWidget(Elided(account.name, weight=500))
    lines.addWidget(Elided(role_and_place(account), "small", "second"))
    lines.addStretch(1)
    return lines
