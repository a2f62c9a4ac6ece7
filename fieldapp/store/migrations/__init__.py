"""The schema in numbered steps; a step that has shipped is never changed again."""

from fieldapp.store.migrations import v0001

Statements = tuple[str, ...]
STEPS: tuple[Statements, ...] = (v0001.STATEMENTS,)
