"""What is typed is kept before anybody saves it: two seconds after the last letter, and when the cursor moves on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from fieldapp.contract.messages import Kind
from fieldapp.store.drafts import Draft

IDLE = 1500
"""Milliseconds without a letter after which the form is kept."""


class Drafts(Protocol):
    """Where drafts lie."""

    def keep(self, draft: Draft) -> None: ...
    def of(self, by: str, kind: Kind | None = None) -> tuple[Draft, ...]: ...
    def drop(self, draft: UUID) -> None: ...


@dataclass(frozen=True)
class Current:
    """The form on the screen: its id as a draft, the record it edits, and what it holds."""

    id: UUID
    record: UUID | None
    form: dict[str, Any]


class Keeper(QObject):
    """Keeps one form: ``Keeper(drafts, kind, account, read)``; ``touch()`` on every change, ``flush()`` keeps now.

    ``read`` gives the form on the screen. ``kept(at)`` tells that it is safe. ``forget(id)`` when it became a record.
    """

    kept = Signal(object)

    def __init__(self, drafts: Drafts, kind: Kind, by: str, read: Callable[[], Current]) -> None:
        super().__init__()
        self._drafts, self._by, self._read = drafts, by, read
        self._kind: Kind = kind
        self._pause = QTimer(self, singleShot=True, interval=IDLE)
        self._pause.timeout.connect(self.flush)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()

    def flush(self) -> None:
        """Keep what was typed since the last time, if anything."""
        if self._pause.isActive() or self.sender() is self._pause:
            self._pause.stop()
            self._keep()

    def forget(self, draft: UUID) -> None:
        """This form is a record now, or unwanted."""
        self._pause.stop()
        self._drafts.drop(draft)

    def unfinished(self) -> tuple[Draft, ...]:
        """The account's drafts, the newest first."""
        return self._drafts.of(self._by, self._kind)

    def of(self, record: UUID) -> Draft | None:
        """The draft of this record's edit."""
        return next((one for one in self.unfinished() if one.record_id == record), None)

    def _keep(self) -> None:
        now, at = self._read(), datetime.now(UTC)
        self._drafts.keep(Draft(now.id, self._kind, now.record, plain(now.form), self._by, at))
        self.kept.emit(at)

    def _moved(self) -> None:
        if self._pause.isActive():
            self.flush()


def plain(form: Mapping[str, Any]) -> dict[str, Any]:
    """The form as JSON can hold it."""
    return {name: _plain(value) for name, value in form.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return plain(value)
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value
