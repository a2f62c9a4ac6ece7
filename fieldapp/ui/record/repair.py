"""What the centre did not take, told where it can be mended: rules at the fields, conflicts as two sentences."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.contract.messages import Present, Refused
from fieldapp.domain.problem import Problem
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.ui.icons import Glyph
from fieldapp.ui.parts.segment import Segment
from fieldapp.ui.parts.text import label, rich
from fieldapp.ui.record.desk import Surroundings
from fieldapp.ui.record.wording import Wording
from fieldapp.ui.when import moment


class Repair(QFrame):
    """The centre's answer in place: ``repair.tell(refused, values)``; ``chosen(name, value)`` takes the centre's value.

    ``decided()`` is True once every conflict was answered; saving then sends the answer.
    """

    chosen = Signal(str, object)

    def __init__(self, around: Surroundings, names: Mapping[str, str], wording: Wording) -> None:
        super().__init__()
        self._around, self._names, self._wording = around, names, wording
        self._questions: list[Segment] = []
        self.setObjectName("banner")
        self.setProperty("state", "warn")
        self.title = label("", weight=600, wrap=True)
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        words_ = QVBoxLayout()
        words_.setSpacing(8)
        words_.addWidget(self.title)
        words_.addLayout(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 14)
        row.setSpacing(10)
        mark = QVBoxLayout()
        mark.addWidget(Glyph("perbaiki", "soga", 18))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(words_, 1)
        self.hide()

    def tell(self, refused: Refused | None, values: Mapping[str, Any]) -> None:
        """Say why the centre asks for a repair, or go."""
        self._empty()
        self.setVisible(refused is not None)
        if refused is None:
            return
        clash = tr("Orang lain mengubah isian yang sama. Pilih mana yang benar, lalu simpan.")
        self.title.setText(clash if refused.present else sentence(f"refused.{refused.reason}"))
        self.setAccessibleName(self.title.text())
        labels = self._wording.labels()
        for name, present in refused.present.items():
            if name in labels:
                self._box.addWidget(self._question(name, labels[name], present, values.get(name)))

    def decided(self) -> bool:
        """Whether every conflict was answered."""
        return all(question.value is not None for question in self._questions)

    def first(self) -> QWidget:
        """The first conflict without an answer."""
        return next((one for one in self._questions if one.value is None), self)

    def _question(self, name: str, field: str, present: Present, mine: Any) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        text = escape(tr("{who} mengisi {field}: {value} ({when}). Isian di sini: {mine}. Mana yang benar?"))
        who = self._names.get(present.by, present.by)
        told = text.format(
            who=f"<b>{escape(who)}</b>",
            field=escape(field),
            value=f"<b>{escape(self._wording.said(name, present.value, self._around.regions))}</b>",
            when=escape(moment(present.at, self._around.now())),
            mine=f"<b>{escape(self._wording.said(name, mine, self._around.regions))}</b>",
        )
        box.addWidget(rich(told))
        answer = Segment([("centre", tr("Pakai milik pusat")), ("mine", tr("Pakai isian di sini"))])
        answer.setAccessibleName(tr("{field}: mana yang benar?").format(field=field))
        answer.chosen.connect(lambda which: self.chosen.emit(name, present.value if which == "centre" else mine))
        self._questions.append(answer)
        box.addWidget(answer)
        return made

    def _empty(self) -> None:
        self._questions = []
        while item := self._box.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def problems(refused: Refused | None) -> list[Problem]:
    """The rules that the centre names, field by field."""
    return [Problem(f.field, f.code, dict(f.detail)) for f in refused.findings] if refused else []
