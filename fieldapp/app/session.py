"""Everything that exists while one person is signed in: store, line to the centre, pages, window."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.config import Paths, preferences
from fieldapp.domain.region import Regions
from fieldapp.errors import FieldappError
from fieldapp.language import tr
from fieldapp.store.keys import Account, Vault
from fieldapp.store.store import Store
from fieldapp.sync.engine import Outcome, Progress, exchange
from fieldapp.sync.line import line
from fieldapp.ui.background import Background
from fieldapp.ui.delivery.page import DeliveryPage
from fieldapp.ui.home.page import HomePage
from fieldapp.ui.occasions import Occasions
from fieldapp.ui.page import Page
from fieldapp.ui.runner import Runner
from fieldapp.ui.settings.page import SettingsPage
from fieldapp.ui.settings.safety import Copy, Safe
from fieldapp.ui.signup.page import SignupPage
from fieldapp.ui.strip import StripState
from fieldapp.ui.visit.page import VisitPage
from fieldapp.ui.window import Window

FRESH = 20_000
"""Milliseconds after which the strip is said again: ages go on."""


class Session(QObject):
    """Built for one account; ``leave()`` ends its threads and keeps its drafts, the store stays the caller's."""

    preferred = Signal(object)
    restore = Signal(object)

    def __init__(self, store: Store, account: Account, regions: Regions, places: Paths, vault: Vault) -> None:
        super().__init__()
        self.store, self.account = store, account
        self._regions, self._places, self._vault = regions, places, vault
        self._areas = tuple(store.settings.get("areas", []))
        second = preferences(places.preferences).second_backup
        store.backups.second = Path(second) if second else None
        self._connection: Literal["offline", "internet", "centre"] = "offline"
        self._sending = ""
        self._left = False
        client = line(store)
        self.runner = Runner(partial(exchange, store, client), client.reachable)
        self.occasions = Occasions(self.runner, lambda: store.outbox.summary().count)
        self._build()
        self._connect()
        self._beside = Background(self)
        self._clock = QTimer(self, interval=FRESH)
        self._clock.timeout.connect(self.say)

    def begin(self) -> None:
        """Start looking for the centre; make today's backup if there is none; build the index of the villages."""
        self._clock.start()
        nothing = lambda _: None  # noqa: E731
        self._beside.run(partial(self._regions.find, "a", limit=1), nothing, nothing)
        self._beside.run(self.store.backups.daily, lambda _: self.say(), nothing)
        self.occasions.begin()
        self.say()

    def leave(self) -> None:
        """Keep unfinished forms, end the delivery after its batch, take the window's signals off."""
        for page in (self.signups, self.visits):
            page.keep_draft()
        self._clock.stop()
        self._left = True
        self.occasions.end()
        self.runner.close()
        for late in (self.occasions, self.runner):
            late.blockSignals(True)

    def notes(self) -> str:
        """What the door says beside the name: drafts and what waits."""
        drafts, waiting = len(self.store.drafts.of(self.account.id)), self.store.outbox.summary().count
        said = [tr("{n} draf").format(n=drafts)] if drafts else []
        return " · ".join([*said, tr("{n} belum terkirim").format(n=waiting)])

    def other_theme(self) -> None:
        """Light instead of dark, or the other way round."""
        self.settings.appearance.other_theme()

    def say(self) -> None:
        """Say the state of things in the strip and on the rail, as long as somebody sits here."""
        if self._left:
            return
        self.window.set_strip(self._strip())
        self.delivery.set_count(self.store.outbox.summary().count)

    def _build(self) -> None:
        now = self.store.now
        names = {self.account.id: self.account.name}
        common: dict[str, Any] = {
            "records": self.store.records,
            "drafts": self.store.drafts,
            "regions": self._regions,
            "areas": self._areas,
            "account": self.account.id,
            "names": names,
            "today": self._today,
        }
        self.home = HomePage(self.store, self._regions, self.account.id, self.account.name, self._areas, now)
        self.signups = SignupPage(**common)
        self.visits = VisitPage(**common)
        self.delivery = DeliveryPage(self.store, self.runner, now)
        change = partial(self._vault.change, self.account.id)
        self.settings = SettingsPage(preferences(self._places.preferences), self._safe(), change)
        pages = (self.home, self.signups, self.visits, self.delivery, self.settings)
        self.window = Window(pages, self._strip(), self.account.name)

    def importing(self) -> Page:
        """The page that brings registers in; built when it is first wanted, since it loads a spreadsheet library."""
        from fieldapp.ui.importing.page import ImportPage  # noqa: PLC0415

        if ImportPage.key not in self.window.pages:
            page = ImportPage(
                records=self.store.records,
                regions=self._regions,
                areas=self._areas,
                account=self.account.id,
                today=self._today,
            )
            page.closed.connect(lambda: self.window.show_page("signup"))
            page.done.connect(lambda _count: self.say())
            self.window.add(page)
        self.window.show_page(ImportPage.key)
        return self.window.pages[ImportPage.key]

    def _today(self) -> date:
        return self.store.now().astimezone().date()

    def _safe(self) -> Safe:
        backups = self.store.backups
        copies = lambda: [Copy(one.path, one.at, one.size) for one in backups.list()]  # noqa: E731
        return Safe(
            place=self._places.data,
            second=lambda: backups.second,
            choose=self._second_place,
            backup=backups.now,
            copies=copies,
            restore=lambda copy: self.restore.emit(copy.path),
        )

    def _second_place(self, folder: Path | None) -> None:
        """Keep a copy of every backup there too, from now on."""
        wanted = replace(preferences(self._places.preferences), second_backup=str(folder or ""))
        wanted.keep(self._places.preferences)
        self.store.backups.second = folder

    def _connect(self) -> None:
        self.window.send.connect(self._send)
        self.home.wants_signup.connect(self._sign_up)
        self.home.wants_visit.connect(self._visit)
        self.home.wants_delivery.connect(self._send)
        self.home.chosen_state.connect(self._list)
        self.home.opened.connect(self._show_record)
        self.delivery.opened.connect(self._show_record)
        self.visits.signup_wanted.connect(self._sign_up)
        self.visits.signup_opened.connect(lambda record: self._show_record("signup", record))
        for page in (self.signups, self.visits):
            page.saved.connect(lambda _id: self.say())
        self.signups.column.offer_import(self.importing)
        self.delivery.settled.connect(self._settled)
        self.runner.progressed.connect(self._progressed)
        self.runner.finished.connect(self._ended)
        self.runner.failed.connect(self._ended)
        self.occasions.connected.connect(self._connected)
        self.settings.preferred.connect(self.preferred)

    def _send(self) -> None:
        self.window.show_page("delivery")
        self.runner.deliver()

    def _show_record(self, kind: str, record: str) -> None:
        self.window.show_page(kind)
        (self.signups if kind == "signup" else self.visits).go_in(record)

    def _list(self, state: str) -> None:
        if state == "sending":
            self.window.show_page("delivery")
            return
        self.window.show_page("signup")
        self.signups.column.filter(state if state in ("queued", "needs_revision") else "")

    def _sign_up(self, visit: str = "") -> None:
        self.window.show_page("signup")
        self.signups.new(visit=visit)

    def _visit(self) -> None:
        self.window.show_page("visit")
        self.visits.new()

    def _settled(self) -> None:
        current = self.window.current()
        if current is not self.delivery:
            current.refresh()
        self.say()

    def _progressed(self, progress: Progress) -> None:
        self._sending = tr("Sedang mengirim, {done} dari {total}").format(done=progress.done, total=progress.total)
        self.window.set_strip(self._strip())

    def _ended(self, _how: Outcome | FieldappError) -> None:
        self._sending = ""
        self.say()

    def _connected(self, reached: bool) -> None:
        self._connection = "centre" if reached else "offline"
        self.say()

    def _strip(self) -> StripState:
        waiting = self.store.outbox.summary()
        sent = [one.finished for one in self.store.exchange.deliveries(20) if one.outcome == "done" and one.finished]
        backups = self.store.backups.list()
        return StripState(
            now=datetime.now(UTC),
            connection=self._connection,
            waiting=waiting.count,
            oldest=waiting.oldest,
            last_delivery=max(sent, default=None),
            last_backup=max((one.at for one in backups), default=None),
            free=_free(self._places.data),
            sending=self._sending,
        )


def _free(place: Path) -> int | None:
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return None
