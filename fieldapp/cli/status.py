"""``fieldapp status``: where everything stands."""

from __future__ import annotations

import argparse
from datetime import datetime

from fieldapp.cli.door import opened
from fieldapp.cli.said import DONE, LOOK, say
from fieldapp.config import Paths
from fieldapp.language import N_, tr
from fieldapp.store.exchange import Proof
from fieldapp.store.store import Store

ABOUT = N_("Tunjukkan apa yang tersimpan, menunggu dan sudah diterima pusat")


def arguments(verb: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    verb.add_argument("--ids", action="store_true", help=tr("sebut juga yang perlu diperbaiki satu per satu"))


def run(chosen: argparse.Namespace, places: Paths) -> int:
    """Say the figures of the bottom strip and of the proof."""
    with opened(chosen, places) as (store, _):
        proof = store.exchange.proof()
        for words, figure in _figures(store, proof):
            say(f"{words:32} {figure}")
        for one in store.outbox.waiting() if chosen.ids else ():
            if one.refusal is not None:
                say(f"  {one.kind} {str(one.id)[-6:]}")
    return LOOK if proof.refused or proof.unequal else DONE


def _figures(store: Store, proof: Proof) -> list[tuple[str, str]]:
    waiting, last = store.outbox.summary(), next(iter(store.exchange.deliveries(1)), None)
    copy = next(iter(store.backups.list()), None)
    return [
        (tr("Catatan di laptop"), str(proof.recorded)),
        (tr("Diterima pusat"), str(proof.delivered)),
        (tr("Belum terkirim"), f"{waiting.count} (±{waiting.bytes / 1000:.1f} kB)"),
        (tr("Menunggu sejak"), _moment(waiting.oldest)),
        (tr("Perlu diperbaiki"), str(proof.refused)),
        (tr("Draf"), str(proof.drafts)),
        (tr("Desa yang cocok dengan pusat"), f"{proof.villages - proof.unequal} / {proof.villages}"),
        (tr("Kiriman terakhir"), _moment(last.started if last else None)),
        (tr("Cadangan terakhir"), _moment(copy.at if copy else None)),
    ]


def _moment(at: datetime | None) -> str:
    return "–" if at is None else f"{at.astimezone():%d-%m-%Y %H.%M}"
