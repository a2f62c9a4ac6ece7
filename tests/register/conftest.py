"""A register's surroundings: an officer of one district, a day, and small files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from fieldapp.register import Options, Preview, preview

DATA = Path(__file__).parents[1] / "data"
GUNUNG_MENYAN = "3201172004"
OPTIONS = Options(
    by="petugas-1",
    at=datetime(2026, 11, 20, 3, tzinfo=UTC),
    areas=("3201172003", "3201172004", "3201172005"),
    consent_how="signature",
    consent_on=date(2026, 11, 16),
    consent_version="2026-01",
    village=GUNUNG_MENYAN,
    defaults={"occupation": "farmer", "monthly_income": "1500000", "programmes": "jkk_jkm"},
)
HEADINGS = ["NIK", "Nama", "Tanggal Lahir", "JK"]
PERSON = ["3201171708850011", "Asep Hidayat", "17-08-1985", "L"]

Look = Callable[..., Preview]


def nobody(*, nik: str) -> tuple[()]:
    """A store without records."""
    return ()


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Previews a sheet given as rows."""

    def look(rows: Sequence[Sequence[Any]], same: Any = nobody, **options: Any) -> Preview:
        path = tmp_path / "daftar.xlsx"
        book = Workbook()
        for row in rows:
            assert book.active is not None
            book.active.append(row)
        book.save(path)
        return preview(path, replace(OPTIONS, **options), same)

    return look


@pytest.fixture
def look_csv(tmp_path: Path) -> Look:
    """Previews a text file given as rows, in an encoding and with a separator."""

    def look(rows: Sequence[Sequence[Any]], encoding: str = "utf-8", delimiter: str = ",") -> Preview:
        path = tmp_path / "daftar.csv"
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter).writerows(rows)
        path.write_bytes(out.getvalue().encode(encoding))
        return preview(path, OPTIONS, nobody)

    return look


def one(previewed: Preview) -> Any:
    """The sign-up of a register with one whole person."""
    (row,) = previewed.rows
    assert row.signup is not None, [trouble.problem.code for trouble in row.troubles]
    return row.signup


def codes(previewed: Preview) -> list[str]:
    """The codes of all troubles, in the order of the lines."""
    return [trouble.problem.code for row in previewed.rows for trouble in row.troubles]
