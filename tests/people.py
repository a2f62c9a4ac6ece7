"""Invented people and visits in a real district, enough of them and never twice the same."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from fieldapp.domain import signup, visit
from fieldapp.domain.ids import new_id
from fieldapp.domain.signup import Signup
from fieldapp.domain.visit import Visit

DISTRICT = "320117"
VILLAGES = ("3201172003", "3201172004", "3201172005")
NAMES = ("Siti Aminah", "Budi Santoso", "Dewi Lestari", "Agus Salim", "Rina Wati", "Joko Susilo", "Sri Rahayu")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def person(number: int, village: str = VILLAGES[0], by: str = "petugas", **fields: Any) -> Signup:
    """The ``number``-th invented person, signed up in ``village``."""
    born = date(1970 + number % 30, 1 + number % 12, 1 + number % 28)
    woman = number % 2 == 0
    digits = f"{DISTRICT}{born.day + 40 * woman:02}{born:%m%y}{number % 9999 + 1:04}"
    form = {
        "id": new_id(),
        "village": village,
        "nik": digits,
        "name": f"{NAMES[number % len(NAMES)]} {number}",
        "birth_date": born,
        "sex": "female" if woman else "male",
        "street": f"Jalan Melati {number}",
        "phone": f"+62812{number % 10**8:08}",
        "occupation": "farmer",
        "monthly_income": 1_500_000 + number % 40 * 50_000,
        "programmes": "jkk_jkm",
        "pay_period": 3,
        "payer": "self",
        "consent_version": "2026-01",
        "consent_at": NOON,
        "consent_how": "signature",
        "recorded_by": by,
        "recorded_at": NOON,
    }
    return signup.read({**form, **fields}, NOON.date())


def talk(number: int, village: str = VILLAGES[0], by: str = "petugas", signups: tuple[UUID, ...] = ()) -> Visit:
    """The ``number``-th invented visit: an outreach talk."""
    form = {
        "id": new_id(),
        "village": village,
        "held_on": NOON.date(),
        "place": f"Balai desa {number}",
        "activity": "talk",
        "topic": "Manfaat JKK dan JKM",
        "men": 10 + number,
        "women": 12,
        "signups": signups,
        "officer": by,
        "recorded_by": by,
        "recorded_at": NOON,
    }
    return visit.read(form, NOON.date())
