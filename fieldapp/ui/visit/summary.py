"""The column right of the form: how many came, when the report is due, who signed up, what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from fieldapp.domain import dates, workdays
from fieldapp.domain.problem import Problem
from fieldapp.domain.visit import Visit
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.ui import theme
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Block
from fieldapp.ui.parts.text import label
from fieldapp.ui.record.desk import Desk
from fieldapp.ui.record.doubt import Doubt
from fieldapp.ui.record.summary import Missing, Summary, empty
from fieldapp.ui.visit import words

_NOBODY = UUID(int=0)
_NEEDED = ("held_on", "village", "place", "activity")
_WISHED = ("men", "follow_up")
_NAMES = 8
"""Names shown of the people who signed up; the rest is a number."""


class VisitSummary(Summary):
    """Hadir, Laporan, Pendaftaran, Perlu dicek, Masih kurang; ``enlisted`` asks for a new sign-up of this visit."""

    enlisted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = False
        self._shown: tuple[object, ...] = ()
        self.people, self.report = Block("orang", tr("Hadir")), Block("kalender", tr("Laporan"))
        self.linked, self.doubtful = Block("pendaftaran", tr("Pendaftaran")), Block("awas", tr("Perlu dicek"))
        self.came, self.split, self.keen = label("", "figure"), label(""), label("", wrap=True)
        self.due, self.left = label("", wrap=True), label("", "small", "hint", wrap=True)
        self.enlist = Button(
            tr("Daftarkan orang dari kunjungan ini"), icon="pendaftaran", key="Ctrl+D", size="small", font="label"
        )
        self.enlist.show_cap(False)
        self.enlist.clicked.connect(self.enlisted)
        self._people_box, self._doubt_box = QVBoxLayout(), QVBoxLayout()
        self._fill_blocks()
        self.stack(self.people, self.report, self.linked, self.doubtful, self.lacking)

    def begin(self, confirmed: Any) -> None:
        super().begin(confirmed)
        self._asked = False
        self._shown = ()

    def asked(self) -> None:
        self._asked = True

    def reread(self) -> None:
        """Who signed up may have changed; the next ``follow`` reads it again."""
        self._shown = ()

    def follow(self, values: Mapping[str, Any], record: UUID) -> None:
        today = self._desk.around.today()
        self.enlist.setEnabled(not values.get("withdrawn"))
        self._count(values)
        self._say_due(values.get("held_on"), today)
        doubts = tuple(doubt for doubt in self._doubts(values, today) if self._asked or doubt.field in values)
        self.confirmed &= {doubt.code for doubt in doubts} | (set() if self._asked else self.confirmed)
        self.missing = missing(values)
        picked = tuple(values.get("signups", ()))
        if (doubts, self.missing, picked, record) != self._shown:
            self._shown = (doubts, self.missing, picked, record)
            self._rebuild(doubts, picked, record)

    def one_line(self) -> str:
        parts = [tr("{n} hadir").format(n=self.came.text())] if self.came.text() not in ("", "0") else []
        if self.due.text():
            parts.append(tr("Laporan {day}").format(day=self.due.text()))
        if self.warnings:
            parts.append(tr("{n} perlu dicek").format(n=len(self.warnings)))
        if needed := sum(one.required for one in self.missing):
            parts.append(tr("{n} masih kurang").format(n=needed))
        return " · ".join(parts) or tr("Lengkap")

    def _count(self, values: Mapping[str, Any]) -> None:
        men, women, keen = (_number(values.get(name)) for name in ("men", "women", "prospects"))
        came = men + women
        self.came.setText(str(came))
        self.split.setText(tr("{men} laki-laki · {women} perempuan").format(men=men, women=women))
        self.split.setVisible(came > 0)
        share = tr("{share} dari yang hadir").format(share=f"{round(100 * keen / came)} %") if 0 < keen <= came else ""
        self.keen.setText(" · ".join(filter(None, (tr("{n} berminat").format(n=keen), share))))

    def _say_due(self, held: Any, today: date) -> None:
        if not isinstance(held, date) or held > today:
            self.due.setText("")
            self.left.setText(tr("Isi tanggal kunjungan, batas laporannya dihitung sendiri."))
            theme.restyle(self.left, "role", "hint")
        else:
            last = workdays.report_due(held)
            self.due.setText(f"{dates.weekday(last)}, {dates.shown(last)}")
            left = workdays.between(today, last)
            self.left.setText(_left(left))
            theme.restyle(self.left, "role", "soga" if left < 0 else "hint")
        for widget in (self.due, self._until):
            widget.setVisible(bool(self.due.text()))

    def _doubts(self, values: Mapping[str, Any], today: date) -> tuple[Problem, ...]:
        held, activity = values.get("held_on"), values.get("activity")
        if not isinstance(held, date) or not activity:
            return ()
        counts = {name: _number(values.get(name)) for name in ("men", "women")}
        return Visit.restored({"held_on": held.isoformat(), "activity": activity, **counts}, _NOBODY).warnings(today)

    def _rebuild(self, doubts: tuple[Problem, ...], picked: tuple[str, ...], record: UUID) -> None:
        for box in (self._people_box, self._doubt_box):
            empty(box)
        self.warnings = []
        for doubt in doubts:
            said, on = sentence(doubt.code, **doubt.detail), doubt.code in self.confirmed
            tick = tr("Sudah dicek, memang begitu")
            self.warn(self._doubt_box, Doubt(doubt.code, escape(said), said, tick, on))
        self._show_people(picked, record)
        self.lacking.show_missing(self.missing)
        self.doubtful.setVisible(bool(doubts))
        self.rule_off()

    def _show_people(self, picked: tuple[str, ...], record: UUID) -> None:
        here = self._desk.records.of_visit(record)
        found = {str(line.id): line.title for line in here if not line.detail.get("withdrawn")}
        for one in picked:
            entry = None if one in found else self._desk.records.get("signup", UUID(one))
            if entry:
                found[one] = str(entry.record.fields().get("name"))
        for one, name in [*found.items()][:_NAMES]:
            link = Button(name, "link")
            link.clicked.connect(lambda _=False, record=one: self.opened.emit(record))
            self._people_box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        many = len(found)
        said = tr("{n} orang didaftarkan") if many else tr("Belum ada yang didaftarkan dari kunjungan ini.")
        self._people.setText(said.format(n=many))

    def _fill_blocks(self) -> None:
        figure = QHBoxLayout()
        figure.setSpacing(6)
        word = label(tr("orang"), "label", "second", weight=400)
        word.setContentsMargins(0, 0, 0, 5)
        figure.addWidget(self.came)
        figure.addWidget(word, 0, Qt.AlignmentFlag.AlignBottom)
        figure.addStretch(1)
        self.people.body.addLayout(figure)
        self._until = label(tr("Laporan paling lambat"), "small", "second")
        self._people = label("", role="second", wrap=True)
        for block, parts in (
            (self.people, (self.split, self.keen)),
            (self.report, (self._until, self.due, self.left)),
            (self.linked, (self._people,)),
        ):
            for part in parts:
                block.body.addWidget(part)
        self.linked.body.addLayout(self._people_box)
        self.linked.body.addSpacing(4)
        self.linked.body.addWidget(self.enlist, 0, Qt.AlignmentFlag.AlignLeft)
        self.doubtful.body.addLayout(self._doubt_box)
        self._doubt_box.setSpacing(8)


def missing(values: Mapping[str, Any]) -> tuple[Missing, ...]:
    """What is still empty: what must be there first, then what a good report has."""
    labels = {**words.labels(), "men": tr("Jumlah hadir"), "follow_up": tr("Tindak lanjut")}
    needed = [Missing(name, labels[name], True) for name in _NEEDED if not values.get(name)]
    return (*needed, *(Missing(name, labels[name], False) for name in _WISHED if not values.get(name)))


def _left(days: int) -> str:
    if days < 0:
        return tr("Sudah lewat {n} hari kerja").format(n=-days)
    if days == 0:
        return tr("Hari ini hari terakhir")
    return tr("Sisa {n} hari kerja").format(n=days)


def _number(value: Any) -> int:
    text = str(value or "0").strip()
    return int(text) if text.isascii() and text.isdigit() else 0
