"""A laptop full of invented people, for measuring."""

from __future__ import annotations

from pathlib import Path

from fieldapp.config import Paths
from fieldapp.contract.invitation import Invitation
from fieldapp.store.store import Store, open_store
from fieldapp.store.enrolment import enrol
from tests.people import VILLAGES, person

PASSPHRASE = "nila kawung 2026"
BATCH = 5000


def fill(home: Path, records: int) -> None:
    """Enrol a laptop in ``home`` and keep so many sign-ups on it."""
    invitation = Invitation(
        url="http://127.0.0.1:9",
        key="00" * 32,
        token="none",
        device="bench",
        account="petugas",
        name="Petugas Ukur",
        role="officer",
        areas=("320117",),
    )
    places = Paths(home)
    store = open_store(places.database, enrol(places, invitation, PASSPHRASE))
    put(store, records)
    store.close()


def put(store: Store, records: int) -> None:
    """Keep invented people, spread over three villages."""
    for begin in range(0, records, BATCH):
        numbers = range(begin, min(records, begin + BATCH))
        store.records.save_many([person(n, VILLAGES[n % 3]) for n in numbers], by="petugas")
