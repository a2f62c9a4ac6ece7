"""The main job without a window: registers in, visits, a delivery that is cut and resumed, the proof, the pictures."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from fieldapp.config import Paths
from fieldapp.domain.region import Regions
from fieldapp.domain.signup import Signup
from fieldapp.domain.visit import Visit
from fieldapp.messages import sentence
from fieldapp.store.keys import Vault
from fieldapp.store.store import Store, open_store
from fieldapp.sync.refusal import reason
from tools import centre, demo
from tools.wire import Wire

CUT = 5_000
"""Bytes upwards after which the wire is cut: somewhere within the sign-ups."""


def main(home: Path, pictures: Path) -> int:
    """0 when everything recorded is accounted for and both sides hold the same."""
    if home.exists():
        shutil.rmtree(home)
    laptop, server = home / "laptop", home / "centre"
    port = centre.own_port(server)
    wire = Wire(port)
    demo.enrol(server, laptop, wire.url)
    _import(laptop)
    with Opened(laptop) as store:
        _visits(store)
    with centre.running(server, port):
        cut = _deliver(laptop, wire)
        whole = _reconcile(laptop, server) and cut
    wire.close()
    from tools.pictures import both_scales  # noqa: PLC0415 - pictures need Qt, the work above does not

    pictured = both_scales(laptop, pictures) == 0
    print(f"\npictures: {pictures} ({len(list(pictures.glob('*.png')))})")
    return 0 if whole and pictured else 1


class Opened:
    """The laptop's store for the length of a block."""

    def __init__(self, laptop: Path) -> None:
        places = Paths(laptop)
        vault = Vault(places.vault)
        self.store = open_store(places.database, vault.unlock(vault.accounts()[0].id, demo.PASSPHRASE))

    def __enter__(self) -> Store:
        return self.store

    def __exit__(self, *_: object) -> None:
        self.store.close()


def _import(laptop: Path) -> None:
    for file in demo.REGISTERS:
        print(f"\n== import {file.name}")
        report = laptop.parent / f"{file.stem}-laporan.xlsx"
        print(demo.fieldapp(laptop, "import", str(file), "--report", str(report), *DECLARED, check=False))


DECLARED = (
    *("--consent", "signature", "--consent-date", "2026-11-02", "--village", "Gunung Menyan"),
    *("--income", "1500000", "--occupation", "Nelayan", "--programmes", "JKK, JKM"),
)
"""What a paper register does not say and the officer declares for the whole file."""


def _visits(store: Store) -> None:
    account, areas = str(store.settings.get("account")), store.settings.get("areas")
    villages = [code for area in areas for code in _villages(area)][:3]
    today = store.now().astimezone().date()
    for number, village in enumerate(villages):
        form = {
            "village": village,
            "held_on": today - timedelta(days=number + 1),
            "starts": "19.30",
            "place": ("Balai desa", "Rumah Pak RT 03", "Pos ronda Kampung Cibeureum")[number],
            "activity": ("talk", "door_to_door", "payment_follow_up")[number],
            "men": 9 + number,
            "women": 14 - number,
            "prospects": 6 - number,
            "follow_up": "Antar formulir yang kurang",
            "follow_up_due": today + timedelta(days=3 + number),
            "officer": account,
            "recorded_by": account,
            "recorded_at": store.now(),
        }
        store.records.save(Visit.read(form, today), by=account)
    stray = {
        **_someone(account, store),
        "village": "5103042004",
    }
    store.records.save(Signup.read(stray, today), by=account)


def _someone(account: str, store: Store) -> dict[str, object]:
    return {
        "nik": "5103044505900007",
        "name": "Ni Luh Contoh",
        "birth_date": "1990-05-05",
        "sex": "female",
        "occupation": "fisher",
        "monthly_income": 1_700_000,
        "programmes": "jkk_jkm",
        "pay_period": 6,
        "payer": "self",
        "consent_version": "2026-1",
        "consent_at": store.now(),
        "consent_how": "signature",
        "recorded_by": account,
        "recorded_at": store.now(),
    }


def _villages(area: str) -> list[str]:
    if len(area) == 10:
        return [area]
    return [code for child in Regions.load().children(area) for code in _villages(child.code)]


def _deliver(laptop: Path, wire: Wire) -> bool:
    """Whether the cut left something to resume."""
    print(f"\n== deliver; the wire is cut after {CUT} bytes")
    wire.cut_after(CUT)
    print(demo.fieldapp(laptop, "send", check=False))
    with Opened(laptop) as store:
        cut = store.outbox.summary().count > 0
    print("== the wire is mended; deliver again")
    wire.mend()
    print(demo.fieldapp(laptop, "send", check=False))
    return cut


def _reconcile(laptop: Path, server: Path) -> bool:
    with Opened(laptop) as store:
        proof, refused = store.exchange.proof(), [one for one in store.outbox.waiting() if one.refusal]
    print("== reconciliation")
    print(f"held on this laptop {proof.recorded} · at the centre {proof.delivered} · waiting {proof.waiting}")
    print(f"refused {proof.refused}")
    for one in refused:
        print(f"  {one.kind} {str(one.id)[-6:]}: {reason(one.refusal)}")
    print(f"villages compared {proof.villages}, unequal {proof.unequal}")
    print(centre.fieldserver("status", "--data", str(server)))
    whole = proof.recorded == proof.delivered + proof.refused and proof.waiting == 0 and proof.unequal == 0
    print("complete" if whole and proof.villages else sentence("error.unknown"))
    return whole and proof.villages > 0
