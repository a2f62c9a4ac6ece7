"""A laptop full of invented people, for measuring."""

from __future__ import annotations

from pathlib import Path

from fieldapp.config import Paths
from fieldapp.contract.invitation import Invitation
from fieldapp.store import holding
from fieldapp.store.enrolment import enrol
from fieldapp.store.held import Held
from fieldapp.store.steps import Step
from fieldapp.store.store import Store, open_store
from tests.people import NOON, VILLAGES, person

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
    """Let the laptop hold invented people as the centre's logs of three villages show them."""
    for begin in range(0, records, BATCH):
        people = [person(n, VILLAGES[n % 3]) for n in range(begin, min(records, begin + BATCH))]
        steps = [
            Step(one.id, None, Held(one.village, begin + n + 1, one.fields()), "rekan", NOON, "centre")
            for n, one in enumerate(people)
        ]
        with store.database.write() as tx:
            holding.write(tx, "signup", steps)
