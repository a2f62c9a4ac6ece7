"""The tables as they were first.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    _accounts()
    _logs()
    _records()


def _accounts() -> None:
    """People, their laptops and their tokens."""
    op.create_table(
        "account",
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("role", AutoString(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "device",
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "token",
        sa.Column("id", AutoString(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("account", AutoString(), nullable=False),
        sa.Column("device", AutoString(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.id"]),
        sa.ForeignKeyConstraint(["device"], ["device.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("hash"),
    )


def _logs() -> None:
    """Village logs, what left them, and what was decided."""
    op.create_table(
        "village",
        sa.Column("code", AutoString(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("digest", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "moved",
        sa.Column("village", AutoString(length=10), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("to", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("village", "id"),
        sa.UniqueConstraint("village", "version", name="moved_version"),
    )
    op.create_index("ix_moved_id", "moved", ["id"], unique=False)
    op.create_table(
        "change",
        sa.Column("village", AutoString(length=10), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("judged", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("log", AutoString(), nullable=True),
        sa.Column("merged", sa.Boolean(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("refusal", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("village", "id"),
    )
    op.create_index("ix_change_id", "change", ["id"], unique=False)


def _records() -> None:
    """Sign-ups and visits."""
    op.create_table(
        "signup",
        sa.Column("village", AutoString(length=10), nullable=False),
        sa.Column("confirmed", sa.JSON(), nullable=False),
        sa.Column("recorded_by", AutoString(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("withdrawn", AutoString(), nullable=True),
        sa.Column("note", AutoString(), nullable=True),
        sa.Column("nik", AutoString(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("birth_place", AutoString(), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("sex", AutoString(), nullable=False),
        sa.Column("family_card_no", AutoString(), nullable=True),
        sa.Column("mother_name", AutoString(), nullable=True),
        sa.Column("street", AutoString(), nullable=True),
        sa.Column("hamlet", AutoString(), nullable=True),
        sa.Column("rt", AutoString(), nullable=True),
        sa.Column("rw", AutoString(), nullable=True),
        sa.Column("phone", AutoString(), nullable=True),
        sa.Column("email", AutoString(), nullable=True),
        sa.Column("occupation", AutoString(), nullable=False),
        sa.Column("occupation2", AutoString(), nullable=True),
        sa.Column("work_place", AutoString(), nullable=True),
        sa.Column("monthly_income", sa.BigInteger(), nullable=False),
        sa.Column("programmes", AutoString(), nullable=False),
        sa.Column("pay_period", sa.Integer(), nullable=False),
        sa.Column("payer", AutoString(), nullable=False),
        sa.Column("kpj", AutoString(), nullable=True),
        sa.Column("heirs", sa.JSON(), nullable=False),
        sa.Column("consent_version", AutoString(), nullable=False),
        sa.Column("consent_at", UTCDateTime(), nullable=False),
        sa.Column("consent_how", AutoString(), nullable=False),
        sa.Column("visit", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("touched", sa.JSON(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("village", "id"),
        sa.UniqueConstraint("village", "version", name="signup_version"),
    )
    op.create_index("ix_signup_id", "signup", ["id"], unique=False)
    op.create_table(
        "visit",
        sa.Column("village", AutoString(length=10), nullable=False),
        sa.Column("confirmed", sa.JSON(), nullable=False),
        sa.Column("recorded_by", AutoString(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("withdrawn", AutoString(), nullable=True),
        sa.Column("note", AutoString(), nullable=True),
        sa.Column("number", AutoString(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts", AutoString(), nullable=True),
        sa.Column("ends", AutoString(), nullable=True),
        sa.Column("place", AutoString(), nullable=False),
        sa.Column("activity", AutoString(), nullable=False),
        sa.Column("step", AutoString(), nullable=True),
        sa.Column("topic", AutoString(), nullable=True),
        sa.Column("speaker", AutoString(), nullable=True),
        sa.Column("target_group", AutoString(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=False),
        sa.Column("women", sa.Integer(), nullable=False),
        sa.Column("prospects", sa.Integer(), nullable=False),
        sa.Column("signups", sa.JSON(), nullable=False),
        sa.Column("questions", AutoString(), nullable=True),
        sa.Column("obstacles", AutoString(), nullable=True),
        sa.Column("follow_up", AutoString(), nullable=True),
        sa.Column("follow_up_due", sa.Date(), nullable=True),
        sa.Column("follow_up_by", AutoString(), nullable=True),
        sa.Column("partners", AutoString(), nullable=True),
        sa.Column("officer", AutoString(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("touched", sa.JSON(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("village", "id"),
        sa.UniqueConstraint("village", "version", name="visit_version"),
    )
    op.create_index("ix_visit_id", "visit", ["id"], unique=False)
