"""What an import is told beforehand, and what it says of each line of a register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from fieldapp.domain import consent
from fieldapp.domain.problem import Problem
from fieldapp.domain.signup import Signup
from fieldapp.register.header import Column

ConsentHow = Literal["signature", "thumb", "spoken"]
Verdict = Literal["ready", "look", "taken", "repair", "known", "twice", "no_person"]
"""Ready to be taken; taken only after a look at a warning; taken; needs repair; stands in the records already;
stands in this file before; not a person (totals, signatures)."""


@dataclass(frozen=True)
class Options:
    """What holds for the whole file.

    A register carries no consent, so how and when it was given is declared for the file. ``areas`` are the region codes
    where this account records; ``village`` is the village of lines that name none. ``defaults`` fill in
    ``occupation``, ``monthly_income``, ``programmes``, ``pay_period`` and ``payer`` where a line has none.
    ``columns`` (column counted from 0 → field, or "" for none) overrules what the headings say.
    """

    by: str
    at: datetime
    areas: tuple[str, ...]
    consent_how: ConsentHow
    consent_on: date
    village: str | None = None
    defaults: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    consent_version: str = consent.CURRENT


@dataclass(frozen=True)
class Trouble:
    """A problem of one line together with what stands in the cell."""

    problem: Problem
    typed: str


@dataclass(frozen=True)
class Row:
    """One line of the register and what becomes of it; ``signup`` is there when the line is whole."""

    number: int
    verdict: Verdict
    name: str
    nik: str
    troubles: tuple[Trouble, ...] = ()
    signup: Signup | None = None


@dataclass(frozen=True)
class Preview:
    """Everything an import would do, before anything is kept.

    ``samples`` (column counted from 0 → texts) are what the first filled cells of each column say.
    """

    path: Path
    sheet: str
    other_sheets: tuple[str, ...]
    heading_line: int
    columns: tuple[Column, ...]
    samples: Mapping[int, tuple[str, ...]]
    rows: tuple[Row, ...]
    by: str

    def count(self, verdict: Verdict) -> int:
        """How many lines have this fate."""
        return sum(row.verdict == verdict for row in self.rows)


@dataclass(frozen=True)
class Report(Preview):
    """What an import did: as the preview, with the lines that were kept marked ``taken``."""
