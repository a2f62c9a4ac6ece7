"""One line of a register as a form, and the form as a sign-up or as all that needs repair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from itertools import islice
from typing import Any

from fieldapp.domain import nik, occupation
from fieldapp.domain.ids import new_id
from fieldapp.domain.problem import Flaw, NotWhole, Problem
from fieldapp.domain.region import Regions
from fieldapp.domain.signup import read, warnings
from fieldapp.register import cells
from fieldapp.register.grid import Cell, Line, text
from fieldapp.register.header import Header
from fieldapp.register.headings import PLACE_AND_DATE, RT_AND_RW, TICK_FEMALE, TICK_MALE
from fieldapp.register.places import Villages
from fieldapp.register.values import Options, Row, Trouble

REPEATED = frozenset(
    {"village", "street", "hamlet", "rt", "rw", RT_AND_RW, "occupation", "work_place", "monthly_income"}
)
"""Fields where offices write ditto marks."""
WRITTEN = {"birth_date": (PLACE_AND_DATE,), "birth_place": (PLACE_AND_DATE,), "rt": (RT_AND_RW,), "rw": (RT_AND_RW,)}
"""Where else to look for what was typed for a field."""
NUMBERS = frozenset({"nik", "family_card_no"})
FEW = 3
"""A line without a NIK and with fewer filled fields than this is a total or a signature, not a person."""
LONG = 12
"""An identity number with so many digits is never shown whole."""
SAMPLES = 3
"""So many cells show what a column is about."""
ENOUGH = 5
"""So many numbers that all end in 0 are no chance."""


class RowReader:
    """Reads the lines of one sheet in their order."""

    def __init__(self, options: Options, header: Header, lines: Iterable[Line]) -> None:
        self._options = options
        self._places = {column.field: column.index for column in header.columns if column.fate == "read"}
        self._above: dict[str, Cell] = {}
        self._rounded = {field for field in NUMBERS & self._places.keys() if _all_rounded(lines, self._places[field])}
        villages = Villages(Regions.load(), options.areas)
        self._menders: Mapping[str, Callable[[Cell], Any]] = {**MENDERS, "village": villages.code}

    def read(self, line: Line) -> Row:
        """The line as a whole sign-up, or with every problem found in it."""
        found = self._cells(line)
        typed = {field: text(cell) for field, cell in found.items()}
        name, number = typed.get("name", ""), typed.get("nik", "")
        if not number and len(found) < FEW:
            words = " ".join(text(cell) for cell in line.cells if cell is not None)
            return Row(line.number, "no_person", words[:80], "")
        on = self._options.at.date()
        form, problems = self._form(found)
        broken = {problem.field for problem in problems}
        try:
            signup = read(form, on)
        except NotWhole as unfinished:
            problems += [problem for problem in unfinished.problems if not _parts(problem.field) & broken]
        if problems:
            return Row(line.number, "repair", name, number, _troubles(problems, typed))
        doubts = warnings(signup, on)
        return Row(line.number, "look" if doubts else "ready", name, signup.nik, _troubles(doubts, typed), signup)

    def _cells(self, line: Line) -> dict[str, Cell]:
        """The filled cells by field; a ditto mark stands for the cell above."""
        found = {}
        for field, index in self._places.items():
            cell = line.cell(index)
            if text(cell).casefold() in cells.SAME_AS_ABOVE and field in REPEATED:
                cell = self._above.get(field)
            if not cells.is_nothing(cell):
                found[field] = self._above[field] = cell
        return found

    def _form(self, found: Mapping[str, Cell]) -> tuple[dict[str, Any], list[Problem]]:
        form: dict[str, Any] = self._declared()
        problems = []
        for field, cell in found.items():
            try:
                form |= self._mended(field, cell)
            except Flaw as flaw:
                form.pop(field, None)
                problems.append(Problem(field, flaw.problem.code, flaw.problem.detail))
        if heir := {part: form.pop(f"heir_{part}") for part in ("name", "relation") if f"heir_{part}" in form}:
            form["heirs"] = [heir]
        return form, problems

    def _mended(self, field: str, cell: Cell) -> dict[str, Any]:
        if field in self._rounded:
            raise Flaw("register.column_rounded")
        value = self._menders.get(field, text)(cell)
        return value if isinstance(value, dict) else {field: value}

    def _declared(self) -> dict[str, Any]:
        """What holds for every line unless the line says otherwise."""
        options = self._options
        noon = datetime.combine(options.consent_on, time(12), UTC)
        return {
            "pay_period": 1,
            "payer": "self",
            **options.defaults,
            **({"village": options.village} if options.village else {}),
            "id": new_id(),
            "consent_how": options.consent_how,
            "consent_at": min(noon, options.at),
            "consent_version": options.consent_version,
            "recorded_by": options.by,
            "recorded_at": options.at,
        }


def _occupation(cell: Cell) -> str:
    """The code of a job named exactly, by its code, or by a word that only one job has."""
    written = text(cell)
    if occupation.get(written):
        return written
    found = occupation.find(written)
    wanted = written.casefold()
    exact = [job for job in found if wanted in {name.casefold() for name in (job.name, *job.synonyms)}]
    if len(exact or found) != 1:
        raise Flaw("register.occupation_shared" if found else "register.occupation_unknown")
    return (exact or found)[0].code


def _ticked(sex: str) -> Callable[[Cell], dict[str, str]]:
    return lambda cell: {"sex": sex}


MENDERS: Mapping[str, Callable[[Cell], Any]] = {
    "nik": cells.number_text,
    "family_card_no": cells.number_text,
    "phone": cells.phone_text,
    "birth_date": cells.birth,
    PLACE_AND_DATE: cells.place_and_date,
    "sex": cells.sex,
    TICK_MALE: _ticked("male"),
    TICK_FEMALE: _ticked("female"),
    RT_AND_RW: cells.neighbourhoods,
    "rt": cells.neighbourhood,
    "rw": cells.neighbourhood,
    "monthly_income": cells.money,
    "programmes": cells.programmes,
    "pay_period": cells.months,
    "payer": cells.payer,
    "occupation": _occupation,
    "occupation2": _occupation,
    "heir_relation": cells.relation,
}


def _parts(field: str) -> set[str]:
    """A field and the columns that may hold it together with another."""
    return {field, *WRITTEN.get(field, ())}


def _troubles(problems: Iterable[Problem], typed: Mapping[str, str]) -> tuple[Trouble, ...]:
    return tuple(
        Trouble(
            problem,
            next(
                (
                    _discreet(typed[name], name)
                    for name in (problem.field, *WRITTEN.get(problem.field, ()))
                    if name in typed
                ),
                "",
            ),
        )
        for problem in problems
    )


def samples(lines: Sequence[Line], column: int) -> tuple[str, ...]:
    """What the first filled cells of a column say, long numbers with their middle covered."""
    filled = (written for line in lines if (written := text(line.cell(column))))
    return tuple(_covered(written) for written in islice(filled, SAMPLES))


def _discreet(written: str, field: str) -> str:
    """What was typed, with the middle of an identity number covered."""
    return _covered(written) if field in NUMBERS else written


def _covered(written: str) -> str:
    if sum(character.isdecimal() for character in written) < LONG:
        return written
    return nik.masked(written) if len(written) == 16 else f"{written[:6]}…{written[-2:]}"


def _all_rounded(lines: Iterable[Line], column: int) -> bool:
    """Whether a whole column of identity numbers went through a spreadsheet that keeps fifteen digits."""
    numbers = [written for line in lines if len(written := text(line.cell(column))) == 16 and written.isdecimal()]
    return len(numbers) >= ENOUGH and all(number.endswith("0") for number in numbers)
