"""Every code that a person can meet has a sentence, and the sentences are the kind that help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import fieldapp.domain
from fieldapp import errors
from fieldapp.domain.kinds import KINDS
from fieldapp.messages import SENTENCES, sentence

RAISED = re.compile(r'(?:Flaw\(|Problem\([^()]*?, )"([a-z_0-9]+\.[a-z_]+)"')
UNKIND = re.compile(r"\b(maaf|silakan|silahkan|invalid|error|server|sinkron\w*|sync|gagal total)\b", re.IGNORECASE)


def codes_of_the_domain() -> set[str]:
    sources = Path(fieldapp.domain.__path__[0]).glob("*.py")
    written = {code for source in sources for code in RAISED.findall(source.read_text(encoding="utf-8"))}
    missing = {f"{name}.missing" for kind in KINDS.values() for name in kind.required}
    return written | missing | {"monthly_income.low", "monthly_income.high"}


def codes_of_errors() -> set[str]:
    tree = [error for error in vars(errors).values() if isinstance(error, type) and issubclass(error, Exception)]
    return {error.code for error in tree if issubclass(error, errors.FieldappError)} | {"sign_in.wait"}


@pytest.mark.parametrize("code", sorted(codes_of_the_domain() | codes_of_errors()))
def test_a_code_has_a_sentence(code: str) -> None:
    assert code in SENTENCES


def test_the_codes_are_found() -> None:
    assert {"nik.length", "held_on.future", "heirs.too_many", "value.form"} <= codes_of_the_domain()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_plain_and_complete(code: str) -> None:
    said = SENTENCES[code]
    assert not UNKIND.search(said)
    assert said[0].isupper() or said[0] == "{"
    assert not said.endswith((".", "!"))


def test_a_detail_that_did_not_come_leaves_a_gap_and_breaks_nothing() -> None:
    assert sentence("nik.length") == "NIK baru … angka, seharusnya 16"
    assert sentence("nik.length", digits=12, code="x") == "NIK baru 12 angka, seharusnya 16"


def test_a_code_of_a_newer_centre_still_gets_a_sentence() -> None:
    assert "shoe_size.odd" in sentence("shoe_size.odd", size=38)
