"""Beranda: a greeting, where everything stands, what to do next."""

from __future__ import annotations

import html
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldapp.domain import dates
from fieldapp.domain.region import Regions
from fieldapp.language import tr
from fieldapp.store.exchange import Proof
from fieldapp.store.store import Store
from fieldapp.ui import phrases, theme
from fieldapp.ui.fold import Fold
from fieldapp.ui.home.latest import latest
from fieldapp.ui.home.month import MonthCard
from fieldapp.ui.home.states import Journey
from fieldapp.ui.home.tasks import tasks
from fieldapp.ui.home.todo import Todo
from fieldapp.ui.page import Page
from fieldapp.ui.parts.banner import Banner
from fieldapp.ui.parts.button import Button
from fieldapp.ui.parts.card import Card
from fieldapp.ui.parts.text import Elided, label, rule
from fieldapp.ui.when import age, moment

_MARGINS = {Fold.WIDE: 36, Fold.MEDIUM: 28, Fold.NARROW: 20, Fold.SINGLE: 16}
_RIGHT = {Fold.WIDE: 400, Fold.MEDIUM: 360, Fold.NARROW: 320, Fold.SINGLE: 0}
SHOWN_TASKS = 5


class HomePage(Page):
    """Signals say what the person wants: a new record, a list in one state, one record, a draft, a delivery."""

    key = "home"
    icon = "beranda"
    wants_signup = Signal()
    wants_visit = Signal()
    wants_delivery = Signal()
    chosen_state = Signal(str)
    opened = Signal(str, str)
    draft_dropped = Signal()

    def __init__(
        self,
        store: Store,
        regions: Regions,
        account: str,
        name: str,
        areas: tuple[str, ...],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(tr("Beranda"))
        self._store, self._account, self._now = store, account, now
        self._regions = regions
        self._name, self._place = name, _place(regions, areas)
        self._draft: object = None
        self.greeting = label("", "title")
        self.day = Elided("", role="second")
        self.visit = Button(tr("Catat kunjungan"), icon="kunjungan")
        self.signup = Button(tr("Pendaftaran baru"), "primary", icon="tambah")
        self.resume = Button(tr("Lanjutkan"))
        self.discard = Button(tr("Buang"), "quiet")
        self.draft = Banner("info", "draf", "", [self.discard, self.resume])
        self.journey = Journey()
        self.connection = label("", wrap=True)
        self.deliver = Button(tr("Kirim ke pusat"))
        self.todo = Todo()
        self.month = MonthCard()
        self._lay_out()
        self._connect()

    def fold(self, fold: Fold) -> None:
        margin = _MARGINS[fold]
        self._column.setContentsMargins(margin, 22, margin, 22)
        self.journey.shorten(fold <= Fold.NARROW)
        self.month.setFixedWidth(theme.scaled(_RIGHT[fold]) if fold > Fold.SINGLE else 16777215)
        self.month.setVisible(fold > Fold.SINGLE)

    def refresh(self) -> None:
        now = self._now()
        today = now.astimezone().date()
        self.greeting.setText(_greeting(now, self._name))
        self.day.setText(f"{dates.weekday(today)}, {dates.shown(today)} · {self._place}")
        proof, waiting = self._store.exchange.proof(), self._store.outbox.summary()
        self.journey.say(_counts(proof), age(waiting.oldest, now) if waiting.oldest else "")
        todo = tasks(self._store, today)
        self._offer_draft(now)
        room = SHOWN_TASKS - len(todo) - (self._draft is not None)
        recent = latest(self._store, self._regions, now, max(0, room))
        self.todo.show_tasks(todo[:SHOWN_TASKS], max(0, len(todo) - SHOWN_TASKS), recent)
        self.month.show_month(self._store.figures.month(today), dates.month(today))
        if waiting.count:
            size = phrases.size(waiting.bytes)
            self.connection.setText(tr("Kiriman ±{size} berangkat sendiri begitu tersambung.").format(size=size))
        else:
            self.connection.setText(tr("Semua yang tersimpan sudah dijawab pusat."))
        self.deliver.setEnabled(waiting.count > 0)

    def _offer_draft(self, now: datetime) -> None:
        drafts = self._store.drafts.of(self._account)
        self._draft = drafts[0] if drafts else None
        self.draft.setVisible(bool(drafts))
        if drafts:
            kind = tr("pendaftaran") if drafts[0].kind == "signup" else tr("kunjungan")
            who = str(drafts[0].form.get("name") or drafts[0].form.get("place") or tr("tanpa nama"))
            self.draft.say(
                "info",
                "draf",
                tr("<b>Ada isian yang belum selesai:</b> {kind} {who}, {when}").format(
                    kind=kind, who=html.escape(who), when=moment(drafts[0].at, now)
                ),
            )

    def _drop_draft(self) -> None:
        drafts = self._store.drafts.of(self._account)
        if drafts:
            self._store.drafts.drop(drafts[0].id)
        self.draft_dropped.emit()
        self.refresh()

    def _resume_draft(self) -> None:
        drafts = self._store.drafts.of(self._account)
        if drafts:
            self.opened.emit(drafts[0].kind, f"draft:{drafts[0].id}")

    def _connect(self) -> None:
        self.signup.clicked.connect(self.wants_signup)
        self.visit.clicked.connect(self.wants_visit)
        self.deliver.clicked.connect(self.wants_delivery)
        self.discard.clicked.connect(self._drop_draft)
        self.resume.clicked.connect(self._resume_draft)
        self.journey.chosen.connect(self.chosen_state)
        self.todo.chosen.connect(self.opened)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.greeting)
        titles.addWidget(self.day)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(titles, 1)
        head.addWidget(self.visit)
        head.addWidget(self.signup)
        states = Card(padding=0, spacing=0)
        states.body.addWidget(self.journey)
        states.body.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 6, 12, 6)
        foot.addWidget(self.connection, 1)
        foot.addWidget(self.deliver)
        states.body.addLayout(foot)
        lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(self.todo, 1)
        lower.addWidget(self.month)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setSpacing(14)
        self._column.addLayout(head)
        self._column.addWidget(self.draft)
        self._column.addWidget(states)
        self._column.addLayout(lower, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self.setFocusProxy(self.signup)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)


def _counts(proof: Proof) -> dict[str, int]:
    return {
        "draft": proof.drafts,
        "queued": proof.waiting - proof.sending,
        "sending": proof.sending,
        "delivered": proof.delivered,
        "needs_revision": proof.refused,
    }


def _greeting(now: datetime, name: str) -> str:
    hour = now.astimezone().hour
    if 4 <= hour < 11:
        said = tr("Selamat pagi, {name}")
    elif 11 <= hour < 15:
        said = tr("Selamat siang, {name}")
    elif 15 <= hour < 18:
        said = tr("Selamat sore, {name}")
    else:
        said = tr("Selamat malam, {name}")
    return said.format(name=name.split(maxsplit=1)[0])


def _place(regions: Regions, areas: tuple[str, ...]) -> str:
    if not areas:
        return ""
    said = ", ".join(reversed(regions.path(areas[0])[1:]))
    return said if len(areas) == 1 else tr("{place} dan {n} lagi").format(place=said, n=len(areas) - 1)
