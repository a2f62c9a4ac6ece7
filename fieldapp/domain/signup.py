"""A sign-up: one worker's request to be registered, as the officer took it down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from fieldapp.domain import dates, money, nik, phone
from fieldapp.domain.heirs import heirs
from fieldapp.domain.parsers import Parse, code, identifier, line, moment, one_of, person
from fieldapp.domain.problem import Flaw, Problem
from fieldapp.domain.record import COMMON, COMMON_REQUIRED, Record, RecordFields

SEXES = ("male", "female")
PROGRAMMES = ("jkk_jkm", "jkk_jkm_jht")
PAY_PERIODS = (1, 3, 6, 12)
PAYERS = ("self", "apbn", "apbd", "village", "other")
CONSENTS = ("signature", "thumb", "spoken")
OLDEST = 65
"""Nobody who has reached this age can be registered (Permenaker 1/2025, by the branch's own rule)."""
ADULT = 18
USUAL_INCOME = range(100_000, 25_000_001)
"""Rupiah a month; outside lies what was typed with some zeros too few or too many."""
DIVIDED = frozenset({"91", "92", "93", "94", "95", "96"})
"""Papua: a NIK of before the division names another province than the village lies in now."""


class SignupFields(RecordFields):
    """The columns of a sign-up."""

    nik: str
    name: str
    birth_place: str | None = None
    birth_date: date
    sex: str
    family_card_no: str | None = None
    mother_name: str | None = None
    street: str | None = None
    hamlet: str | None = None
    rt: str | None = None
    rw: str | None = None
    phone: str | None = None
    email: str | None = None
    occupation: str
    occupation2: str | None = None
    work_place: str | None = None
    monthly_income: int
    programmes: str
    pay_period: int
    payer: str = "self"
    kpj: str | None = None
    heirs: list[dict[str, str]] = Field(default_factory=list, sa_type=JSON)
    consent_version: str
    consent_at: datetime
    consent_how: str
    visit: UUID | None = None


def _nik(value: Any, _on: date) -> str:
    return nik.parse(str(value)).digits


def _family_card(value: Any, _on: date) -> str:
    digits = re.sub(r"[\s.\-]+", "", str(value))
    if not digits.isascii() or not digits.isdigit():
        raise Flaw("family_card_no.letters")
    if len(digits) != 16:
        raise Flaw("family_card_no.length", digits=len(digits))
    return digits


def _neighbourhood(value: Any, _on: date) -> str:
    digits = str(value).strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 3:
        raise Flaw("rt.unreadable")
    return digits.zfill(3)


def _phone(value: Any, _on: date) -> str:
    return phone.parse(str(value))


def _email(value: Any, _on: date) -> str:
    address = str(value).strip()
    if len(address) > 254 or not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", address):
        raise Flaw("email.unreadable")
    return address


def _income(value: Any, _on: date) -> int:
    return value if type(value) is int and 0 <= value <= money.HIGHEST else money.parse(str(value))


def _member_number(value: Any, _on: date) -> str:
    digits = re.sub(r"[\s.\-]+", "", str(value))
    if not digits.isascii() or not digits.isalnum() or len(digits) != 11:
        raise Flaw("kpj.length")
    return digits.upper()


class Signup(Record, SignupFields):
    """A whole sign-up."""

    kind: ClassVar[str] = "signup"
    parsers: ClassVar[Mapping[str, Parse]] = {
        **COMMON,
        "nik": _nik,
        "name": person,
        "birth_place": line(60),
        "birth_date": dates.birth,
        "sex": one_of(*SEXES),
        "family_card_no": _family_card,
        "mother_name": person,
        "street": line(120),
        "hamlet": line(60),
        "rt": _neighbourhood,
        "rw": _neighbourhood,
        "phone": _phone,
        "email": _email,
        "occupation": code,
        "occupation2": code,
        "work_place": line(120),
        "monthly_income": _income,
        "programmes": one_of(*PROGRAMMES),
        "pay_period": one_of(*PAY_PERIODS),
        "payer": one_of(*PAYERS),
        "kpj": _member_number,
        "heirs": heirs,
        "consent_version": line(20),
        "consent_at": moment,
        "consent_how": one_of(*CONSENTS),
        "visit": identifier,
    }
    required: ClassVar[frozenset[str]] = COMMON_REQUIRED | {
        "nik",
        "name",
        "birth_date",
        "sex",
        "occupation",
        "monthly_income",
        "programmes",
        "pay_period",
        "payer",
        "consent_version",
        "consent_at",
        "consent_how",
    }

    @classmethod
    def contradictions(cls, values: Mapping[str, Any], on: date) -> list[Problem]:
        found = []
        born, recorded = values.get("birth_date"), values.get("recorded_at")
        age = dates.age(born, recorded.date() if recorded else on) if born else 0
        if age >= OLDEST:
            found.append(Problem("birth_date", "birth_date.too_old", {"age": age}))
        if values.get("occupation") and values.get("occupation") == values.get("occupation2"):
            found.append(Problem("occupation2", "occupation2.same"))
        return found

    def warnings(self, on: date) -> tuple[Problem, ...]:
        """Differences to what the NIK says, a very young worker, an income or a card number probably mistyped."""
        found = self._against_nik(on)
        if (age := dates.age(self.birth_date, on)) < ADULT:
            found.append(Problem("birth_date", "birth_date.young", {"age": age}))
        if self.family_card_no == self.nik:
            found.append(Problem("family_card_no", "family_card_no.as_nik"))
        if self.monthly_income is not None and self.monthly_income not in USUAL_INCOME:
            finding = "low" if self.monthly_income < USUAL_INCOME.start else "high"
            amount = money.shown(self.monthly_income)
            found.append(Problem("monthly_income", f"monthly_income.{finding}", {"amount": amount}))
        return tuple(found)

    def _against_nik(self, on: date) -> list[Problem]:
        said = nik.Nik(self.nik)
        births = said.births(on)
        found = []
        if births and self.birth_date not in births:
            found.append(Problem("birth_date", "birth_date.not_as_nik", {"nik": dates.shown(births[-1])}))
        if said.sex != self.sex:
            found.append(Problem("sex", "sex.not_as_nik", {"nik": said.sex}))
        if self.village is not None and said.regency != self.village[:4] and said.province not in DIVIDED:
            found.append(Problem("nik", "nik.other_place"))
        return found


def read(form: Mapping[str, Any], on: date) -> Signup:
    """The sign-up that a form makes; raises NotWhole with every problem of every field."""
    return Signup.read(form, on)


def warnings(signup: Signup, on: date) -> tuple[Problem, ...]:
    """What a person should look at again."""
    return signup.warnings(on)
