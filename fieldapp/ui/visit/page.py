"""The page Kunjungan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from fieldapp.domain import dates
from fieldapp.domain.problem import Flaw
from fieldapp.domain.region import Regions
from fieldapp.language import tr
from fieldapp.store.query import Line
from fieldapp.ui.parts.record_list import Row
from fieldapp.ui.record.desk import Desk, Records, Surroundings
from fieldapp.ui.record.drafts import Drafts
from fieldapp.ui.record.editor import Editor
from fieldapp.ui.record.page import RecordPage
from fieldapp.ui.record.wording import Wording
from fieldapp.ui.visit import words
from fieldapp.ui.visit.form import VisitForm
from fieldapp.ui.visit.summary import VisitSummary


class VisitPage(RecordPage):
    """``VisitPage(records=…, drafts=…, regions=…, areas=…, account=…, names=…, today=…)``.

    ``signup_wanted(visit_id)`` asks for a new sign-up that carries this visit; ``signup_opened(id)`` for one there is.
    """

    signup_wanted = Signal(str)
    signup_opened = Signal(str)
    key = "visit"
    icon = "kunjungan"

    def __init__(
        self,
        *,
        records: Records,
        drafts: Drafts,
        regions: Regions,
        areas: Sequence[str],
        account: str,
        names: Mapping[str, str],
        today: Callable[[], date],
    ) -> None:
        desk = Desk("visit", records, drafts, Surroundings(regions, areas, today), account, names)
        self.form = VisitForm(desk)
        self.people = VisitSummary(desk)
        super().__init__(desk, wording(), Editor(desk, wording(), self.form, self.people))
        self.people.enlisted.connect(self.enlist)
        self.people.opened.connect(self.signup_opened)

    def new(self, values: Mapping[str, Any] | None = None, note: str = "") -> None:
        """Start a new visit, of today unless said otherwise."""
        super().new({"held_on": self.desk.around.today(), **(values or {})}, note)

    def refresh(self) -> None:
        super().refresh()
        self.people.reread()
        self.editor.follow()

    def enlist(self) -> None:
        """Save the visit, then ask for a sign-up of somebody who was there."""
        if self.editor.save_and_stay():
            self.signup_wanted.emit(str(self.editor.record))

    def _row(self, line: Line) -> Row:
        return replace(super()._row(line), time=dates.short(date.fromisoformat(line.detail["held_on"])))


def wording() -> Wording:
    """How this page speaks."""
    return Wording(
        page=tr("Kunjungan"),
        icon="kunjungan",
        new=tr("Kunjungan baru"),
        nameless=tr("tempat belum diisi"),
        ask=tr("Tarik kunjungan ini?"),
        withdrawn=tr("Kunjungan {title} ditarik"),
        search=tr("Cari tempat, topik, desa"),
        none=tr("Belum ada kunjungan."),
        first=tr("Catat kunjungan"),
        labels=words.labels,
        said=words.said,
        title=title,
        stays=("village", "held_on", "officer"),
    )


def title(values: Mapping[str, Any]) -> str:
    """What a person calls a visit: its place and its day, as far as they are known."""
    try:
        day = dates.short(dates.recent(values.get("held_on"), date.max))
    except Flaw:
        day = ""
    place = values.get("place")
    if not place:
        return tr("Kunjungan {day}").format(day=day) if day else ""
    return f"{place}, {day}" if day else str(place)
