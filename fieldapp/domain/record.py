"""What every record has, and how a form or a message becomes one: whole, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, ClassVar, Self
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel
from sqlmodel._compat import SQLModelConfig

from fieldapp.domain.change import Fields
from fieldapp.domain.dates import instant
from fieldapp.domain.ids import new_id
from fieldapp.domain.problem import Flaw, NotWhole, Problem

Parse = Callable[[Any, date], Any]
"""Reads one value, typed or in wire form, as of a day; raises Flaw."""


class RecordFields(SQLModel):
    """The columns of every kind of record; ``confirmed`` holds the warnings that the officer checked and ticked."""

    village: str
    confirmed: list[str] = Field(default_factory=list, sa_type=JSON)
    recorded_by: str
    recorded_at: datetime
    withdrawn: str | None = None
    note: str | None = None


class Record(RecordFields):
    """A whole record; a subclass states in ``parsers`` how each field is read and in ``required`` what must be there.

    ``extra`` keeps what a newer app wrote and this one does not know, so that an edit here does not erase it.
    """

    model_config = SQLModelConfig(frozen=True)

    kind: ClassVar[str]
    parsers: ClassVar[Mapping[str, Parse]]
    required: ClassVar[frozenset[str]]

    id: UUID
    extra: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)

    @classmethod
    def read(cls, form: Mapping[str, Any], on: date) -> Self:
        """The record that a form makes: texts as typed or values. Raises NotWhole with every problem of every field."""
        values, problems = _values(cls, form, on)
        problems += cls.contradictions(values, on)
        if problems:
            raise NotWhole(problems)
        known = {*cls.parsers, "id", "extra"}
        values["extra"] = {**form.get("extra", {}), **{k: v for k, v in form.items() if k not in known}}
        return cls._made(values, _id(form.get("id")))

    @classmethod
    def contradictions(cls, values: Mapping[str, Any], on: date) -> list[Problem]:
        """What is wrong between fields that are each right."""
        return []

    def warnings(self, on: date) -> tuple[Problem, ...]:
        """What a person should look at again; never a reason to refuse."""
        return ()

    def unconfirmed(self, on: date) -> tuple[Problem, ...]:
        """The warnings that nobody has ticked yet."""
        return tuple(problem for problem in self.warnings(on) if problem.code not in self.confirmed)

    def fields(self) -> Fields:
        """The content in wire form: JSON values; what is empty is left out."""
        wire = {name: _wire(self.__dict__.get(name)) for name in self.parsers}
        return {**self.extra, **{name: value for name, value in wire.items() if value not in (None, "", [])}}

    @classmethod
    def restored(cls, fields: Mapping[str, Any], record: UUID) -> Self:
        """A record from content that was judged before; what this app cannot read stays as it is."""
        values: dict[str, Any] = {}
        for name, parse in cls.parsers.items():
            if (value := fields.get(name)) is not None:
                try:
                    values[name] = parse(value, _NEVER)
                except Flaw:
                    values[name] = value
        extra = {name: value for name, value in fields.items() if name not in cls.parsers}
        return cls._made({**values, "extra": extra}, record)

    @classmethod
    def _made(cls, values: dict[str, Any], record: UUID) -> Self:
        """The frozen value; the values are whole already, so that pydantic need not look at them again."""
        made: Self = cls.__new__(cls)
        content = {**_absent(cls), "confirmed": [], **values, "id": record}
        object.__setattr__(made, "__dict__", content)
        object.__setattr__(made, "__pydantic_fields_set__", {*content})
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made

    @classmethod
    def judged(cls, fields: Mapping[str, Any], record: UUID) -> Self:
        """A record from wire content, by all the rules; a value not spelled in the one right way breaks one."""
        on = _day_of(fields.get("recorded_at"))
        made = cls.read({**fields, "id": record}, on)
        spelled = made.fields()
        if spelled != fields:
            odd = sorted(name for name, value in fields.items() if spelled.get(name) != value)
            raise NotWhole(Problem(name, "value.form") for name in odd or ["id"])
        return made


_NEVER = date.max


def text(longest: int) -> Parse:
    """Reads a line or a few lines of text: trimmed, inner spaces single, at most so many characters."""

    def parse(value: Any, _on: date) -> str:
        lines = (" ".join(line.split()) for line in str(value).strip().splitlines())
        clean = "\n".join(lines)
        if len(clean) > longest:
            raise Flaw("text.too_long", longest=longest)
        return clean

    return parse


def one_of(*values: str | int) -> Parse:
    """Reads one of a few codes."""
    known = {str(value): value for value in values}

    def parse(value: Any, _on: date) -> str | int:
        if str(value) not in known:
            raise Flaw("choice.unknown")
        return known[str(value)]

    return parse


def number(highest: int) -> Parse:
    """Reads a count from 0 to ``highest``."""

    def parse(value: Any, _on: date) -> int:
        digits = str(value).strip()
        if not digits.isascii() or not digits.isdigit():
            raise Flaw("number.unreadable")
        if int(digits) > highest:
            raise Flaw("number.too_high", highest=highest)
        return int(digits)

    return parse


def village(value: Any, _on: date) -> str:
    """Reads a village code of ten digits."""
    digits = str(value).replace(".", "").strip()
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit():
        raise Flaw("village.unknown")
    return digits


def codes(value: Any, _on: date) -> list[str]:
    """Reads a set of codes, kept sorted."""
    return sorted({str(one) for one in value})


def moment(value: Any, _on: date) -> datetime:
    """Reads a moment."""
    return instant(value)


def identifier(value: Any, _on: date) -> UUID:
    """Reads the id of another record."""
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        raise Flaw("id.unreadable") from None


COMMON: dict[str, Parse] = {
    "village": village,
    "confirmed": codes,
    "recorded_by": text(80),
    "recorded_at": moment,
    "withdrawn": text(300),
    "note": text(2000),
}
COMMON_REQUIRED = frozenset({"village", "recorded_by", "recorded_at"})


def _values(cls: type[Record], form: Mapping[str, Any], on: date) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, parse in cls.parsers.items():
        given = form.get(name)
        if given in (None, "", []) or (isinstance(given, str) and not given.strip()):
            if name in cls.required:
                problems.append(Problem(name, f"{name}.missing"))
            continue
        try:
            values[name] = parse(given, on)
        except NotWhole as flaws:
            problems += [Problem(_within(name, p), p.code, p.detail) for p in flaws.problems]
    return values, problems


def _within(name: str, problem: Problem) -> str:
    """Problems inside a list keep their place: ``heirs.0.name``."""
    return f"{name}.{problem.field}" if problem.field[:1].isdigit() else name


@cache
def _absent(cls: type[Record]) -> dict[str, Any]:
    return {name: field.get_default(call_default_factory=True) for name, field in cls.model_fields.items()}


def _id(given: Any) -> UUID:
    return given if isinstance(given, UUID) else UUID(str(given)) if given else new_id()


def _wire(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value


def _day_of(value: Any) -> date:
    try:
        return instant(value).date()
    except Flaw:
        return datetime.now(UTC).date()
