"""What is wrong with a value, as codes; sentences are made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as dataclass_field


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one field.

    ``code`` is ``topic.finding`` (``nik.length``); ``detail`` holds what the sentence needs (``{"digits": 15}``)
    and never the person's data beyond what the person just typed.
    """

    field: str
    code: str
    detail: dict[str, str | int] = dataclass_field(default_factory=dict)


class NotWhole(ValueError):  # noqa: N818 - a state of the form, told to the person, not a failure
    """The form does not make a record yet; ``problems`` says all that is missing or wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(f"{p.field}:{p.code}" for p in self.problems))


class Flaw(NotWhole):
    """A single value that cannot be read: ``Flaw("nik.length", digits=15)``."""

    def __init__(self, code: str, **detail: str | int) -> None:
        super().__init__([Problem(code.partition(".")[0], code, detail)])

    @property
    def problem(self) -> Problem:
        return self.problems[0]
