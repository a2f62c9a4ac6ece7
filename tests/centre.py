"""The real centre in process, over a SQLite file of its own."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from starlette.testclient import TestClient

from fieldapp.contract.invitation import Invitation
from fieldserver import accounts
from fieldserver.app import create_app
from fieldserver.config import Settings
from fieldserver.database import connect

URL = "http://127.0.0.1"


class Centre:
    """``invite(account, areas)`` enrols a laptop; ``line`` is what the wire speaks to."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.settings = Settings(directory)
        self.key = self.settings.key
        self.line = TestClient(create_app(self.settings), base_url=URL, raise_server_exceptions=False)
        self.line.__enter__()
        self.engine = connect(self.settings.url)

    def invite(self, account: str, areas: tuple[str, ...]) -> Invitation:
        made = accounts.find(self.engine, account) or accounts.add(self.engine, account, "officer", areas)
        return accounts.invite(self.engine, self.settings, made, URL)

    def close(self) -> None:
        self.line.__exit__(None, None, None)
        self.line.close()
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
