"""Runs the revisions on the connection that fieldserver.database.migrate hands in."""

from __future__ import annotations

from alembic import context

from fieldserver.tables import Row

context.configure(connection=context.config.attributes["connection"], target_metadata=Row.metadata)
context.run_migrations()
