"""``fieldapp export FILE``: records as a table, texts only."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fieldapp.cli.door import opened
from fieldapp.cli.said import DONE, say
from fieldapp.config import Paths
from fieldapp.contract.messages import Kind
from fieldapp.domain import dates
from fieldapp.errors import FieldappError
from fieldapp.language import N_, tr
from fieldapp.register import export, village
from fieldapp.store.query import Query
from fieldapp.store.records import Entry
from fieldapp.store.store import Store

ABOUT = N_("Tulis catatan ke berkas XLSX atau CSV")
KINDS: dict[str, Kind] = {"signup": "signup", "visit": "visit"}
PORTION = 500


def arguments(verb: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    verb.add_argument("file", metavar="FILE", type=Path, help=tr("berkas .xlsx atau .csv yang akan ditulis"))
    verb.add_argument("--kind", choices=list(KINDS), default="signup", help=tr("pendaftaran atau kunjungan"))
    verb.add_argument("--village", help=tr("hanya desa ini: nama atau kode"))
    verb.add_argument("--from", dest="first", help=tr("hanya sejak tanggal ini"))
    verb.add_argument("--to", dest="last", help=tr("hanya sampai tanggal ini"))
    verb.add_argument("--full-nik", action="store_true", help=tr("tulis NIK lengkap, bukan 320117******9012"))


def run(chosen: argparse.Namespace, places: Paths) -> int:
    """Write what is asked for; an existing file is replaced only when the new one is whole."""
    if chosen.file.suffix.lower() not in {".xlsx", ".csv"}:
        raise FieldappError("cli.table_suffix")
    with opened(chosen, places) as (store, _):
        query = _query(chosen, store)
        number = export(chosen.file, query.kind, _entries(store, query), full_nik=chosen.full_nik)
    say(tr("{n} catatan ditulis ke {path}").format(n=number, path=chosen.file))
    if chosen.full_nik:
        say(tr("Berkas ini berisi NIK lengkap dan tidak terkunci. Hapus sesudah dipakai."))
    return DONE


def _query(chosen: argparse.Namespace, store: Store) -> Query:
    today = store.now().astimezone().date()
    period = None
    if chosen.first or chosen.last:
        period = (_day(chosen.first, today, date.min), _day(chosen.last, today, today))
    named = village(chosen.village, store.settings.get("areas", ())) if chosen.village else None
    return Query(KINDS[chosen.kind], village=named, period=period)


def _day(words: str | None, today: date, otherwise: date) -> date:
    return dates.recent(words, today) if words else otherwise


def _entries(store: Store, query: Query) -> Iterator[Entry]:
    """Everything that the query finds, portion by portion."""
    offset = 0
    while lines := store.records.page(query, offset, PORTION).lines:
        offset += len(lines)
        found = (store.records.get(line.kind, line.id) for line in lines)
        yield from (entry for entry in found if entry)
