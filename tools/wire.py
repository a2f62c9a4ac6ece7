"""A TCP relay between laptop and centre that can be cut, as a village's link is."""

from __future__ import annotations

import contextlib
import socket
import threading


class Wire:
    """Relays loopback connections to ``port``; after ``cut_after(n)`` the n-th byte upwards is the last one."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._budget: int | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def cut_after(self, upward: int) -> None:
        """Let so many more bytes go up, then drop the connection and every later one."""
        self._budget = upward

    def mend(self) -> None:
        """Let everything through again."""
        self._budget = None

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                laptop, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._relay, args=(laptop,), daemon=True).start()

    def _relay(self, laptop: socket.socket) -> None:
        with laptop, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._port)) as centre:
            down = threading.Thread(target=_pump, args=(centre, laptop), daemon=True)
            down.start()
            while chunk := laptop.recv(4096):
                if self._budget is not None:
                    chunk, self._budget = chunk[: self._budget], max(0, self._budget - len(chunk))
                    if not chunk:
                        return
                centre.sendall(chunk)
            centre.shutdown(socket.SHUT_WR)
            down.join(timeout=60)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while chunk := source.recv(65536):
            sink.sendall(chunk)
