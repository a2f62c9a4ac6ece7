"""Forms of invented people and visits, filled as an officer would."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from fieldapp.domain.problem import NotWhole
from fieldapp.domain.signup import Signup
from fieldapp.domain.visit import Visit

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)
ID = UUID("019c0000-0000-7000-8000-000000000001")


def signup_form(**fields: Any) -> dict[str, Any]:
    """What is typed for Siti; ``fields`` replace or add."""
    return {
        "id": ID,
        "village": "32.01.17.2003",
        "nik": "32 01 17 570885 9012",
        "name": "  Siti   Aminah ",
        "birth_date": "170885",
        "sex": "female",
        "occupation": "farmer",
        "monthly_income": "1,5jt",
        "programmes": "jkk_jkm",
        "pay_period": "3",
        "payer": "self",
        "consent_version": "2026-01",
        "consent_at": NOON,
        "consent_how": "signature",
        "recorded_by": "petugas",
        "recorded_at": NOON,
        **fields,
    }


def visit_form(**fields: Any) -> dict[str, Any]:
    """What is typed for an evening at the village hall; ``fields`` replace or add."""
    return {
        "id": ID,
        "village": "3201172003",
        "held_on": "2-3-26",
        "place": "Balai desa",
        "activity": "talk",
        "men": "12",
        "women": "15",
        "officer": "petugas",
        "recorded_by": "petugas",
        "recorded_at": NOON,
        **fields,
    }


def signed_up(**fields: Any) -> Signup:
    return Signup.read(signup_form(**fields), TODAY)


def visited(**fields: Any) -> Visit:
    return Visit.read(visit_form(**fields), TODAY)


def wrong(kind: type[Signup] | type[Visit], form: dict[str, Any]) -> set[tuple[str, str]]:
    """Field and code of everything that is wrong with a form."""
    try:
        kind.read(form, TODAY)
    except NotWhole as refused:
        return {(problem.field, problem.code) for problem in refused.problems}
    return set()
