"""From the command line to the first window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fieldapp import language
from fieldapp.app import journal
from fieldapp.app.front import Front
from fieldapp.app.single import Single
from fieldapp.config import Paths, Preferences, paths, preferences
from fieldapp.language import tr
from fieldapp.store.keys import Vault
from fieldapp.ui import qtbase, theme
from fieldapp.ui.settings.appearance import SCALES


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window; a second start with the same data directory raises the first one instead."""
    parser = argparse.ArgumentParser(prog="fieldapp", description=tr("Catatan Lapangan"))
    parser.add_argument("--data", type=Path, help=tr("folder data aplikasi"))
    parser.add_argument("--account", default="", help=tr("akun yang dibuka lebih dulu"))
    secret = tr("berkas berisi kata sandi, atau - untuk masukan standar")
    parser.add_argument("--passphrase-file", default="", help=secret)
    chosen = parser.parse_args(arguments)
    places = paths(chosen.data)
    places.data.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("fieldapp")
    single = Single(places)
    if not single.first():
        return 0 if single.raise_first() else 1
    journal.keep(places.logs)
    wear(app, preferences(places.preferences))
    code = _run(app, single, places, chosen.account, _passphrase(chosen.passphrase_file))
    single.close()
    return code


def wear(app: QApplication, wanted: Preferences) -> None:
    """Language, theme and size of text as this laptop prefers them."""
    language.choose(wanted.language)
    qtbase.speak(app, wanted.language)
    theme.apply(app, theme.wants_dark(wanted.theme), SCALES[wanted.text_size])


def _run(app: QApplication, single: Single, places: Paths, account: str, passphrase: str) -> int:
    if Vault(places.vault).accounts() and not passphrase:
        front = Front(app, places, wear, account)
        single.asked.connect(front.to_front)
        return app.exec()
    from fieldapp.app.desk import Desk  # noqa: PLC0415 - a door is shown without all this

    desk = Desk(app, places, wear)
    single.asked.connect(desk.to_front)
    desk.start(account, passphrase)
    return app.exec()


def _passphrase(file: str) -> str:
    if not file:
        return ""
    text = sys.stdin.readline() if file == "-" else Path(file).read_text(encoding="utf-8")
    return text.strip("\r\n")
