"""Figures of the home page: the month so far, and follow-ups that fall due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import func, select

from fieldapp.store.database import Database
from fieldapp.store.tables import RECORDS

AHEAD = timedelta(days=7)
"""How early a follow-up is shown."""


@dataclass(frozen=True)
class Month:
    """A month until today: people met and interested are what visits counted."""

    signups: int = 0
    visits: int = 0
    met: int = 0
    prospects: int = 0


@dataclass(frozen=True)
class FollowUp:
    """What a visit left to be done, until when, and at which place."""

    id: UUID
    what: str
    where: str
    due: date


class Figures:
    """Reads what the records add up to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def month(self, today: date) -> Month:
        """The figures from the first of the month to today; what was withdrawn does not count."""
        first = today.replace(day=1)
        signup, visit = RECORDS["signup"].c, RECORDS["visit"].c
        begin = datetime.combine(first, time()).astimezone()
        signups = select(func.count()).where(signup.recorded_at >= _utc(begin), signup.withdrawn.is_(None))
        visits = select(
            func.count(),
            func.coalesce(func.sum(visit.men + visit.women), 0),
            func.coalesce(func.sum(visit.prospects), 0),
        ).where(visit.held_on.between(first.isoformat(), today.isoformat()), visit.withdrawn.is_(None))
        with self._database.read() as connection:
            held, met, prospects = connection.execute(visits).one()
            return Month(connection.scalar(signups) or 0, held, met, prospects)

    def follow_ups(self, today: date) -> tuple[FollowUp, ...]:
        """Follow-ups due within a week or overdue for at most ninety days, the most urgent first."""
        visit = RECORDS["visit"].c
        since, until = (today - timedelta(days=90)).isoformat(), (today + AHEAD).isoformat()
        asked = (
            select(visit.id, visit.follow_up, visit.place, visit.follow_up_due)
            .where(visit.follow_up_due.between(since, until), visit.withdrawn.is_(None))
            .order_by(visit.follow_up_due)
        )
        with self._database.read() as connection:
            found = connection.execute(asked).all()
        return tuple(FollowUp(id, what or place, place, date.fromisoformat(due)) for id, what, place, due in found)


def _utc(moment: datetime) -> str:
    """A moment as content columns spell it."""
    return moment.astimezone(UTC).isoformat()
