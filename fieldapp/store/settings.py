"""Named values of this laptop, or of one account on it: enrolment, areas, when something was last done."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from fieldapp.store.database import Database
from fieldapp.store.tables import SETTING


def get(connection: Connection, name: str, account: str = "") -> Any:
    """The value within the caller's transaction, or None."""
    return connection.scalar(select(SETTING.c.value).where(SETTING.c.account == account, SETTING.c.name == name))


def put(connection: Connection, name: str, value: Any, account: str = "") -> None:
    """Keep a JSON value within the caller's transaction."""
    kept = insert(SETTING).values(account=account, name=name, value=value)
    connection.execute(kept.on_conflict_do_update(index_elements=["account", "name"], set_={"value": value}))


class Settings:
    """``settings.get("url")``, ``settings.put("areas", ["320117"], account="a1")``; values are JSON."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str, default: Any = None, *, account: str = "") -> Any:
        with self._database.read() as connection:
            value = get(connection, name, account)
        return default if value is None else value

    def put(self, name: str, value: Any, *, account: str = "") -> None:
        with self._database.write() as connection:
            put(connection, name, value, account)
