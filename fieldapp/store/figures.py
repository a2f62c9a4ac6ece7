"""Figures for the start page: the month so far, and follow-ups that fall due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, func, select

from fieldapp.store.database import Database
from fieldapp.store.tables import RECORDS

AHEAD = timedelta(days=7)
SHOWN = 50


@dataclass(frozen=True)
class Month:
    """Visits, people met and interested, and sign-ups recorded in one calendar month; withdrawn ones do not count."""

    visits: int
    met: int
    prospects: int
    signups: int


@dataclass(frozen=True)
class FollowUp:
    """Something promised at a visit, for a day."""

    id: UUID
    what: str
    where: str
    due: date


class Figures:
    """Reads sums; keeps nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def month(self, today: date) -> Month:
        """The calendar month of ``today``."""
        first = today.replace(day=1)
        after = (first + timedelta(days=32)).replace(day=1)
        visit, signup = RECORDS["visit"].c, RECORDS["signup"].c
        held = and_(visit.held_on >= f"{first}", visit.held_on < f"{after}", visit.withdrawn.is_(None))
        taken = and_(signup.recorded_at >= f"{first}", signup.recorded_at < f"{after}", signup.withdrawn.is_(None))
        met = func.coalesce(func.sum(func.coalesce(visit.men, 0) + func.coalesce(visit.women, 0)), 0)
        with self._database.read() as tx:
            visits = tx.execute(select(func.count(), met, func.coalesce(func.sum(visit.prospects), 0)).where(held)).one()
            signups = tx.execute(select(func.count(signup.id)).where(taken)).scalar_one()
        return Month(int(visits[0]), int(visits[1]), int(visits[2]), int(signups))

    def follow_ups(self, today: date) -> tuple[FollowUp, ...]:
        """What was promised for the next seven days or earlier this month and last, soonest first."""
        visit = RECORDS["visit"].c
        earliest, latest = today - timedelta(days=30), today + AHEAD
        due = visit.follow_up_due.between(f"{earliest}", f"{latest}")
        asked = (
            select(visit.id, visit.follow_up, visit.place, visit.follow_up_due)
            .where(due, visit.withdrawn.is_(None))
            .order_by(visit.follow_up_due)
            .limit(SHOWN)
        )
        with self._database.read() as tx:
            return tuple(
                FollowUp(record, what or "", where or "", date.fromisoformat(day))
                for record, what, where, day in tx.execute(asked)
            )
