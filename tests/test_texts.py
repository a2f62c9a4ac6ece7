"""Every text on a screen is a literal that can be translated, and is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

SCREENS = [*Path("fieldapp/ui").rglob("*.py"), *Path("fieldapp/app").rglob("*.py"), *Path("fieldapp/cli").rglob("*.py")]
ENGLISH = Path("resources/i18n/en/LC_MESSAGES/fieldapp.po")
WORDS = re.compile(r"[A-Za-z]{3,} [a-zA-Z]{3,}")
MARKS = {"tr", "N_"}
NAMES = ("Catatan Lapangan", "google drive")
"""What is called the same in every language."""


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def docstrings(tree: ast.AST) -> set[int]:
    return {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


@pytest.mark.parametrize("file", [*SCREENS, Path("fieldapp/messages.py")], ids=str)
def test_what_is_translated_is_a_literal(file: Path) -> None:
    for call in calls(ast.parse(file.read_text(encoding="utf-8"))):
        if name(call) == "tr" and not isinstance(call.args[0], ast.Constant):
            assert not isinstance(call.args[0], ast.JoinedStr), f"{file}:{call.lineno} tr(f'…') is never found"


@pytest.mark.parametrize("file", SCREENS, ids=str)
def test_no_text_hides_in_a_formatted_string_where_the_extractor_cannot_see_it(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    assert [
        f"{file}:{node.lineno}"
        for node in joined
        for call in calls(node)
        if name(call) == "tr" and isinstance(call.args[0], ast.Constant)
    ] == []


@pytest.mark.parametrize("file", SCREENS, ids=str)
def test_sentences_on_screens_are_marked_for_translation(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    marked = {id(part) for call in calls(tree) if name(call) in MARKS for part in ast.walk(call)}
    silent = {
        id(part)
        for call in calls(tree)
        if name(call) in {"setStyleSheet", "compile", "error"}
        for part in ast.walk(call)
    }
    errors = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Raise) for part in ast.walk(node)}
    loose = [
        f"{file}:{node.lineno} {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORDS.search(node.value)
        if id(node) not in marked | silent | errors | docstrings(tree)
    ]
    assert [one for one in loose if not any(name in one for name in NAMES)] == []


def test_every_text_has_an_english_one() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.catalogue", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_shipped_catalogue_says_what_its_source_says() -> None:
    with ENGLISH.open("rb") as source, ENGLISH.with_suffix(".mo").open("rb") as shipped:
        written, compiled = read_po(source), read_mo(shipped)
    assert {m.id: m.string for m in written if m.id} == {m.id: m.string for m in compiled if m.id}


def test_gaps_are_the_same_in_both_languages() -> None:
    with ENGLISH.open("rb") as source:
        texts = [(m.id, m.string) for m in read_po(source) if m.id and m.string]
    gaps = re.compile(r"\{\w*\}")
    assert [one for one, other in texts if sorted(gaps.findall(one)) != sorted(gaps.findall(other))] == []
