"""A picture of every page of a laptop that is enrolled, light and dark, at 100 % and 125 %."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.app.session import Session
from fieldapp.app.start import wear
from fieldapp.config import Paths, preferences
from fieldapp.domain.region import Regions
from fieldapp.language import LANGUAGES
from fieldapp.store.keys import Vault
from fieldapp.store.store import open_store
from fieldapp.ui.enrol import Enrol
from fieldapp.ui.signin import SignIn
from tools import demo

SIZE = (1366, 720)
SCALES = {"1": "100", "1.25": "125"}


def main() -> int:
    """One scale if Qt was told one, else both in turn."""
    parser = argparse.ArgumentParser(prog="python -m tools.pictures")
    parser.add_argument("folder", type=Path)
    parser.add_argument("laptop", type=Path, help="the laptop's data directory")
    parser.add_argument("--language", choices=list(LANGUAGES), default="id")
    chosen = parser.parse_args()
    if "QT_SCALE_FACTOR" not in os.environ:
        return both_scales(chosen.laptop, chosen.folder, chosen.language)
    take(chosen.laptop, chosen.folder, chosen.language)
    return 0


def both_scales(laptop: Path, folder: Path, language: str = "id") -> int:
    """One process for each scale, since Qt reads it once."""
    command = [sys.executable, "-m", "tools.pictures", str(folder), str(laptop), "--language", language]
    codes = [
        subprocess.run(
            command, env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}, check=False
        ).returncode
        for scale in SCALES
    ]
    return max(codes)


def take(laptop: Path, folder: Path, language: str) -> None:
    """Pictures of all pages in both themes, in this process's scale."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    places = Paths(laptop)
    vault = Vault(places.vault)
    account = vault.accounts()[0]
    store = open_store(places.database, vault.unlock(account.id, demo.PASSPHRASE))
    scale = os.environ["QT_SCALE_FACTOR"]
    for theme in ("light", "dark"):
        wanted = replace(preferences(places.preferences), language=language, theme=theme)
        wear(app, wanted)
        name = f"{theme}-{SCALES[scale]}"
        doors = {"masuk": SignIn(vault.accounts(), lambda _a, _b: None), "undangan": Enrol(str, lambda _a, _b: None)}
        for page, door in doors.items():
            _grab(door, folder / f"{page}-{name}.png", scale)
            door.deleteLater()
        session = Session(store, account, Regions.load(), places, vault)
        for page, prepare in _pages(session).items():
            prepare()
            _grab(session.window, folder / f"{page}-{name}.png", scale)
        session.leave()
        session.window.deleteLater()
    store.close()


def _pages(session: Session) -> dict[str, Callable[[], object]]:
    def listed(key: str) -> Callable[[], object]:
        return lambda: session.window.show_page(key)

    def first(key: str) -> Callable[[], object]:
        from fieldapp.store.query import Query  # noqa: PLC0415

        def show() -> None:
            session.window.show_page(key)
            lines = session.store.records.page(Query(key, state="delivered"), 0, 1).lines  # type: ignore[arg-type]
            if lines:
                (session.signups if key == "signup" else session.visits).open(str(lines[0].id))

        return show

    def imported() -> None:
        page = session.importing()
        page.load(demo.REGISTERS[-1])
        for _ in range(200):
            QTest.qWait(50)
            if page.shown is not None:
                break

    return {
        "beranda": listed("home"),
        "pendaftaran": first("signup"),
        "kunjungan": first("visit"),
        "impor": imported,
        "kirim": listed("delivery"),
        "pengaturan": listed("settings"),
    }


def _grab(widget: QWidget, file: Path, scale: str) -> None:
    factor = float(scale)
    widget.resize(int(SIZE[0] / factor), int(SIZE[1] / factor))
    widget.show()
    for _ in range(4):
        QTest.qWait(60)
    widget.grab().save(str(file))
    widget.hide()


if __name__ == "__main__":
    raise SystemExit(main())
