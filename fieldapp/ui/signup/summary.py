"""The column right of the form: what the NIK says, the contribution, similar records, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from fieldapp.domain.problem import Problem
from fieldapp.domain.signup import Signup
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.store.query import Line
from fieldapp.ui.parts.card import Block
from fieldapp.ui.parts.text import label
from fieldapp.ui.record.desk import Desk
from fieldapp.ui.record.doubt import Doubt
from fieldapp.ui.record.summary import Summary, empty
from fieldapp.ui.signup import findings
from fieldapp.ui.signup.quote import QuoteBlock
from fieldapp.ui.when import moment


class SignupSummary(Summary):
    """Kata NIK, Iuran, Catatan serupa, Masih kurang; the field ``typing()`` is not doubted until one wants to save."""

    def __init__(self, desk: Desk, typing: Callable[[], str]) -> None:
        super().__init__()
        self._desk, self._typing = desk, typing
        self._asked = False
        self._shown: tuple[object, ...] = ()
        self.reading = label("", wrap=True)
        self.card, self.quote = Block("ktp", tr("Kata NIK")), QuoteBlock(desk.around.today)
        self.similar = Block("sama", tr("Catatan serupa"))
        self._doubt_box, self._same_box = QVBoxLayout(), QVBoxLayout()
        for box in (self._doubt_box, self._same_box):
            box.setSpacing(8)
            box.setContentsMargins(0, 3, 0, 0)
        self.card.body.addWidget(self.reading)
        self.card.body.addLayout(self._doubt_box)
        self.similar.body.addLayout(self._same_box)
        self.stack(self.card, self.quote, self.similar, self.lacking)

    def begin(self, confirmed: Sequence[str]) -> None:
        super().begin(confirmed)
        self._asked, self._shown = False, ()

    def asked(self) -> None:
        self._asked = True

    def follow(self, values: Mapping[str, Any], record: UUID) -> None:
        today = self._desk.around.today()
        self.reading.setText(findings.reading(str(values.get("nik", "")), today, self._desk.around.regions))
        self.quote.follow(values)
        typing = "" if self._asked else self._typing()
        every = findings.doubts(values, today)
        doubts = tuple(one for one in every if one.field != typing)
        same = self._same(values, record)
        self.confirmed &= {problem.code for problem in every} | {code for code, _ in same}
        self.missing = findings.missing(values)
        if (doubts, same, self.missing) != self._shown:
            self._shown = (doubts, same, self.missing)
            self._rebuild(doubts, same)

    def one_line(self) -> str:
        parts = [tr("Iuran {amount}").format(amount=self.quote.amount.text())] if self.quote.known else []
        if similar := sum(one.code.startswith("same.") for one in self.warnings):
            parts.append(tr("{n} catatan serupa").format(n=similar))
        if doubts := len(self.warnings) - similar:
            parts.append(tr("{n} perlu dicek").format(n=doubts))
        if needed := sum(one.required for one in self.missing):
            parts.append(tr("{n} masih kurang").format(n=needed))
        return " · ".join(parts) or tr("Lengkap")

    def _same(self, values: Mapping[str, Any], record: UUID) -> tuple[tuple[str, Line], ...]:
        nik, phone = str(values.get("nik", "")), str(values.get("phone", ""))
        find = self._desk.records.same
        found = [("same.nik", line) for line in (find(nik=nik, except_id=record) if len(nik) == 16 else ())[:1]]
        numbered = phone.startswith("+62")
        found += [("same.phone", line) for line in (find(phone=phone, except_id=record) if numbered else ())[:1]]
        return tuple(found)

    def _rebuild(self, doubts: Sequence[Problem], same: Sequence[tuple[str, Line]]) -> None:
        for box in (self._doubt_box, self._same_box):
            empty(box)
        self.warnings = []
        for problem in doubts:
            self.warn(self._doubt_box, self._about(problem))
        for code, line in same:
            self.warn(self._same_box, self._double(code, line))
        self.lacking.show_missing(self.missing)
        self.similar.setVisible(bool(same))
        self.rule_off()

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

    def _who(self, line: Line) -> str:
        entry = self._desk.get(line.id)
        if entry is None or not isinstance(entry.record, Signup):
            return ""
        by: str = entry.record.recorded_by
        who = tr("Anda") if by == self._desk.account else self._desk.name(by)
        when = moment(entry.record.recorded_at, self._desk.around.now())
        return tr("didaftarkan {when} oleh {who}").format(when=when, who=who)
