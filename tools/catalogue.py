"""Bring the translations up to date with the source: extract, merge, compile; say what is still untranslated."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po

CATALOGUE = Path("resources/i18n/en/LC_MESSAGES/fieldapp.po")


def main() -> int:
    """1 when a text has no English sentence; ``--check`` looks without writing."""
    with tempfile.TemporaryDirectory() as scratch:
        if "--check" in sys.argv:
            return _missing(_merged(Path(scratch), Path(shutil.copy(CATALOGUE, scratch))))
        _merged(Path(scratch), CATALOGUE)
    # a catalogue without a header counts as fuzzy, and would be passed over in silence
    _babel("compile", "--use-fuzzy", "-i", str(CATALOGUE), "-o", str(CATALOGUE.with_suffix(".mo")), "-l", "en")
    return _missing(CATALOGUE)


def _merged(scratch: Path, catalogue: Path) -> Path:
    """Bring the catalogue up to date with the source."""
    template = scratch / "fieldapp.pot"
    plain = ("--no-location", "--sort-output", "--omit-header", "--no-wrap")
    _babel("extract", "-k", "tr", "-k", "N_", *plain, "-o", str(template), "fieldapp")
    merge = ("--no-fuzzy-matching", "--ignore-obsolete", "--no-wrap", "--omit-header")
    _babel("update", "-i", str(template), "-o", str(catalogue), "-l", "en", *merge)
    return catalogue


def _missing(catalogue: Path) -> int:
    with catalogue.open("rb") as file:
        missing = [message.id for message in read_po(file) if message.id and not message.string]
    for text in missing:
        print("untranslated:", text)
    print(f"{len(missing)} texts without English")
    return 1 if missing else 0


def _babel(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", "--quiet", *arguments], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
