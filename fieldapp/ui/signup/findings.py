"""What follows from a form as far as it is typed: what the NIK says, what differs from it, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from fieldapp.domain import dates, nik, occupation
from fieldapp.domain.nik import Nik
from fieldapp.domain.problem import Flaw, Problem
from fieldapp.domain.region import Regions
from fieldapp.domain.signup import Signup
from fieldapp.language import tr
from fieldapp.messages import sentence
from fieldapp.ui.fields.village_edit import short_regency
from fieldapp.ui.record.summary import Missing
from fieldapp.ui.signup import words

_NOBODY = UUID(int=0)
_WISHED = ("phone", "heirs")
_NEEDED = (
    *("nik", "name", "birth_date", "sex", "village", "occupation", "monthly_income"),
    *("programmes", "pay_period", "payer", "consent_how"),
)


def reading(digits: str, on: date, regions: Regions) -> str:
    """What the NIK says, as far as it is typed."""
    if not digits:
        return tr("Ketik NIK, lalu cocokkan dengan KTP.")
    if len(digits) < 16:
        far = _so_far(digits, on, regions)
        begun = tr("Baru {n} dari 16 angka.").format(n=len(digits))
        return begun + " " + tr("Terbaca sejauh ini: {what}.").format(what=far) if far else begun
    try:
        known = nik.parse(digits)
    except Flaw as flaw:
        return sentence(flaw.problem.code, **flaw.problem.detail)
    return f"{_person(known, on)}\n{_place(known.digits, regions)}"


def matches(values: Mapping[str, Any], on: date) -> bool:
    """Whether NIK, birth date and sex are all there and say the same."""
    digits, born, sex = (values.get(name) for name in ("nik", "birth_date", "sex"))
    try:
        known = nik.parse(str(digits or ""))
    except Flaw:
        return False
    return isinstance(born, date) and born in known.births(on) and sex == known.sex


def doubts(values: Mapping[str, Any], on: date) -> tuple[Problem, ...]:
    """The soft warnings, once NIK, birth date and sex can all be read."""
    born, sex = values.get("birth_date"), values.get("sex")
    try:
        known = nik.parse(str(values.get("nik", "")))
    except Flaw:
        return ()
    if not isinstance(born, date) or not sex:
        return ()
    village, income = str(values.get("village", "")), values.get("monthly_income")
    typed = {
        "village": village if village.isdigit() else None,
        "family_card_no": values.get("family_card_no"),
        "monthly_income": income if isinstance(income, int) else None,
    }
    sure = {"nik": known.digits, "birth_date": born.isoformat(), "sex": sex}
    return Signup.restored({**typed, **sure}, _NOBODY).warnings(on)


def spoken(problem: Problem) -> dict[str, str | int]:
    """The detail of a problem with codes as words."""
    sexes = {str(value): text.lower() for value, text in words.sexes()}
    return {name: sexes.get(str(value), value) for name, value in problem.detail.items()}


def missing(values: Mapping[str, Any]) -> tuple[Missing, ...]:
    """What is still empty: what must be there first, then what would be good."""
    labels = words.labels()
    needed = [Missing(name, labels[name], True) for name in _NEEDED if not complete(values, name)]
    return (*needed, *(Missing(name, labels[name], False) for name in _WISHED if not values.get(name)))


def complete(values: Mapping[str, Any], name: str) -> bool:
    """Whether a field holds something that can be read, as far as that can be seen while one types."""
    value = values.get(name)
    known = {
        "nik": lambda: len(str(value)) == 16,
        "village": lambda: len(str(value)) == 10 and str(value).isdigit(),
        "occupation": lambda: occupation.get(str(value)) is not None,
        "monthly_income": lambda: isinstance(value, int),
        "birth_date": lambda: isinstance(value, date),
    }
    return bool(value) and known.get(name, lambda: True)()


def _person(known: Nik, on: date) -> str:
    sex = dict(words.sexes())[known.sex]
    births = known.births(on)
    if not births:
        return sex
    if len(births) > 1:
        first, second = births[0], births[-1]
        either = tr("{day} atau {year}").format(day=dates.shown(first), year=second.year)
        return f"{sex} · {either}"
    years = tr("{n} tahun").format(n=dates.age(births[0], on))
    return f"{sex} · {dates.shown(births[0])} · {years}"


def _place(digits: str, regions: Regions) -> str:
    regency = short_regency(regions.name(digits[:4])) if regions.known(digits[:4]) else ""
    if not regency:
        return tr("Kode wilayah lama, boleh berbeda dari sekarang.")
    if regions.known(digits[:6]):
        return tr("Kec. {name}").format(name=regions.name(digits[:6])) + f", {regency}"
    return f"{regency} · " + tr("kode kecamatan lama")


def _so_far(digits: str, on: date, regions: Regions) -> str:
    parts = []
    if len(digits) >= 8:
        parts.append(dict(words.sexes())["female" if int(digits[6:8]) > 40 else "male"].lower())
    if len(digits) >= 12:
        births = Nik(digits.ljust(16, "1")).births(on) if _month(digits) else ()
        parts += [dates.shown(births[-1])] if births else []
    if len(digits) >= 4 and regions.known(digits[:4]):
        parts.append(short_regency(regions.name(digits[:4])))
    return ", ".join(parts)


def _month(digits: str) -> bool:
    return 1 <= int(digits[8:10]) <= 12
