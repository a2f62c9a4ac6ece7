"""What the values of a visit are called on the screen, and how any of them is read aloud."""

from __future__ import annotations

from datetime import date
from typing import Any

from fieldapp.domain import dates
from fieldapp.domain.region import Regions
from fieldapp.language import tr

Options = list[tuple[object, str]]


def activities() -> Options:
    """The kinds of visit, the commonest first."""
    return [
        ("talk", tr("Sosialisasi kelompok")),
        ("door_to_door", tr("Dari rumah ke rumah")),
        ("launch", tr("Peluncuran di desa")),
        ("exercise", tr("Senam bersama")),
        ("banner", tr("Pasang spanduk atau poster")),
        ("festival", tr("Stan di acara")),
        ("benefit", tr("Penyerahan santunan")),
        ("partnership", tr("Kerja sama dengan BUMDes")),
        ("payment_follow_up", tr("Tindak lanjut iuran")),
        ("other", tr("Lainnya")),
    ]


def steps() -> Options:
    """The steps that a report follows."""
    return [
        ("preparation", tr("Persiapan")),
        ("mapping", tr("Pemetaan")),
        ("accompaniment", tr("Pendampingan")),
        ("outreach", tr("Sosialisasi")),
        ("questions", tr("Tanya jawab")),
        ("follow_up", tr("Tindak lanjut")),
        ("report", tr("Laporan")),
    ]


def labels() -> dict[str, str]:
    """Every field as its label says it."""
    return {
        "held_on": tr("Tanggal"),
        "starts": tr("Mulai"),
        "ends": tr("Selesai"),
        "village": tr("Desa atau kelurahan"),
        "place": tr("Tempat"),
        "activity": tr("Jenis kunjungan"),
        "step": tr("Tahap"),
        "topic": tr("Topik atau materi"),
        "speaker": tr("Pembicara"),
        "target_group": tr("Sasaran"),
        "partners": tr("Mitra yang hadir"),
        "men": tr("Laki-laki hadir"),
        "women": tr("Perempuan hadir"),
        "prospects": tr("Berminat"),
        "signups": tr("Sudah didaftarkan"),
        "questions": tr("Pertanyaan warga"),
        "obstacles": tr("Kendala"),
        "follow_up": tr("Apa yang dikerjakan"),
        "follow_up_due": tr("Paling lambat"),
        "follow_up_by": tr("Siapa"),
        "number": tr("Nomor surat"),
        "note": tr("Catatan petugas"),
        "officer": tr("Petugas"),
        "withdrawn": tr("Ditarik"),
    }


def said(name: str, value: Any, regions: Regions) -> str:
    """A value of the record as a person reads it; codes become words."""
    if value in (None, "", [], ()):
        return tr("kosong")
    if name == "signups":
        return tr("{n} orang").format(n=len(value))
    if name == "village" and len(str(value)) == 10:
        return regions.name(str(value))
    if name in ("activity", "step"):
        return dict(activities() if name == "activity" else steps()).get(value, str(value))
    if name in ("held_on", "follow_up_due"):
        return _day(value)
    return str(value).replace(":", ".") if name in ("starts", "ends") else str(value)


def _day(value: Any) -> str:
    try:
        return dates.shown(value if isinstance(value, date) else date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
