"""What the values of a sign-up are called on the screen, and how any of them is read aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fieldapp.domain import dates, money, nik, occupation, phone
from fieldapp.domain.region import Regions
from fieldapp.language import tr

Options = list[tuple[object, str]]


def sexes() -> Options:
    """The sexes, as chosen."""
    return [("male", tr("Laki-laki")), ("female", tr("Perempuan"))]


def programmes() -> Options:
    """What can be insured."""
    return [("jkk_jkm", tr("JKK + JKM")), ("jkk_jkm_jht", tr("JKK + JKM + JHT"))]


def periods() -> Options:
    """For how many months one pays."""
    return [(n, tr("{n} bln").format(n=n)) for n in (1, 3, 6, 12)]


def payers() -> Options:
    """Who pays."""
    return [
        ("self", tr("Bayar sendiri")),
        ("village", tr("Desa")),
        ("apbd", tr("APBD")),
        ("apbn", tr("APBN")),
        ("other", tr("Pihak lain")),
    ]


def consents() -> Options:
    """How consent was given."""
    return [("signature", tr("Tanda tangan")), ("thumb", tr("Cap jempol")), ("spoken", tr("Lisan"))]


def relations() -> Options:
    """How an heir is related."""
    return [
        ("husband", tr("Suami")),
        ("wife", tr("Istri")),
        ("child", tr("Anak")),
        ("parent", tr("Orang tua")),
        ("sibling", tr("Saudara")),
        ("other", tr("Lainnya")),
    ]


def labels() -> dict[str, str]:
    """Every field as its label says it."""
    return {
        "nik": tr("NIK"),
        "name": tr("Nama sesuai KTP"),
        "birth_place": tr("Tempat lahir"),
        "birth_date": tr("Tanggal lahir"),
        "sex": tr("Jenis kelamin"),
        "family_card_no": tr("No. Kartu Keluarga"),
        "mother_name": tr("Nama ibu kandung"),
        "street": tr("Jalan atau kampung"),
        "rt": tr("RT"),
        "rw": tr("RW"),
        "village": tr("Desa atau kelurahan"),
        "phone": tr("Nomor HP"),
        "hamlet": tr("Dusun"),
        "email": tr("Email"),
        "occupation": tr("Pekerjaan"),
        "occupation2": tr("Pekerjaan kedua"),
        "work_place": tr("Tempat kerja"),
        "monthly_income": tr("Penghasilan per bulan"),
        "programmes": tr("Program"),
        "pay_period": tr("Bayar untuk"),
        "payer": tr("Yang membayar"),
        "kpj": tr("Nomor peserta lama (KPJ)"),
        "heirs": tr("Ahli waris"),
        "consent_how": tr("Persetujuan"),
        "note": tr("Catatan petugas"),
        "withdrawn": tr("Ditarik"),
        "confirmed": tr("Sudah dicek"),
    }


def said(name: str, value: Any, regions: Regions) -> str:
    """A value of the record as a person reads it; codes become words."""
    if value in (None, "", [], ()):
        return tr("kosong")
    if name == "heirs":
        return "; ".join(_heir(one) for one in value)
    if name == "village" and len(str(value)) == 10:
        return regions.name(str(value))
    return _choice(name, value) or _typed(name, value)


def _choice(name: str, value: Any) -> str:
    made = {"sex": sexes, "programmes": programmes, "pay_period": periods, "payer": payers, "consent_how": consents}
    return dict(made[name]()).get(value, "") if name in made else ""


def _typed(name: str, value: Any) -> str:
    text = str(value)
    shown: dict[str, Callable[[str], str]] = {
        "nik": nik.grouped,
        "family_card_no": lambda card: f"{card[:6]} {card[6:12]} {card[12:]}",
        "phone": lambda number: phone.shown(number) if number.startswith("+62") else number,
        "monthly_income": lambda amount: money.shown(int(amount)) if amount.isdigit() else amount,
        "occupation": _job,
        "occupation2": _job,
        "birth_date": _day,
    }
    return shown.get(name, str)(text)


def _job(code: str) -> str:
    known = occupation.get(code)
    return known.name if known else code


def _day(text: str) -> str:
    try:
        return dates.shown(date.fromisoformat(text))
    except ValueError:
        return text


def _heir(heir: Mapping[str, Any]) -> str:
    relation = dict(relations()).get(heir.get("relation"), "")
    born = _day(str(heir["birth_date"])) if heir.get("birth_date") else ""
    return ", ".join(filter(None, (str(heir.get("name") or ""), relation, born)))
