"""What the page works with: a register looked at, taken and reported."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from fieldapp.domain.region import Regions
from fieldapp.domain.signup import Signup
from fieldapp.errors import UnreadableFileError
from fieldapp.register import Options, Preview, Report, preview, write_report
from fieldapp.register.importing import SaveMany, Standing
from fieldapp.register.values import ConsentHow


class Records(Protocol):
    """The records of the store, as far as an import needs them."""

    def same(self, *, nik: str) -> Sequence[Standing]: ...
    def save_many(self, records: Sequence[Signup], *, by: str) -> int: ...


class Take(Protocol):
    """Keeps what a preview holds (``fieldapp.register.take``)."""

    def __call__(self, previewed: Preview, save_many: SaveMany, looked_at: Collection[int] = ()) -> Report: ...


@dataclass(frozen=True)
class Declared:
    """What the person says of the whole file; consent may still be open while he looks."""

    consent_how: ConsentHow | None = None
    consent_on: date | None = None
    village: str | None = None
    defaults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Wanted:
    """The file to look at, its sheet (None: the likeliest), and the columns that a person assigned."""

    path: Path
    sheet: str | None = None
    columns: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Desk:
    """The store's records, the places, who sits here, the day it is; every verb may run beside the window."""

    records: Records
    regions: Regions
    areas: tuple[str, ...]
    account: str
    today: Callable[[], date]
    take: Take

    def look(self, wanted: Wanted, declared: Declared) -> Preview:
        """What taking the file would do."""
        return preview(wanted.path, self._options(wanted, declared), self.records.same)

    def keep(self, previewed: Preview, with_warnings: bool) -> Report:
        """Take the ready lines, and those with warnings if somebody looked at them."""
        looked_at = {row.number for row in previewed.rows if row.verdict == "look"} if with_warnings else ()
        return self.take(previewed, self.records.save_many, looked_at)

    def report(self, path: Path, shown: Preview) -> Path:
        """Write the report and say where it is."""
        try:
            write_report(path, shown)
        except OSError as failed:
            raise UnreadableFileError("register.report_unwritable") from failed
        return path

    def _options(self, wanted: Wanted, declared: Declared) -> Options:
        today = self.today()
        return Options(
            by=self.account,
            at=datetime.combine(today, datetime.now().astimezone().time()).astimezone(UTC),
            areas=self.areas,
            consent_how=declared.consent_how or "signature",
            consent_on=declared.consent_on or today,
            village=declared.village,
            defaults=declared.defaults,
            sheet=wanted.sheet,
            columns=wanted.columns,
        )
