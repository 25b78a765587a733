"""0020 Series and calendars: moments that come back, who said to come, and calendars of one's own.

Safe: adds two tables, and columns that may stay empty or have a default. Down: moments stay, each
by itself; who said to come, and the secret addresses of calendars, are forgotten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "shift_series",
        sa.Column("id", number, nullable=False),
        sa.Column("task_id", number, nullable=False),
        sa.Column("rule", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["volunteer_tasks.id"], name=op.f("fk_shift_series_task_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_series")),
    )
    op.create_index(op.f("ix_shift_series_task_id"), "shift_series", ["task_id"])
    _add_series_to_shifts()
    op.create_index(op.f("ix_shifts_series_id"), "shifts", ["series_id"])
    op.add_column("shifts", sa.Column("revision", sa.Integer(), server_default="0", nullable=False))
    op.add_column("sign_ups", sa.Column("said_yes_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "calendar_feeds",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_calendar_feeds_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_calendar_feeds_fingerprint")),
        sa.UniqueConstraint("user_id", name=op.f("uq_calendar_feeds_user_id")),
    )


def downgrade() -> None:
    op.drop_table("calendar_feeds")
    op.drop_column("sign_ups", "said_yes_at")
    op.drop_column("shifts", "revision")
    op.drop_index(op.f("ix_shifts_series_id"), "shifts")
    op.drop_column("shifts", "series_id")
    op.drop_table("shift_series")


def _add_series_to_shifts() -> None:
    """Add the column with its foreign key in one go.

    SQLite cannot add the key later without making the table anew, and sign-ups point to that.
    """
    kind = "bigint" if op.get_bind().dialect.name == "postgresql" else "integer"
    op.execute(
        f"alter table shifts add column series_id {kind} "
        "constraint fk_shifts_series_id references shift_series (id)"
    )
