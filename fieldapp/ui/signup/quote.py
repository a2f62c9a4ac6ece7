"""The contribution beside the form: the figure, the lines it is made of, and why it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.domain import contribution, money, occupation
from fieldapp.domain.contribution import Quote
from fieldapp.language import tr
from fieldapp.ui.parts.card import Block
from fieldapp.ui.parts.text import label, rule
from fieldapp.ui.signup import words
from fieldapp.ui.when import MONTHS


class QuoteBlock(Block):
    """Iuran: ``block.follow(values)`` shows the quote once occupation, income, programme and period are known."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("dompet", tr("Iuran"))
        self._today = today
        self.known = False
        self._asked: tuple[object, ...] = ()
        self.need = label(tr("Isi pekerjaan, penghasilan, program, dan lama bayar."), "base", "hint", wrap=True)
        self.amount = label("", "figure")
        self.change = label("", wrap=True)
        self.note = label("", "small", "hint", wrap=True)
        self._table = QWidget()
        self._grid = QVBoxLayout(self._table)
        self._grid.setContentsMargins(0, 3, 0, 0)
        self._grid.setSpacing(0)
        figure = QHBoxLayout()
        figure.setSpacing(6)
        self._per = label(tr("per bulan"), "label", "second", weight=400)
        figure.addWidget(self.amount)
        figure.addWidget(self._per, 0, Qt.AlignmentFlag.AlignBottom)
        figure.addStretch(1)
        self._per.setContentsMargins(0, 0, 0, 5)
        self.body.addWidget(self.need)
        self.body.addLayout(figure)
        for widget in (self.change, self._table, self.note):
            self.body.addWidget(widget)
        self.follow({})

    def follow(self, values: Mapping[str, Any]) -> None:
        """Show the quote for what was typed."""
        asked = tuple(values.get(n) for n in ("programmes", "monthly_income", "occupation", "payer", "pay_period"))
        if asked == self._asked:
            return
        self._asked = asked
        programmes, income, job, payer, months = asked
        known = occupation.get(str(job)) if job else None
        self.known = bool(known and programmes and months and isinstance(income, int) and payer)
        for widget in (self.amount, self._per, self.change, self._table, self.note):
            widget.setVisible(self.known)
        self.need.setVisible(not self.known)
        if known is not None and isinstance(income, int) and isinstance(months, int) and self.known:
            transport = known.sector == "transport"
            first = self._today().replace(day=1)
            self._show(
                contribution.quote(str(programmes), income, transport, str(payer), first, months), str(programmes)
            )

    def _show(self, quote: Quote, programmes: str) -> None:
        names = dict(words.programmes())
        self.amount.setText(money.shown(quote.monthly))
        said = str(names[programmes])
        if quote.discounted_until and quote.later_monthly:
            said = tr("{programmes} sampai {month}, lalu {amount}").format(
                programmes=said, month=_month(quote.discounted_until), amount=money.shown(quote.later_monthly)
            )
        self.change.setText(said)
        self._lines(quote)
        discount = tr("Potongan 50 % untuk JKK dan JKM, PP 50/2025.") if quote.discounted_until else ""
        self.note.setText(" ".join(filter(None, (discount, tr("Perlindungan mulai saat iuran dibayar.")))))

    def _lines(self, quote: Quote) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in quote.lines:
            run = _run(one.first, one.last)
            self._grid.addWidget(_row(run, f"{one.months} × {money.figure(one.monthly)}", money.shown(one.total)))
            self._grid.addWidget(rule())
        months = sum(one.months for one in quote.lines)
        total = _row(tr("Dibayar {n} bulan").format(n=months), "", money.shown(quote.total), strong=True)
        self._grid.addWidget(total)


def _row(what: str, figures: str, total: str, strong: bool = False) -> QWidget:
    made = QWidget()
    made.setFixedHeight(26)
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    grid.addWidget(label(what, "label", weight=600 if strong else 400), 0, 0)
    middle = label(figures, "label", "second", weight=400, tabular=True)
    grid.addWidget(middle, 0, 1, right)
    grid.addWidget(label(total, "label", weight=600 if strong else 400, tabular=True), 0, 2, right)
    for column, stretch in enumerate((5, 4, 4)):
        grid.setColumnStretch(column, stretch)
    return made


def _month(day: date) -> str:
    return f"{tr(MONTHS[day.month - 1])} {day.year}"


def _run(first: date, last: date) -> str:
    if first == last:
        return _month(first)
    if first.year == last.year:
        return f"{tr(MONTHS[first.month - 1])} – {_month(last)}"
    return f"{_month(first)} – {_month(last)}"
