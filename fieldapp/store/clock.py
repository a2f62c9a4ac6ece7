"""This laptop's clock."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The time now, as the laptop believes."""
    return datetime.now(UTC)
