"""Full-text search over names, numbers and villages: any word by its beginning, accents and case aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    TableClause,
    Text,
    bindparam,
    column,
    delete,
    insert,
    literal_column,
    select,
    table,
)

from fieldapp.contract.messages import Kind
from fieldapp.domain.region import Regions
from fieldapp.store import bulk

TABLES: dict[Kind, str] = {"signup": "signup_words", "visit": "visit_words"}
DDL = tuple(
    f"CREATE VIRTUAL TABLE {name} USING fts5(words, content='', contentless_delete=1, detail=none,\n"
    "    prefix='1 2 4 6 8', tokenize='unicode61 remove_diacritics 2')"
    for name in TABLES.values()
)
"""Contentless: the words are looked up, the texts stay in their rows; ``rowid`` is the record's ``seq``. Prefix indexes
of these lengths (SQLite uses the next longer one too) keep every keystroke in a NIK quick, although whole districts
share its first digits.
"""

SEARCHED: dict[Kind, tuple[str, ...]] = {
    "signup": ("name", "nik", "family_card_no", "mother_name", "hamlet"),
    "visit": ("place", "topic", "number", "target_group", "speaker"),
}


WORD = re.compile(r"[^\W_]+")


def fold(words: str) -> list[str]:
    """The words of a text in lower case, without accents."""
    plain = words.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return WORD.findall(plain)


@lru_cache(maxsize=1000)
def place(village: str) -> str:
    """A village's code and name."""
    return f"{village} {Regions.load().name(village)}"


def words(kind: Kind, fields: Mapping[str, Any]) -> str:
    """What a record is found by."""
    texts = [str(fields[name]) for name in SEARCHED[kind] if fields.get(name)]
    texts.append(place(str(fields.get("village", ""))))
    if phone := str(fields.get("phone", "")).removeprefix("+"):
        texts += [phone, "0" + phone.removeprefix("62")]
    return " ".join(fold(" ".join(texts)))


def wanted(typed: str) -> str:
    """The index's own spelling of what was typed; empty if there is no word in it. Digits may be grouped."""
    digits = re.sub(r"[\s.+/-]+", "", typed)
    parts = [digits] if digits.isdecimal() else fold(typed)
    return " ".join(f'"{part}"*' for part in parts)


WORDS: dict[Kind, TableClause] = {
    kind: table(name, column("rowid", Integer), column("words", Text)) for kind, name in TABLES.items()
}
REMEMBER = {kind: insert(words).prefix_with("OR REPLACE") for kind, words in WORDS.items()}
FORGET = {kind: delete(words).where(words.c.rowid == bindparam("known")) for kind, words in WORDS.items()}


def remember(connection: Connection, kind: Kind, found_by: Iterable[tuple[int, str]]) -> None:
    """Let records (by ``seq``) be found by these words from now on."""
    bulk.run(connection, REMEMBER[kind], [{"rowid": seq, "words": line} for seq, line in found_by])


def forget(connection: Connection, kind: Kind, seqs: Iterable[int]) -> None:
    """Let records not be found any more."""
    bulk.run(connection, FORGET[kind], [{"known": seq} for seq in seqs])


def found(kind: Kind, typed: str) -> Select[int]:
    """The ``rowid`` of every record that has all words of ``typed`` (see ``wanted``)."""
    words = WORDS[kind]
    return select(words.c.rowid).where(literal_column(TABLES[kind]).op("MATCH")(typed))
