"""The first door: shown before the store, the network and the pages are loaded, which happens behind it."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from fieldapp.app import stage
from fieldapp.app.opening import Opening
from fieldapp.config import Paths, Preferences
from fieldapp.store.keys import Vault
from fieldapp.ui.background import Background
from fieldapp.ui.signin import SignIn

Wear = Callable[[QApplication, Preferences], None]


class Front(QObject):
    """Asks for the passphrase, then hands over to the desk."""

    def __init__(self, app: QApplication, places: Paths, wear: Wear, account: str) -> None:
        super().__init__()
        self._app, self._places, self._wear = app, places, wear
        self._beside = Background(self)
        self.desk: QObject | None = None
        opening = Opening(places)
        self.door = SignIn(Vault(places.vault).accounts(), opening.unlock, first=account, mend=opening.mend)
        self.door.opened.connect(self._opened)
        stage.enter(self.door)
        QTimer.singleShot(0, self._load)

    def to_front(self) -> None:
        """Bring up what is shown now."""
        shown = getattr(self.desk, "shown", None) or self.door
        stage.to_front(shown)

    def _load(self) -> None:
        self._beside.run(lambda: importlib.import_module("fieldapp.app.desk"), lambda _: None, lambda _: None)

    def _opened(self, account: str, store: object) -> None:
        from fieldapp.app.desk import Desk  # noqa: PLC0415 - loaded behind the door

        desk = Desk(self._app, self._places, self._wear)
        desk.shown = self.door
        self.desk = desk
        desk.open(account, store)
