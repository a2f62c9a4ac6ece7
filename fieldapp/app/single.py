"""One window for each data directory: the second start asks the first one to come to the front."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from fieldapp.config import Paths

WAIT = 1000
"""Milliseconds to reach the first window."""


class Single(QObject):
    """``first()`` takes the lock of the data directory; ``asked`` comes when another start wants this window."""

    asked = Signal()

    def __init__(self, places: Paths) -> None:
        super().__init__()
        self._lock = QLockFile(str(places.lock))
        self._lock.setStaleLockTime(0)
        self._name = "fieldapp-" + hashlib.sha256(str(places.data).encode()).hexdigest()[:16]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._knocked)

    def first(self) -> bool:
        """Whether no other window has this data directory open."""
        if not self._lock.tryLock(100):
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def raise_first(self) -> bool:
        """Ask the window that is open already to come to the front."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(WAIT)
        socket.disconnectFromServer()
        return reached

    def close(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _knocked(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            guest.deleteLater()
            self.asked.emit()
