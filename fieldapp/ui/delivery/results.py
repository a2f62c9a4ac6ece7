"""The table of a delivery: each record with its result and the receipt number or the next step."""

from __future__ import annotations

from collections.abc import Sequence

from fieldapp.contract.messages import Refused
from fieldapp.contract.receipt import number
from fieldapp.language import tr
from fieldapp.store.outbox import Waiting
from fieldapp.store.settle import Result
from fieldapp.sync.refusal import reason
from fieldapp.ui import phrases
from fieldapp.ui.parts.cells import Cell, Column, Line
from fieldapp.ui.parts.table import Table


class Results(Table):
    """What waits and what the centre has answered since the page was opened, newest answers first."""

    def __init__(self) -> None:
        super().__init__(
            tr("Catatan dalam kiriman"),
            [
                Column(tr("Catatan dalam kiriman")),
                Column(tr("Ukuran"), 84, figures=True),
                Column(tr("Hasil"), 186),
                Column(tr("Tanda terima atau langkah"), 290),
            ],
        )
        self._answered: dict[str, Line] = {}
        self._sizes: dict[str, int] = {}

    def add(self, results: Sequence[Result], waiting: Sequence[Waiting], sending: bool) -> None:
        """Take new results in and show all; ``sending`` says whether a delivery is under way."""
        for result in results:
            key = f"{result.kind}:{result.record}"
            self._answered[key] = self._answer(key, result, self._sizes.get(key, 0))
        self.show_waiting(waiting, sending)

    def show_waiting(self, waiting: Sequence[Waiting], sending: bool) -> None:
        """Show the answers so far and what still waits."""
        self._sizes.update({f"{one.kind}:{one.id}": one.size for one in waiting})
        lines = [self._wait(one, sending) for one in waiting]
        open_now = {line.id for line in lines}
        answered = [line for key, line in reversed(self._answered.items()) if key not in open_now]
        self.show_rows([*answered, *lines])

    def _answer(self, key: str, result: Result, size: int) -> Line:
        name = Cell(result.title, _kind(result.kind), strong=True)
        if result.refusal is None:
            receipt = tr("No. {number}").format(number=number(result.village, result.version))
            return Line(key, (name, _size(size), Cell(state="delivered"), receipt))
        return Line(key, (name, _size(size), Cell(state="needs_revision"), _why(result.refusal)))

    def _wait(self, one: Waiting, sending: bool) -> Line:
        name = Cell(one.title, _kind(one.kind), strong=True)
        key = f"{one.kind}:{one.id}"
        if one.refusal is not None:
            return Line(key, (name, _size(one.size), Cell(state="needs_revision"), _why(one.refusal)))
        if one.state == "sending":
            remark = tr("menunggu jawaban pusat") if sending else tr("jawaban belum datang, dikirim lagi")
            return Line(key, (name, _size(one.size), Cell(state="sending" if sending else "queued"), remark))
        remark = tr("giliran berikutnya") if sending else tr("menunggu kiriman berikutnya")
        return Line(key, (name, _size(one.size), Cell(state="queued"), remark))


def _why(refusal: Refused) -> Cell:
    return Cell(reason(refusal), long=True)


def _kind(kind: str) -> str:
    return tr("pendaftaran") if kind == "signup" else tr("kunjungan")


def _size(octets: int) -> str:
    return phrases.size(octets) if octets else ""
