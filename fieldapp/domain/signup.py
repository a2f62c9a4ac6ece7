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
from fieldapp.domain.problem import Flaw, NotWhole, Problem
from fieldapp.domain.record import (
    COMMON,
    COMMON_REQUIRED,
    Parse,
    Record,
    RecordFields,
    identifier,
    moment,
    one_of,
    text,
)

SEXES = ("male", "female")
PROGRAMMES = ("jkk_jkm", "jkk_jkm_jht")
PAY_PERIODS = (1, 3, 6, 12)
PAYERS = ("self", "apbn", "apbd", "village", "other")
CONSENTS = ("signature", "thumb", "spoken")
RELATIONS = ("husband", "wife", "child", "parent", "sibling", "other")
OLDEST = 65
"""Nobody who has reached this age can be registered (Permenaker 1/2025, by the branch's own rule)."""
ADULT = 18


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
    return value if isinstance(value, int) and 0 <= value <= money.HIGHEST else money.parse(str(value))


def _member_number(value: Any, _on: date) -> str:
    digits = re.sub(r"[\s.\-]+", "", str(value))
    if not digits.isascii() or not digits.isalnum() or len(digits) != 11:
        raise Flaw("kpj.length")
    return digits.upper()


def _heirs(value: Any, on: date) -> list[dict[str, str]]:
    heirs, problems = [], []
    for number, given in enumerate(value):
        if not isinstance(given, Mapping):
            raise Flaw("heirs.unreadable")
        if not any(str(part).strip() for part in given.values() if part is not None):
            continue
        heir = {}
        for name, parse in (("name", text(60)), ("relation", one_of(*RELATIONS)), ("birth_date", _heir_birth)):
            try:
                if given.get(name) not in (None, ""):
                    heir[name] = parse(given[name], on)
                elif name != "birth_date":
                    problems.append(Problem(f"{number}.{name}", f"heir.{name}.missing"))
            except Flaw as flaw:
                problems.append(Problem(f"{number}.{name}", flaw.problem.code, flaw.problem.detail))
        heirs.append(heir)
    if problems:
        raise NotWhole(problems)
    return heirs


def _heir_birth(value: Any, on: date) -> str:
    return dates.birth(value, on).isoformat()


class Signup(Record, SignupFields):
    """A whole sign-up."""

    kind: ClassVar[str] = "signup"
    parsers: ClassVar[Mapping[str, Parse]] = {
        **COMMON,
        "nik": _nik,
        "name": text(60),
        "birth_place": text(60),
        "birth_date": dates.birth,
        "sex": one_of(*SEXES),
        "family_card_no": _family_card,
        "mother_name": text(60),
        "street": text(120),
        "hamlet": text(60),
        "rt": _neighbourhood,
        "rw": _neighbourhood,
        "phone": _phone,
        "email": _email,
        "occupation": text(40),
        "occupation2": text(40),
        "work_place": text(120),
        "monthly_income": _income,
        "programmes": one_of(*PROGRAMMES),
        "pay_period": one_of(*PAY_PERIODS),
        "payer": one_of(*PAYERS),
        "kpj": _member_number,
        "heirs": _heirs,
        "consent_version": text(20),
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
        born = values.get("birth_date")
        if born is not None and dates.age(born, on) >= OLDEST:
            found.append(Problem("birth_date", "birth_date.too_old", {"age": dates.age(born, on)}))
        if values.get("occupation") and values.get("occupation") == values.get("occupation2"):
            found.append(Problem("occupation2", "occupation2.same"))
        return found

    def warnings(self, on: date) -> tuple[Problem, ...]:
        """Differences to what the NIK says, a very young worker, no phone."""
        said = nik.Nik(self.nik)
        births = said.births(on)
        found = []
        if births and self.birth_date not in births:
            found.append(Problem("birth_date", "birth_date.not_as_nik", {"nik": dates.shown(births[-1])}))
        if said.sex != self.sex:
            found.append(Problem("sex", "sex.not_as_nik", {"nik": said.sex}))
        if dates.age(self.birth_date, on) < ADULT:
            found.append(Problem("birth_date", "birth_date.young", {"age": dates.age(self.birth_date, on)}))
        return tuple(found)


def read(form: Mapping[str, Any], on: date) -> Signup:
    """The sign-up that a form makes; raises NotWhole with every problem of every field."""
    return Signup.read(form, on)


def warnings(signup: Signup, on: date) -> tuple[Problem, ...]:
    """What a person should look at again."""
    return signup.warnings(on)
