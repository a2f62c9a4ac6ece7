"""What informal workers do for a living: our own list of jobs, found by their everyday and regional names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal

from fieldapp.domain.word_starts import WordStarts, fold
from fieldapp.resources import resource

Sector = Literal["transport", "other"]


@dataclass(frozen=True, slots=True)
class Occupation:
    """A job; ``code`` is what records keep, ``group`` a name to show, ``sector`` what contributions depend on."""

    code: str
    name: str
    name_en: str
    group: str
    group_en: str
    sector: Sector
    synonyms: tuple[str, ...]

    @property
    def transport(self) -> bool:
        return self.sector == "transport"


def get(code: str) -> Occupation | None:
    """The job of a code; None for a code of another version of the list."""
    return _by_code().get(code)


@cache
def groups() -> Mapping[str, tuple[Occupation, ...]]:
    """Every job, by the name of its group, in the order of the list."""
    jobs = _by_code().values()
    return {group: tuple(job for job in jobs if job.group == group) for group in dict.fromkeys(j.group for j in jobs)}


def find(text: str) -> tuple[Occupation, ...]:
    """The jobs that ``text`` may mean, the likeliest first: whole names, names, synonyms, later words, scattered words.

    Nothing typed means all of them.
    """
    typed = fold(text.replace("\n", " "))
    if not typed:
        return tuple(_by_code().values()) if not text.strip() else ()
    index, owners = _index()
    rows = [*index.names(typed), *index.words(typed)]
    whole = [row for row in rows if owners[row].folded == typed]
    named = [row for row in index.names(typed) if owners[row].is_name]
    codes = chain((owners[row].code for row in chain(whole, named, rows)), _scattered(typed.split()))
    return tuple(_by_code()[code] for code in dict.fromkeys(codes))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One of the names of a job."""

    code: str
    folded: str
    is_name: bool


def _scattered(words: list[str]) -> list[str]:
    """Codes of the jobs in whose names all the words start a word, in the order of the list."""
    index, owners = _index()
    having = [{owners[row].code for row in (*index.names(word), *index.words(word))} for word in words]
    return [code for code in _by_code() if all(code in codes for codes in having)]


@cache
def _by_code() -> dict[str, Occupation]:
    groups = json.loads(resource("occupations/occupations.json").read_text(encoding="utf-8"))
    jobs = (
        Occupation(**{**job, "synonyms": tuple(job["synonyms"])}, group=group["name"], group_en=group["name_en"])
        for group in groups
        for job in group["jobs"]
    )
    return {job.code: job for job in jobs}


@cache
def _index() -> tuple[WordStarts, tuple[_Phrase, ...]]:
    names = [
        (job.code, name, name in {job.name, job.name_en})
        for job in _by_code().values()
        for name in (job.name, job.name_en, *job.synonyms)
    ]
    phrases = tuple(_Phrase(code, fold(name), is_name) for code, name, is_name in names)
    return WordStarts(phrase.folded for phrase in phrases), phrases
