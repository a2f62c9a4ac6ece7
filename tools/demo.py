"""The demo district's laptop: enrolled once by the centre's own invitation, with a passphrase that is shown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.centre import fieldserver

PASSPHRASE = "nila kawung 2026"
REGISTERS = sorted(file for file in Path("tests/data").iterdir() if file.suffix in (".csv", ".xlsx"))


def enrol(centre: Path, laptop: Path, url: str) -> None:
    """Make the demo district at the centre and enrol the laptop for its officer, unless it is enrolled already."""
    if (laptop / "akun.json").exists():
        return
    invitation = fieldserver("demo", "--data", str(centre), "--url", url).strip().splitlines()[-1]
    fieldapp(laptop, "enrol", invitation)


def fieldapp(laptop: Path, *arguments: str, check: bool = True) -> str:
    """What a `fieldapp` command on this laptop prints."""
    command = [sys.executable, "-m", "fieldapp", *arguments, "--data", str(laptop), "--passphrase-file", "-"]
    done = subprocess.run(
        command, input=PASSPHRASE + "\n", capture_output=True, text=True, encoding="utf-8", check=False
    )
    if check and done.returncode:
        raise SystemExit(f"{' '.join(arguments[:1])}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr
