"""What every record has, and how a form or a message becomes one: whole, or all that is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, ClassVar, Self
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel
from sqlmodel._compat import SQLModelConfig

from fieldapp.domain.change import Fields
from fieldapp.domain.dates import instant
from fieldapp.domain.ids import new_id
from fieldapp.domain.parsers import Parse, codes, identifier, line, moment, text, village
from fieldapp.domain.problem import Flaw, NotWhole, Problem


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
        unknown = {k: v for k, v in form.items() if k not in cls.parsers and k not in ("id", "extra")}
        values["extra"] = {**form.get("extra", {}), **unknown}
        given = form.get("id")
        return cls._made(values, identifier(given, on) if given else new_id())

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
        values, wire = self.__dict__, dict(self.extra)
        for name in self.parsers:
            value = values.get(name)
            if value or value not in (None, "", []):
                spell = _SPELLINGS.get(type(value))
                wire[name] = spell(value) if spell else value
        return wire

    @classmethod
    def restored(cls, fields: Mapping[str, Any], record: UUID) -> Self:
        """A record from content that was judged before; what this app cannot read stays as it is."""
        values: dict[str, Any] = {}
        for name, parse in cls.parsers.items():
            if (value := fields.get(name)) is not None:
                try:
                    values[name] = parse(value, _NEVER)
                except NotWhole:
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
        if odd := _unfit(fields):
            raise NotWhole(Problem(name, "value.form") for name in odd)
        made = cls.read({**fields, "id": record}, _latest_day(fields.get("recorded_at")))
        spelled = made.fields()
        if spelled == fields:
            return made
        if odd := [name for name in sorted({*spelled, *fields}) if spelled.get(name) != fields.get(name)]:
            raise NotWhole(Problem(name, "value.form") for name in odd)
        return made


_NEVER = date.max
EASTERNMOST = timedelta(hours=9)
"""Papua's time."""


COMMON: dict[str, Parse] = {
    "village": village,
    "confirmed": codes,
    "recorded_by": line(80),
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
        try:
            value = None if given is None or _is_empty(given) else parse(given, on)
        except NotWhole as flaws:
            problems += [Problem(_within(name, p), p.code, p.detail) for p in flaws.problems]
            continue
        if value is not None and value != "":
            values[name] = value
        elif name in cls.required:
            problems.append(Problem(name, f"{name}.missing"))
    return values, problems


def _is_empty(given: Any) -> bool:
    return not given.strip() if isinstance(given, str) else given is None or given == []


def _within(name: str, problem: Problem) -> str:
    """Problems inside a list keep their place: ``heirs.0.name``."""
    return f"{name}.{problem.field}" if problem.field[:1].isdigit() else name


@cache
def _absent(cls: type[Record]) -> dict[str, Any]:
    return {
        name: None if field.is_required() else field.get_default(call_default_factory=True)
        for name, field in cls.model_fields.items()
    }


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat()


_SPELLINGS: dict[type, Callable[[Any], str]] = {datetime: _moment, date: date.isoformat, UUID: str}
"""How a value that JSON does not know is written."""
_WHOLE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _unfit(fields: Mapping[str, Any]) -> list[str]:
    """The fields that no database can keep: half characters, NUL, NaN; ``extra`` is no field of the wire."""
    if "extra" not in fields and _sound(fields):
        return []
    return [name for name, value in fields.items() if name == "extra" or not _sound({name: value})] or ["extra"]


def _sound(fields: Mapping[str, Any]) -> bool:
    try:
        whole = _WHOLE(fields)
        return bool(whole.encode()) and "\\u0000" not in whole
    except (TypeError, ValueError, RecursionError):
        return False


def _latest_day(recorded: Any) -> date:
    """The day by which nothing may lie in the future: the record's or today's, whichever is later.

    An edit may tell of things that came after the first recording. No calendar of the country is ahead of Papua's.
    """
    now = datetime.now(UTC)
    try:
        return (max(instant(recorded), now) + EASTERNMOST).date()
    except Flaw:
        return (now + EASTERNMOST).date()
