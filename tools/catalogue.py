"""Bring the translations up to date with the source: extract, merge, compile; say what is still untranslated."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po

CATALOGUE = Path("resources/i18n/en/LC_MESSAGES/fieldapp.po")


def main() -> int:
    """The number of texts without an English sentence is the exit code's reason."""
    with tempfile.TemporaryDirectory() as scratch:
        template = Path(scratch) / "fieldapp.pot"
        plain = ("--no-location", "--sort-output", "--omit-header", "--no-wrap")
        _babel("extract", "-k", "tr", "-k", "N_", *plain, "-o", str(template), "fieldapp")
        if not CATALOGUE.exists():
            CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
            _babel("init", "-i", str(template), "-o", str(CATALOGUE), "-l", "en", "--no-wrap")
        merge = ("--no-fuzzy-matching", "--ignore-obsolete", "--no-wrap", "--omit-header")
        _babel("update", "-i", str(template), "-o", str(CATALOGUE), "-l", "en", *merge)
    _babel("compile", "-i", str(CATALOGUE), "-o", str(CATALOGUE.with_suffix(".mo")), "-l", "en")
    with CATALOGUE.open("rb") as file:
        missing = [message.id for message in read_po(file) if message.id and not message.string]
    for text in missing:
        print("untranslated:", text)
    print(f"{len(missing)} texts without English")
    return 1 if missing else 0


def _babel(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", "--quiet", *arguments], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
