import hashlib

import pytest

from fieldapp.domain import consent
from fieldapp.language import LANGUAGES, Language

# A text that people have agreed to must never change. Add a line for a new version; leave the others alone.
AGREED_TO: dict[tuple[str, Language], str] = {
    ("2026-1", "id"): "73bc41099ece9b688dd87f136a3947fe5759bdcb21518b423c1c2ce5faee5fca",
    ("2026-1", "en"): "b375fd6af7ecb695248e281899eecb6206b10c8a3dbccb6e052c0d6332c9917e",
}


def test_the_current_text_ships_in_every_language() -> None:
    for language in LANGUAGES:
        assert f"{consent.CURRENT}\n" in consent.text(consent.CURRENT, language)


@pytest.mark.parametrize(("version", "language"), AGREED_TO)
def test_a_text_once_agreed_to_stays_as_it_was(version: str, language: Language) -> None:
    content = consent.text(version, language).encode()
    assert hashlib.sha256(content).hexdigest() == AGREED_TO[version, language]


def test_every_version_that_ships_is_guarded_in_every_language() -> None:
    assert {(version, language) for version in consent.versions() for language in LANGUAGES} == AGREED_TO.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_says_what_the_law_asks_for(language: Language) -> None:
    said = consent.text(consent.CURRENT, language)
    assert [line[0] for line in said.splitlines() if line[:2] in {f"{n}." for n in range(1, 10)}] == list("123456")
    assert said.count("3 × 24") == 3
    assert "NIK" in said


@pytest.mark.parametrize("version", ["", "1999-1", "../consent-2026-1", "*"])
def test_an_unknown_version_has_no_text(version: str) -> None:
    with pytest.raises(KeyError):
        consent.text(version, "id")
