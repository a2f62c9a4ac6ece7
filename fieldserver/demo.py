"""An invented district to look at: three officers, their supervisor, and what the colleagues did in the last weeks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Engine

from fieldapp.contract.invitation import Invitation
from fieldapp.contract.messages import Create
from fieldapp.domain import consent
from fieldapp.domain.kinds import AnyRecord
from fieldapp.domain.region import Region, Regions
from fieldapp.domain.signup import Signup
from fieldapp.domain.visit import Visit
from fieldserver.accounts import Account, Role, add, find, invite
from fieldserver.config import Settings
from fieldserver.intake import take_in
from fieldserver.judge import Sender

DISTRICT, HOME = "320117", "Gunung Menyan"
OFFICERS = ("Wulan Andriani", "Sari Puspita", "Yayat Ruhiyat")
SUPERVISOR = "Neneng Kusmiati"
SIGN_UPS, VISITS = 60, 10
SPACE = UUID("6f1d2c64-5a57-4f0e-9a3e-0d6b6d1a7c11")

WOMEN = ("Siti", "Nurul", "Tuti", "Rina", "Dewi", "Lilis", "Ani", "Euis", "Imas", "Yuyun")
MEN = ("Asep", "Dedi", "Budi", "Agus", "Ujang", "Eko", "Iwan", "Cecep", "Joko", "Endang")
FAMILY = ("Aminah", "Hidayat", "Suherman", "Permana", "Lestari", "Rohaeti", "Gunawan", "Fitriani", "Santoso", "Nuraini")
JOBS = ("farmer", "rice_farmer", "market_trader", "online_motorcycle_taxi", "builder", "tailor")
HAMLETS = ("Kampung Sawah", "Kampung Baru", "Babakan", "Cikoneng", "Pasir Angin")
PLACES = ("Balai desa", "Rumah Ketua RT 03", "Pasar desa", "Posyandu Melati", "Saung kelompok tani")
ACTIVITIES = ("talk", "door_to_door", "launch", "exercise", "payment_follow_up")
TOPICS = ("Manfaat JKK dan JKM", "Cara membayar iuran", "Beasiswa anak peserta")


def demo(engine: Engine, settings: Settings, url: str) -> Invitation:
    """The district, made once however often this is asked for, and a fresh invitation of its first officer."""
    villages = _villages()
    areas = tuple(village.code for village in villages)
    wulan, *colleagues = (_account(engine, name, "officer", areas) for name in OFFICERS)
    _account(engine, SUPERVISOR, "supervisor", (DISTRICT,))
    for colleague in colleagues:
        records = list(_records(colleague, villages))
        take_in(engine, Sender(colleague.id, "demo", areas), [_create(record, colleague) for record in records])
    return invite(engine, settings, wulan, url)


def _villages() -> tuple[Region, ...]:
    """The officer's village and the two beside it in the list."""
    all_of_them = Regions.load().children(DISTRICT)
    at = next(number for number, village in enumerate(all_of_them) if village.name == HOME)
    return all_of_them[at - 1 : at + 2]


def _account(engine: Engine, name: str, role: Role, areas: tuple[str, ...]) -> Account:
    return find(engine, name.lower().replace(" ", ".")) or add(engine, name, role, areas)


def _create(record: AnyRecord, account: Account) -> Create:
    return Create(
        record=record.id,
        kind="signup" if record.kind == "signup" else "visit",
        village=record.village,
        by=account.id,
        at=record.recorded_at,
        fields=record.fields(),
    )


def _records(account: Account, villages: tuple[Region, ...]) -> Iterator[AnyRecord]:
    """One colleague's half; ids follow from numbers, so that a second run finds the first one's."""
    chance = random.Random(account.id)
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    for number in range(VISITS // 2):
        at = now - timedelta(days=number * 5 + chance.randrange(1, 4), hours=chance.randrange(6))
        yield _visit(chance, at, _head(account, villages[number % 3].code, at, f"visit {number}"))
    for number in range(SIGN_UPS // 2):
        at = now - timedelta(days=chance.randrange(1, 28), hours=chance.randrange(8), minutes=chance.randrange(60))
        yield _signup(chance, at, _head(account, villages[number % 3].code, at, f"signup {number}"))


def _head(account: Account, village: str, at: datetime, name: str) -> dict[str, Any]:
    made = uuid5(SPACE, f"{account.id} {name}")
    return {"id": made, "village": village, "recorded_by": account.id, "recorded_at": at}


def _visit(chance: random.Random, at: datetime, head: dict[str, Any]) -> Visit:
    starts = chance.randrange(8, 15)
    form = {
        "held_on": at.date(),
        "starts": f"{starts:02}:00",
        "ends": f"{starts + chance.randrange(1, 3):02}:30",
        "place": chance.choice(PLACES),
        "activity": chance.choice(ACTIVITIES),
        "topic": chance.choice(TOPICS),
        "target_group": "Kelompok tani",
        "men": chance.randrange(3, 15),
        "women": chance.randrange(3, 18),
        "prospects": chance.randrange(1, 6),
        "officer": head["recorded_by"],
    }
    return Visit.read({**form, **head}, at.date())


def _signup(chance: random.Random, at: datetime, head: dict[str, Any]) -> Signup:
    woman = chance.random() < 0.5
    born = date(1965, 1, 1) + timedelta(days=chance.randrange(14_000))
    form = {
        "nik": f"{DISTRICT}{born.day + 40 * woman:02}{born:%m%y}{chance.randrange(1, 30):04}",
        "name": f"{chance.choice(WOMEN if woman else MEN)} {chance.choice(FAMILY)}",
        "birth_place": "Bogor",
        "birth_date": born,
        "sex": "female" if woman else "male",
        "mother_name": chance.choice(WOMEN),
        "hamlet": chance.choice(HAMLETS),
        "rt": f"{chance.randrange(1, 9):03}",
        "rw": f"{chance.randrange(1, 6):03}",
        "phone": f"+62812{chance.randrange(10**7, 10**8)}",
        "occupation": chance.choice(JOBS),
        "monthly_income": chance.randrange(16, 70) * 50_000,
        "programmes": chance.choice(("jkk_jkm", "jkk_jkm", "jkk_jkm_jht")),
        "pay_period": chance.choice((1, 3, 6, 12)),
        "payer": "self",
        "heirs": [{"name": f"{chance.choice(MEN if woman else WOMEN)} {chance.choice(FAMILY)}", "relation": "child"}],
        "consent_version": consent.CURRENT,
        "consent_at": at - timedelta(minutes=3),
        "consent_how": chance.choice(("signature", "thumb")),
    }
    return Signup.read({**form, **head}, at.date())
