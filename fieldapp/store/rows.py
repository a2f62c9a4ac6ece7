"""Content between its wire form and the columns of a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fieldapp.contract.messages import Kind
from fieldapp.domain.change import Fields
from fieldapp.store.tables import CONTENT


def columns(kind: Kind, fields: Fields) -> dict[str, Any]:
    """Every content column of the kind, and ``extra`` for what has no column or does not fit into its own."""
    fitting = {name: fields[name] for name, form in CONTENT[kind].items() if type(fields.get(name)) is form}
    extra = {name: value for name, value in fields.items() if name not in fitting}
    return {**dict.fromkeys(CONTENT[kind]), **fitting, "extra": extra or None}


def content(kind: Kind, row: Mapping[Any, Any]) -> Fields:
    """The wire form that was kept in a row."""
    fields = {name: row[name] for name in CONTENT[kind] if row[name] is not None}
    return {**fields, **(row["extra"] or {})}
