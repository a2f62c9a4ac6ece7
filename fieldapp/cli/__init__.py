"""The same verbs as in the window, typed: ``fieldapp VERB …``."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from fieldapp import language
from fieldapp.cli import backup, doctor, enrol, export, register, restore, send, status
from fieldapp.cli.said import FAILED, INTERRUPTED, say, warn
from fieldapp.config import paths, preferences
from fieldapp.domain.problem import NotWhole
from fieldapp.errors import FieldappError, WrongPassphraseError
from fieldapp.language import tr
from fieldapp.messages import sentence

MODULES = {
    "enrol": enrol,
    "import": register,
    "export": export,
    "send": send,
    "status": status,
    "backup": backup,
    "restore": restore,
    "doctor": doctor,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and give its exit code: 0 done, 1 failed, 2 not understood, 3 done but something needs a look."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(argv)
    places = paths(chosen.data)
    language.choose(preferences(places.preferences).language)
    try:
        return int(MODULES[chosen.verb].run(chosen, places))
    except WrongPassphraseError as wrong:
        warn(sentence(wrong.code))
        if wrong.wait:
            warn(tr("Coba lagi sesudah {n} detik.").format(n=round(wrong.wait)))
    except FieldappError as failed:
        warn(sentence(failed.code))
    except NotWhole as unfinished:
        for problem in unfinished.problems:
            warn(sentence(problem.code, **problem.detail))
    except KeyboardInterrupt:
        say()
        warn(tr("Dihentikan. Yang sudah disimpan tetap ada."))
        return INTERRUPTED
    except OSError as failed:
        warn(tr("Berkas tidak bisa dibaca atau ditulis: {reason}").format(reason=failed.strerror or ""))
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fieldapp", description=tr("Catatan lapangan, tanpa jendela."))
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, module in MODULES.items():
        verb = verbs.add_parser(name, help=tr(module.ABOUT), description=tr(module.ABOUT))
        module.arguments(verb)
        verb.add_argument("--data", type=Path, help=tr("folder data aplikasi"))
        verb.add_argument("--account", help=tr("akun yang dipakai, kalau di laptop ini ada beberapa"))
        verb.add_argument("--passphrase-file", help=tr("berkas berisi kata sandi, atau - untuk masukan standar"))
    return parser
