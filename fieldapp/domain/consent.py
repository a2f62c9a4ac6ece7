"""The consent texts that people agree to; a record keeps the version, so that the text can be shown again later."""

from __future__ import annotations

from functools import cache

from fieldapp.language import Language
from fieldapp.resources import resource

CURRENT = "2026-1"
"""The version that is read to people now. A text once used is never changed: a change is a new version."""


@cache
def versions() -> frozenset[str]:
    """Every version whose texts ship with the app."""
    names = resource("consent").glob("consent-*.id.txt")
    return frozenset(path.name.removeprefix("consent-").removesuffix(".id.txt") for path in names)


def text(version: str, language: Language) -> str:
    """The whole text of a version; KeyError for one that does not ship with the app."""
    if version not in versions():
        raise KeyError(version)
    return resource(f"consent/consent-{version}.{language}.txt").read_text(encoding="utf-8")
