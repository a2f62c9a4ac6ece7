"""Invented sign-ups as they travel: typical ones for measuring, and arbitrary messages for the round trip."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from fieldapp.contract.messages import Create

FIRST = (
    *("Wulan", "Sari", "Yayat", "Neneng", "Asep", "Dedi", "Siti", "Nurul", "Budi", "Agus"),
    *("Tuti", "Ujang", "Rina", "Eko", "Dewi", "Iwan", "Lilis", "Cecep", "Ani", "Joko"),
)
LAST = (
    *("Andriani", "Puspita", "Ruhiyat", "Kusmiati", "Hidayat", "Suherman", "Aminah"),
    *("Fitriani", "Santoso", "Gunawan", "Rohaeti", "Permana", "Lestari"),
)
TOWNS = ("Bogor", "Cianjur", "Sukabumi", "Jakarta", "Bandung", "Depok", "Lebak", "Tangerang")
JOBS = ("farmer", "trader", "ojol", "fisher", "builder", "tailor", "driver", "laundry", "stall", "craft")
NOTES = ("minta dihubungi sore", "kartu diambil di balai desa", "punya dua usaha", "ikut arisan RT", "titip ke Pak RT")
VILLAGES = ("3201172003", "3201172004", "3201172005", "3201172006")


def sign_up(seed: random.Random, at: datetime, village: str, by: str = "wulan-a1") -> Create:
    """One invented sign-up of about 26 fields, about 670 bytes as JSON."""
    ident = UUID(
        int=int(at.timestamp() * 1000) << 80 | 7 << 76 | seed.getrandbits(12) << 64 | 2 << 62 | seed.getrandbits(62)
    )
    at = at.replace(microsecond=0)
    return Create(record=ident, kind="signup", village=village, by=by, at=at, fields=fields(seed, at, village, by))


def fields(seed: random.Random, at: datetime, village: str, by: str) -> dict[str, Any]:
    born = date(1962, 1, 1) + timedelta(days=seed.randrange(16_000))
    woman = seed.random() < 0.5
    card_day, card_month = seed.randrange(1, 29), seed.randrange(1, 13)
    home = village[:6] if seed.random() < 0.8 else f"32{seed.randrange(1, 28):02}{seed.randrange(1, 30):02}"
    content = {
        "village": village,
        "nik": f"{home}{born.day + 40 * woman:02}{born:%m%y}{seed.randrange(1, 40):04}",
        "name": f"{seed.choice(FIRST)} {seed.choice(LAST)}",
        "birth_place": seed.choice(TOWNS),
        "birth_date": born.isoformat(),
        "sex": "female" if woman else "male",
        "family_card_no": f"{village[:6]}{card_day:02}{card_month:02}1{seed.randrange(10)}{seed.randrange(1, 3000):04}",
        "mother_name": seed.choice(FIRST),
        "hamlet": f"Kampung {seed.choice(LAST)}",
        "rt": f"{seed.randrange(1, 9):03}",
        "rw": f"{seed.randrange(1, 6):03}",
        "phone": f"+628{seed.choice((12, 13, 21, 52, 57, 77, 95))}{seed.randrange(10**7, 10**8)}",
        "occupation": seed.choice(JOBS),
        "monthly_income": seed.randrange(10, 60) * 50_000,
        "programmes": seed.choice(("jkk_jkm", "jkk_jkm", "jkk_jkm_jht")),
        "pay_period": seed.choice((1, 1, 3, 6, 12)),
        "payer": "self",
        "heirs": [
            {"name": f"{seed.choice(FIRST)} {seed.choice(LAST)}", "relation": seed.choice(("wife", "husband", "child"))}
        ],
        "consent_version": "2026-01",
        "consent_at": (at - timedelta(seconds=seed.randrange(20, 400))).isoformat(),
        "consent_how": seed.choice(("signature", "thumb", "spoken")),
        "recorded_by": by,
        "recorded_at": at.isoformat(),
    }
    if seed.random() < 0.3:
        content["note"] = seed.choice(NOTES)
    if seed.random() < 0.4:
        content["street"] = f"Jalan {seed.choice(LAST)} {seed.randrange(1, 120)}"
    return content


def sign_ups(count: int, seed: int = 1, villages: tuple[str, ...] = VILLAGES) -> list[Create]:
    """So many sign-ups in the order in which an officer of a few villages would record them."""
    chance = random.Random(seed)
    at = datetime(2026, 9, 1, 2, 0, tzinfo=UTC)
    made = []
    for number in range(count):
        at += timedelta(milliseconds=chance.randrange(60_000, 900_000))
        made.append(sign_up(chance, at, villages[number // 25 % len(villages)]))
    return made
