"""Workers who do not exist, the same ones for the same seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

DISTRICT = "320117"
_MEN = (
    "Asep Ujang Dadang Cecep Jajang Endang Maman Rohman Saepul Yayan Dede Ade Hendra Wawan Iwan Agus Rudi Usep "
    "Tatang Oman "
)
MEN = _MEN.split()
_WOMEN = (
    "Siti Euis Neneng Yani Lilis Imas Iis Rina Wati Nurhayati Entin Titin Ai Cucu Enung Yuyun Elis Ratna Mimin Aisah "
)
WOMEN = _WOMEN.split()
_LAST = "Hidayat Suherman Permana Kurniawan Saputra Mulyana Sopandi Ramdani Firmansyah Gunawan Supriatna Nugraha"
LAST = _LAST.split()
_LAST_W = "Aminah Rohaeti Komariah Nuraeni Maryati Sulastri Handayani Jubaedah Rahmawati Fatimah Kurniasih Lestari"
LAST_W = _LAST_W.split()
PLACES = ["Bogor", "Bogor", "Bogor", "Sukabumi", "Cianjur", "Lebak"]


@dataclass(frozen=True)
class Person:
    """An invented worker."""

    name: str
    male: bool
    born: date
    place: str
    serial: int
    rt: int
    rw: int
    phone: str
    card: str
    income: int

    @property
    def nik(self) -> str:
        day = self.born.day + (0 if self.male else 40)
        return f"{DISTRICT}{day:02d}{self.born:%m%y}{self.serial:04d}"


def people(seed: int, count: int) -> list[Person]:
    """So many people; no two share a name, no serial ends in 0."""
    chance = random.Random(seed)
    found: dict[str, Person] = {}
    while len(found) < count:
        male = chance.random() < 0.55
        name = f"{chance.choice(MEN if male else WOMEN)} {chance.choice(LAST if male else LAST_W)}"
        born = date(1964, 1, 1) + timedelta(days=chance.randrange(38 * 365))
        found.setdefault(
            name,
            Person(
                name,
                male,
                born,
                chance.choice(PLACES),
                chance.randrange(1, 60) * 10 + chance.randrange(1, 10),
                chance.randrange(1, 7),
                chance.randrange(1, 12),
                f"08{chance.choice(['12', '13', '57', '21', '95'])}0000{chance.randrange(1000, 9999)}",
                f"{DISTRICT}{chance.randrange(1, 28):02d}{chance.randrange(1, 12):02d}{chance.randrange(8, 20):02d}"
                f"{chance.randrange(1, 900) * 10 + 7:04d}",
                chance.choice([900_000, 1_200_000, 1_500_000, 1_800_000, 2_000_000, 2_500_000]),
            ),
        )
    return list(found.values())
