"""What stands on the desk: the first run, the door, or the window of the person who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.app import stage
from fieldapp.app.opening import Opening
from fieldapp.app.session import Session
from fieldapp.config import Paths, Preferences, preferences
from fieldapp.contract import invitation
from fieldapp.domain.region import Regions
from fieldapp.errors import FieldappError
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.store.backup import restore
from fieldapp.store.enrolment import enrol
from fieldapp.store.keys import Vault
from fieldapp.store.store import Store, open_store
from fieldapp.ui.enrol import Enrol
from fieldapp.ui.signin import SignIn


class Desk(QObject):
    """One widget at a time; the place and size of the window stay when it changes."""

    def __init__(self, app: QApplication, places: Paths, wear: Callable[[QApplication, Preferences], None]) -> None:
        super().__init__()
        self._app, self._places, self._wear = app, places, wear
        self._vault, self._opening = Vault(places.vault), Opening(places)
        self._regions = Regions.load()
        self.shown: QWidget | None = None
        self.session: Session | None = None

    def start(self, account: str, passphrase: str) -> None:
        """The first run, the door, or at once the window of an account whose passphrase was handed over."""
        if not self._vault.accounts():
            self._first_run()
        elif passphrase:
            chosen = account or self._vault.accounts()[0].id
            self._open_at_once(chosen, passphrase)
        else:
            self._door(account)

    def _open_at_once(self, account: str, passphrase: str) -> None:
        """With a passphrase that was handed over; what does not open is told at the door."""
        try:
            self.open(account, self._opening.unlock(account, passphrase))
        except FieldappError as closed:
            self._door(account, sentence(closed.code))

    def to_front(self) -> None:
        """Bring up what is shown now."""
        if self.shown is not None:
            stage.to_front(self.shown)

    def end(self) -> None:
        """Keep what is unfinished and close everything."""
        self._close()
        if self.shown is not None:
            self.shown.hide()
            self.shown.deleteLater()
            self.shown = None

    def _first_run(self) -> None:
        door = Enrol(invitation.decode, lambda what, word: enrol(self._places, what, word), self._places_of)
        door.done.connect(self._enrolled)
        self._show(door)

    def _enrolled(self, key: object) -> None:
        if isinstance(key, bytes):
            self.open(self._vault.accounts()[-1].id, open_store(self._places.database, key))

    def _door(self, first: str = "", notice: str = "", notes: dict[str, str] | None = None) -> None:
        opening = self._opening
        door = SignIn(self._vault.accounts(), opening.unlock, notes, notice, first, opening.mend)
        door.opened.connect(self.open)
        self._show(door)

    def open(self, account: str, store: object) -> None:
        """Show the window of an account whose store is open."""
        if not isinstance(store, Store):
            return
        whose = next(one for one in self._vault.accounts() if one.id == account)
        session = Session(store, whose, self._regions, self._places, self._vault)
        session.window.locked.connect(self._lock)
        session.window.theme.connect(session.other_theme)
        session.window.closing.connect(self._close)
        session.preferred.connect(lambda wanted: self._prefer(account, wanted))
        session.restore.connect(lambda backup: QTimer.singleShot(0, lambda: self._restore(backup)))
        self.session = session
        self._show(session.window)
        session.begin()

    def _lock(self, idle: bool) -> None:
        session = self.session
        if session is None:
            return
        account, notes = session.account.id, session.notes()
        self._close()
        who = session.account.name.split(maxsplit=1)[0]
        said = tr("Terkunci karena 5 menit tidak dipakai. Isian {name} sudah disimpan sebagai draf.").format(name=who)
        self._door(account, said if idle else "", {account: notes})

    def _prefer(self, account: str, wanted: Preferences) -> None:
        before = preferences(self._places.preferences)
        wanted = replace(wanted, second_backup=before.second_backup)
        wanted.keep(self._places.preferences)
        self._wear(self._app, wanted)
        if (before.language, before.text_size) != (wanted.language, wanted.text_size) and self.session is not None:
            self.session.leave()
            self.open(account, self.session.store)
            if self.session is not None:
                self.session.window.show_page("settings")
                if before.text_size != wanted.text_size:
                    self.session.settings.appearance.letters.setFocus()

    def _restore(self, backup: Path) -> None:
        """Go back to a backup; what is replaced is moved aside, and a backup that is not whole changes nothing."""
        session = self.session
        if session is None:
            return
        account, key, said = session.account.id, session.store.database.key, tr("Data dipulihkan dari cadangan.")
        self._close()
        try:
            restore(backup, self._places, key)
        except FieldappError as unusable:
            said = sentence(unusable.code)
        self.open(account, open_store(self._places.database, key))
        if self.session is not None:
            self.session.window.show_page("settings")
            self.session.settings.safety.said.setText(said)

    def _close(self) -> None:
        if self.session is not None:
            session, self.session = self.session, None
            session.leave()
            session.store.close()

    def _show(self, widget: QWidget) -> None:
        stage.enter(widget, self.shown)
        self.shown = widget

    def _places_of(self, areas: tuple[str, ...]) -> str:
        return "; ".join(", ".join(reversed(self._regions.path(area)[1:])) for area in areas)
