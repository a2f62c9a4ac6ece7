"""What a person declares for the whole file: consent, and what the register does not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fieldapp.domain import consent, dates, occupation
from fieldapp.domain.problem import Problem
from fieldapp.domain.region import Regions
from fieldapp.language import tr
from fieldapp.register import Preview
from fieldapp.ui import theme
from fieldapp.ui.fields.date_edit import DateEdit
from fieldapp.ui.fields.money_edit import MoneyEdit
from fieldapp.ui.fields.village_edit import VillageEdit
from fieldapp.ui.form import Form
from fieldapp.ui.importing.desk import Declared
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Block
from fieldapp.ui.parts.choice import Check, Choice
from fieldapp.ui.parts.errors import go_to
from fieldapp.ui.parts.field import Field
from fieldapp.ui.parts.segment import Segment
from fieldapp.ui.parts.text import label, rule
from fieldapp.ui.signup import words
from fieldapp.ui.signup.sections import jobs

DEFAULTS = ("village", "occupation", "monthly_income", "programmes", "pay_period", "payer")
"""The fields that can be declared for lines that do not say."""


class Declaration(QWidget):
    """``declared()`` is what holds now; ``changed`` when something else would come of the lines."""

    changed = Signal()
    agreed = Signal()

    def __init__(self, regions: Regions, areas: Sequence[str], today: Callable[[], date]) -> None:
        super().__init__()
        self._areas, self._today, self._labels = tuple(areas), today, words.labels()
        self._there: list[str] = []
        self._opened = False
        self.form = Form()
        self.warnings = Check(tr("Sudah dicek dengan KTP"))
        self.warned = label("", wrap=True)
        self.more = Button("", "link", font="label")
        self._editors: dict[str, QWidget] = {
            "village": VillageEdit(regions, areas),
            "occupation": jobs(),
            "monthly_income": MoneyEdit(),
            "programmes": Segment(words.programmes()),
            "pay_period": Segment(words.periods(), 1),
            "payer": Choice(words.payers(), "self"),
        }
        self._lay_out()
        self.form.changed.connect(self._changed)
        self.warnings.toggled.connect(lambda _on: self.agreed.emit())
        self.more.clicked.connect(self._open)

    def begin(self, keep: bool) -> None:
        """Start with another file; what was declared stays if it is the same pile of papers (``keep``)."""
        if not keep:
            only = self._areas[0] if len(self._areas) == 1 and len(self._areas[0]) == 10 else None
            self.form.fill({"pay_period": 1, "payer": "self", "village": only})
        self.warnings.setChecked(False)
        self.form.clear_problems()
        self._opened = False

    def show_preview(self, shown: Preview, looks: int) -> None:
        """Ask for what this register lacks; the rest stays behind a link."""
        read = {column.field for column in shown.columns if column.fate == "read"}
        self._there = [name for name in DEFAULTS if name in read]
        self.warned.setText(
            tr("{n} baris berbeda dari kata NIK atau di luar kebiasaan. Ikut diambil setelah dicek.").format(n=looks)
        )
        self._warning.setVisible(looks > 0)
        self._arrange()

    def declared(self) -> Declared:
        """What holds for the whole file; what is not whole yet is left out."""
        values: dict[str, Any] = self.form.values()
        wrong = {problem.field for problem in self.problems()}
        good = {name: value for name, value in values.items() if name not in wrong}
        defaults = {name: str(good[name]) for name in DEFAULTS[1:] if name in good}
        return Declared(good.get("consent_how"), good.get("consent_on"), good.get("village"), defaults)

    def problems(self) -> list[Problem]:
        """What must be mended before anything can be taken."""
        values = self.form.values()
        found = [] if values.get("consent_how") else [Problem("consent_how", "consent_how.missing")]
        day = values.get("consent_on")
        if not isinstance(day, date):
            found.append(Problem("consent_on", "date.unreadable" if day else "consent_at.missing"))
        elif day > self._today():
            found.append(Problem("consent_on", "date.future"))
        job, place, income = (values.get(name) for name in ("occupation", "village", "monthly_income"))
        if job and not occupation.get(job):
            found.append(Problem("occupation", "register.occupation_unknown"))
        if place and not (len(place) == 10 and place.isdecimal()):
            found.append(Problem("village", "village.unknown"))
        elif place and not place.startswith(self._areas):
            found.append(Problem("village", "register.village_outside"))
        if income and not isinstance(income, int):
            found.append(Problem("monthly_income", "money.unreadable"))
        return found

    def lacking(self) -> str:
        """What must be declared first, in one sentence; ``""`` when nothing is missing."""
        values, wrong = self.form.values(), {problem.field for problem in self.problems()}
        open_now = [name for name in DEFAULTS if name not in self._there and (name not in values or name in wrong)]
        if open_now:
            return tr("Isi dulu: {fields}.").format(fields=", ".join(self._labels[name] for name in open_now))
        if wrong & {"consent_how", "consent_on"}:
            return tr("Nyatakan dulu cara dan tanggal persetujuan.")
        return tr("Betulkan dulu isian untuk sel yang kosong.") if wrong else ""

    def complain(self) -> bool:
        """Say at each field what is wrong and go to the first; False if nothing is."""
        problems = self.problems()
        said = self.form.show_problems(problems)
        if said:
            self._opened = self._opened or any(problem.field in self._there for problem in problems)
            self._arrange()
            go_to(said[0][1])
        return bool(said)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed while it is being taken."""
        self.form.lock(locked)
        self.warnings.setEnabled(not locked)

    def squeeze(self, padding: int) -> None:
        """Stand this far from the edges of the column."""
        self._box.setContentsMargins(padding, 20, padding, 20)

    def _changed(self, name: str) -> None:
        if self.form.fields[name].error():
            self.form.fields[name].clear_error()
        self.changed.emit()

    def _open(self) -> None:
        self._opened = True
        self._arrange()
        go_to(self.form.fields[self._there[0]].editor)

    def _arrange(self) -> None:
        """Lacking fields first, then, once opened, those that some lines may have blank."""
        self._lacking.setVisible(len(self._there) < len(DEFAULTS))
        for name in DEFAULTS:
            there = name in self._there
            self.form.fields[name].setVisible(not there or self._opened)
            (self._rest if there else self._lacking.body).addWidget(self.form.fields[name])
        self.more.set_words(tr("Isi sel yang kosong di {n} kolom lain").format(n=len(self._there)))
        self.more.setVisible(bool(self._there) and not self._opened)
        self._order()

    def _order(self) -> None:
        """Tab goes down the column as it is read, in whichever order its fields were moved there."""
        lacking = [self._editors[name] for name in DEFAULTS if name not in self._there]
        rest = [self._editors[name] for name in self._there]
        for before, after in pairwise((self.form.fields["consent_on"].editor, *lacking, self.more, *rest)):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        self._agreement = Block("bukti", tr("Persetujuan"))
        said = tr("Daftar tidak memuat persetujuan. Nyatakan untuk semua orang yang diambil.")
        self._agreement.body.addWidget(label(said, "small", "second", wrap=True))
        how = Field(tr("Diberikan dengan"), Segment(words.consents()))
        day = Field(
            tr("Tanggal"), DateEdit(dates.recent, self._today), tr("Naskah persetujuan {n}").format(n=consent.CURRENT)
        )
        self._agreement.body.addWidget(self.form.add("consent_how", how))
        self._agreement.body.addWidget(self.form.add("consent_on", day))
        self._lacking = Block("draf", tr("Tidak ada di berkas"))
        said = tr("Berlaku untuk setiap baris yang tidak menyebutnya.")
        self._lacking.body.addWidget(label(said, "small", "second", wrap=True))
        for name in DEFAULTS:
            self.form.add(name, Field(self._labels[name], self._editors[name]))
        self._rest = QVBoxLayout()
        self._box = QVBoxLayout(self)
        self._box.setSpacing(14)
        self._box.addWidget(self._warning_box())
        self._box.addWidget(self._agreement)
        self._box.addWidget(rule())
        self._box.addWidget(self._lacking)
        self._box.addWidget(self.more)
        self._box.addLayout(self._rest)
        self._box.addStretch(1)
        for body in (self._agreement.body, self._lacking.body, self._rest):
            body.setSpacing(10)
        self.squeeze(24)

    def _warning_box(self) -> QFrame:
        self._warning = QFrame()
        self._warning.setObjectName("banner")
        theme.restyle(self._warning, "state", "warn")
        inside = QVBoxLayout(self._warning)
        inside.setContentsMargins(14, 10, 14, 8)
        inside.addWidget(self.warned)
        inside.addWidget(self.warnings)
        return self._warning
