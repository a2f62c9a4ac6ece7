"""The page Pendaftaran."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication

from fieldapp.domain import dates
from fieldapp.domain.region import Regions
from fieldapp.domain.visit import Visit
from fieldapp.language import tr
from fieldapp.ui.parts.button import Button
from fieldapp.ui.record.desk import Desk, Records, Surroundings
from fieldapp.ui.record.drafts import Drafts
from fieldapp.ui.record.editor import Editor
from fieldapp.ui.record.page import RecordPage
from fieldapp.ui.record.wording import Wording
from fieldapp.ui.signup import findings, words
from fieldapp.ui.signup.form import STAYS, SignupForm
from fieldapp.ui.signup.readback import ReadBack
from fieldapp.ui.signup.summary import SignupSummary


class SignupEditor(Editor):
    """The middle column of a sign-up: it also says which visit the sign-up comes from."""

    def begin(self, values: Mapping[str, Any] | None = None, note: str = "") -> None:
        super().begin(values, note or self._origin(values or {}))

    def _kept(self, at: datetime) -> None:
        super()._kept(at)
        if origin := self._origin(self.form.values()):
            self.head.note(f"{self.head.below.whole()} · {origin}")

    def _origin(self, form: Mapping[str, Any]) -> str:
        entry = self._desk.records.get("visit", UUID(str(form["visit"]))) if form.get("visit") else None
        if entry is None or not isinstance(entry.record, Visit):
            return ""
        day = dates.short(entry.record.held_on)
        return tr("dari kunjungan {place}, {day}").format(place=entry.record.place, day=day)


class SignupPage(RecordPage):
    """``SignupPage(records=…, drafts=…, regions=…, areas=…, account=…, names=…, today=…)``."""

    key = "signup"
    icon = "pendaftaran"

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
        desk = Desk("signup", records, drafts, Surroundings(regions, areas, today), account, names)
        self.form = SignupForm(desk.around)
        summary = SignupSummary(desk, self.form.form.here)
        aloud = Button(tr("Baca ulang"), "quiet", "mata")
        super().__init__(desk, wording(), SignupEditor(desk, wording(), self.form, summary, aloud))
        self.aloud, self._quote, self._place = aloud, summary.quote, ""
        self.read_back = ReadBack(self, regions)
        self.setFocusProxy(self.form.form.fields["nik"].editor)
        self.editor.followed.connect(self._followed)
        self.form.consent.clicked.connect(self.read_back.open_consent)
        aloud.clicked.connect(self._read_back)
        summary.opened.connect(self._opened)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def new(self, values: Mapping[str, Any] | None = None, note: str = "", *, visit: str = "") -> None:
        """Start a new sign-up, on its own or in a visit, whose village it takes."""
        entry = self.desk.records.get("visit", UUID(visit)) if visit else None
        taken = {"visit": visit, "village": entry.record.village} if entry else {}
        super().new({**taken, **(values or {})}, note)

    def _followed(self) -> None:
        self.form.match.setVisible(findings.matches(self.form.values(), self.desk.around.today()))

    def _moved(self) -> None:
        here = self.form.form.here()
        if self.isVisible() and here != self._place:
            self._place = here
            self.editor.follow()

    def _read_back(self) -> None:
        known, amount = self._quote.known, self._quote.amount.text()
        self.read_back.open(
            self.form.values(), tr("{amount} per bulan").format(amount=amount) if known else tr("belum dihitung")
        )


def wording() -> Wording:
    """How this page speaks."""
    return Wording(
        page=tr("Pendaftaran"),
        icon="pendaftaran",
        new=tr("Pendaftaran baru"),
        nameless=tr("tanpa nama"),
        ask=tr("Tarik pendaftaran {title}?"),
        withdrawn=tr("Pendaftaran {title} ditarik"),
        search=tr("Cari nama, NIK, HP, desa"),
        none=tr("Belum ada pendaftaran."),
        first=tr("Isi yang pertama"),
        labels=words.labels,
        said=words.said,
        title=lambda values: str(values.get("name") or ""),
        stays=STAYS,
    )
