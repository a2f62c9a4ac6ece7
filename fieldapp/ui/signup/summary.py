"""The column right of the form: what the NIK says, the contribution, similar records, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.domain.problem import Problem
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.store.query import Line
from fieldapp.ui.form import Said
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Block
from fieldapp.ui.parts.text import label, rule
from fieldapp.ui.signup import findings
from fieldapp.ui.signup.doubt import Doubt
from fieldapp.ui.signup.findings import Missing
from fieldapp.ui.signup.quote import QuoteBlock
from fieldapp.ui.signup.sections import Surroundings

_SHOWN = 6
"""Lines of what is missing; more would only repeat the empty form."""


class Records(Protocol):
    """What the summary reads of the store."""

    def same(
        self, *, nik: str | None = None, phone: str | None = None, except_id: UUID | None = None
    ) -> tuple[Line, ...]: ...


class Summary(QScrollArea):
    """Follows the form: ``summary.follow(values, record_id)``.

    ``wanted(name)`` asks for a field, ``opened(id)`` for another record, ``confirmed_changed`` tells of a tick;
    ``confirmed`` holds the codes of the ticked warnings, ``open_warnings()`` those that still wait for a tick.
    """

    wanted = Signal(str)
    opened = Signal(str)
    confirmed_changed = Signal()

    def __init__(self, records: Records, around: Surroundings, who: Callable[[Line], str]) -> None:
        super().__init__()
        self._records, self._around, self._who = records, around, who
        self.confirmed: set[str] = set()
        self.warnings: list[Doubt] = []
        self.missing: tuple[Missing, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.reading = label("", wrap=True)
        self.reading_box, self.similar_box, self.missing_box = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.quote = QuoteBlock(around.today)
        self.similar = Block("sama", tr("Catatan serupa"))
        self.lacking = Block("info", tr("Masih kurang"))
        self.last_rule = rule()
        self._lay_out()

    def follow(self, values: Mapping[str, Any], record: UUID | None, typing: str = "") -> None:
        """Say anew what follows from what was typed; the field being typed in is not doubted yet."""
        today = self._around.today()
        self.reading.setText(findings.reading(str(values.get("nik", "")), today, self._around.regions))
        self.quote.follow(values)
        doubts = tuple(one for one in findings.doubts(values, today) if one.field != typing)
        same = self._same(values, record)
        now = {problem.code for problem in doubts} | {code for code, _ in same}
        self.confirmed &= now
        self.missing = findings.missing(values)
        if (doubts, same, self.missing) != self._shown:
            self._shown = (doubts, same, self.missing)
            self._rebuild(doubts, same)

    def begin(self, confirmed: Sequence[str]) -> None:
        """A form is opened whose warnings were ticked before."""
        self.confirmed = set(confirmed)
        self._shown = ()

    def open_warnings(self) -> list[Said]:
        """The warnings that still wait for their tick, as sentences with the tick."""
        return [
            (tr("Perlu dicek: {sentence}").format(sentence=one.short), one.tick)
            for one in self.warnings
            if one.code not in self.confirmed
        ]

    def one_line(self) -> str:
        """The whole column in a line, for a narrow window."""
        parts = [tr("Iuran {amount}").format(amount=self.quote.amount.text())] if self.quote.known else []
        if similar := sum(one.code.startswith("same.") for one in self.warnings):
            parts.append(tr("{n} catatan serupa").format(n=similar))
        if doubts := sum(not one.code.startswith("same.") for one in self.warnings):
            parts.append(tr("{n} perlu dicek").format(n=doubts))
        if needed := sum(one.required for one in self.missing):
            parts.append(tr("{n} masih kurang").format(n=needed))
        return " · ".join(parts) or tr("Lengkap")

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self.column.setContentsMargins(padding, 20, padding, 20)

    def _same(self, values: Mapping[str, Any], record: UUID | None) -> tuple[tuple[str, Line], ...]:
        nik, phone = str(values.get("nik", "")), str(values.get("phone", ""))
        found = []
        if len(nik) == 16:
            found += [("same.nik", line) for line in self._records.same(nik=nik, except_id=record)[:1]]
        if phone.startswith("+62"):
            found += [("same.phone", line) for line in self._records.same(phone=phone, except_id=record)[:1]]
        return tuple(found)

    def _rebuild(self, doubts: Sequence[Problem], same: Sequence[tuple[str, Line]]) -> None:
        for box in (self.reading_box, self.similar_box, self.missing_box):
            _empty(box)
        self.warnings = []
        for problem in doubts:
            self._warn(self.reading_box, self._about(problem))
        for code, line in same:
            self._warn(self.similar_box, self._double(code, line))
        for one in self.missing[:_SHOWN]:
            self.missing_box.addLayout(self._link(one))
        if (more := len(self.missing) - _SHOWN) > 0:
            self.missing_box.addWidget(label(tr("dan {n} isian lagi").format(n=more), "small", "hint"))
        self.similar.setVisible(bool(same))
        self._similar_rule.setVisible(bool(same))
        self.lacking.setVisible(bool(self.missing))
        self.last_rule.setVisible(bool(self.missing))

    def _warn(self, box: QVBoxLayout, made: Doubt) -> None:
        made.ticked.connect(self._ticked)
        self.warnings.append(made)
        box.addWidget(made)

    def _about(self, problem: Problem) -> Doubt:
        said = sentence(problem.code, **findings.spoken(problem))
        on = problem.code in self.confirmed
        return Doubt(problem.code, escape(said), said, tr("Sudah dicek dengan KTP"), on)

    def _double(self, code: str, line: Line) -> Doubt:
        if code == "same.nik":
            said, short = tr("NIK ini sudah dipakai {name}, {when}."), tr("NIK sama dengan {name}")
        else:
            said, short = tr("Nomor HP ini sudah dipakai {name}, {when}."), tr("Nomor HP sama dengan {name}")
        html = escape(said).format(name=f"<b>{escape(line.title)}</b>", when=escape(self._who(line)))
        tick, on = tr("Sudah dicek dengan orangnya"), code in self.confirmed
        return Doubt(code, html, short.format(name=line.title), tick, on, lambda: self.opened.emit(str(line.id)))

    def _ticked(self, code: str, on: bool) -> None:
        (self.confirmed.add if on else self.confirmed.discard)(code)
        self.confirmed_changed.emit()

    def _link(self, one: Missing) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        link = Button(one.text, "link")
        link.clicked.connect(lambda: self.wanted.emit(one.name))
        row.addWidget(link)
        row.addWidget(label(tr("wajib") if one.required else tr("disarankan, boleh menyusul"), "small", "hint"))
        row.addStretch(1)
        return row

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("ground")
        self.column = QVBoxLayout(inner)
        self.squeeze(24)
        self.column.setSpacing(14)
        card = Block("ktp", tr("Kata NIK"))
        card.body.addWidget(self.reading)
        card.body.addLayout(self.reading_box)
        self.similar.body.addLayout(self.similar_box)
        self.lacking.body.addLayout(self.missing_box)
        self._similar_rule = rule()
        for widget in (card, rule(), self.quote, self._similar_rule, self.similar, self.last_rule, self.lacking):
            self.column.addWidget(widget)
        for box in (self.reading_box, self.similar_box):
            box.setSpacing(8)
            box.setContentsMargins(0, 3, 0, 0)
        self.column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Ringkasan"))


def _empty(box: QVBoxLayout) -> None:
    while item := box.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            while part := inner.takeAt(0):
                if widget := part.widget():
                    widget.hide()
                    widget.deleteLater()
