"""``fieldapp import FILE``: look at a village register, say what would become of it, and take it."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from fieldapp.cli.door import opened
from fieldapp.cli.said import DONE, LOOK, agreed, ask, say, warn
from fieldapp.config import Paths
from fieldapp.domain import dates
from fieldapp.errors import FieldappError
from fieldapp.language import N_, tr
from fieldapp.register import Options, Preview, defaults, preview, take, village, write_report
from fieldapp.register.report import VERDICTS, fate_shown, field_shown, trouble_shown, verdict_shown
from fieldapp.register.tables import free
from fieldapp.register.values import ConsentHow
from fieldapp.store.store import Store

ABOUT = N_("Ambil daftar desa dari berkas XLSX atau CSV")
CONSENTS: dict[str, ConsentHow] = {"signature": "signature", "thumb": "thumb", "spoken": "spoken"}
SHOWN = 20
"""How many lines with troubles are shown here; the report has all of them."""


def arguments(verb: argparse.ArgumentParser) -> None:
    """The options of this verb."""
    verb.add_argument("file", metavar="FILE", type=Path, help=tr("berkas XLSX atau CSV"))
    verb.add_argument("--village", help=tr("desa untuk baris yang tidak menyebut desa: nama atau kode"))
    verb.add_argument("--consent", choices=list(CONSENTS), help=tr("cara orang menyatakan setuju"))
    verb.add_argument("--consent-date", help=tr("tanggal persetujuan di daftar, contoh: 2-11-2026"))
    verb.add_argument("--income", help=tr("penghasilan per bulan untuk baris yang tidak menyebutnya"))
    verb.add_argument("--occupation", help=tr("pekerjaan untuk baris yang tidak menyebutnya"))
    verb.add_argument("--programmes", help=tr("program untuk baris yang tidak menyebutnya, contoh: JKK, JKM"))
    verb.add_argument("--pay-period", help=tr("masa bayar dalam bulan: 1, 3, 6, 12"))
    verb.add_argument("--payer", help=tr("pembayar iuran: sendiri, desa, APBD, APBN, lain"))
    verb.add_argument("--sheet", help=tr("lembar yang dibaca"))
    verb.add_argument("--confirm-warnings", action="store_true", help=tr("peringatan sudah dicek dengan KTP"))
    verb.add_argument("--preview", action="store_true", help=tr("hanya lihat, jangan ambil"))
    verb.add_argument("--report", type=Path, help=tr("tempat laporan XLSX, biasanya di sebelah berkas"))


def run(chosen: argparse.Namespace, places: Paths) -> int:
    """Preview, ask, take in one transaction, report."""
    with opened(chosen, places) as (store, account):
        looked = preview(chosen.file, _options(chosen, store, account.id), store.records.same)
        _say_columns(looked)
        _say_lines(looked)
        waiting = {row.number for row in looked.rows if row.verdict == "look"}
        confirmed = waiting if chosen.confirm_warnings else set[int]()
        count = looked.count("ready") + len(confirmed)
        told = looked
        if count and not chosen.preview and agreed(tr("Ambil {n} orang?").format(n=count)):
            told = take(looked, store.records.save_many, confirmed)
    say(tr("Diambil {n} orang.").format(n=told.count("taken")))
    _keep_report(chosen.report or free(chosen.file.with_name(f"{chosen.file.stem}-laporan.xlsx")), told)
    return LOOK if told.count("repair") or told.count("look") or told.count("ready") else DONE


def _keep_report(path: Path, told: Preview) -> None:
    try:
        write_report(path, told)
    except OSError:
        warn(tr("Laporan tidak bisa ditulis ke {path}. Sebut tempat lain dengan --report.").format(path=path))
    else:
        say(tr("Laporan: {path}").format(path=path))


def _options(chosen: argparse.Namespace, store: Store, account: str) -> Options:
    areas = tuple(store.settings.get("areas", ()))
    today = store.now().astimezone().date()
    how = chosen.consent or ask(tr("Cara orang menyatakan setuju: signature, thumb atau spoken"))
    if how not in CONSENTS:
        raise FieldappError("cli.consent_needed")
    given = {
        "occupation": chosen.occupation,
        "monthly_income": chosen.income,
        "programmes": chosen.programmes,
        "pay_period": chosen.pay_period,
        "payer": chosen.payer,
    }
    return Options(
        by=account,
        at=store.now(),
        areas=areas,
        consent_how=CONSENTS[how],
        consent_on=_consent_date(chosen.consent_date or ask(tr("Tanggal persetujuan di daftar")), today),
        village=_village(chosen.village, areas),
        defaults=defaults(given),
        sheet=chosen.sheet,
    )


def _consent_date(words: str, today: date) -> date:
    if not words:
        raise FieldappError("cli.consent_needed")
    given = dates.recent(words, today)
    if given > today:
        raise FieldappError("cli.consent_later")
    return given


def _village(named: str | None, areas: tuple[str, ...]) -> str | None:
    if named:
        return village(named, areas)
    return areas[0] if len(areas) == 1 and len(areas[0]) == 10 else None


def _say_columns(looked: Preview) -> None:
    say(tr("Judul kolom di baris {n}:").format(n=looked.heading_line))
    for column in looked.columns:
        meaning = field_shown(column.field) if column.fate == "read" else "–"
        say(f"  {column.heading[:36]:36}  {meaning[:28]:28}  {fate_shown(column)}")
    if looked.other_sheets:
        say(tr("Lembar lain tidak dibaca: {names}").format(names=", ".join(looked.other_sheets)))


def _say_lines(looked: Preview) -> None:
    for verdict, words in VERDICTS.items():
        if number := sum(row.verdict == verdict for row in looked.rows):
            say(f"{tr(words):22} {number:5}")
    troubled = [row for row in looked.rows if row.troubles]
    for row in troubled[:SHOWN]:
        reasons = "; ".join(f"{field_shown(one.problem.field)}: {trouble_shown(one)}" for one in row.troubles)
        say(tr("  baris {n}: {verdict}. {reasons}").format(n=row.number, verdict=verdict_shown(row), reasons=reasons))
    if len(troubled) > SHOWN:
        say(tr("  … dan {n} baris lagi, lihat laporan").format(n=len(troubled) - SHOWN))
