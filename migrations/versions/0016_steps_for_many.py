"""0016 Steps for many requests: what was done with many at once, and what came of each.

Safe: adds two tables. Down: what was done stays done, and can no longer be turned back at once.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

DEEDS = ("take_on", "hand_over")
OUTCOMES = ("done", "refused", "undone", "stays")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    batches, rows = "request_batches", "request_batch_rows"
    op.create_table(
        batches,
        sa.Column("id", number, nullable=False),
        sa.Column("by_id", number, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("deed", _choice(*DEEDS, name="deed"), nullable=False),
        sa.Column("to_id", number, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f(f"fk_{batches}_by_id")),
        sa.ForeignKeyConstraint(["to_id"], ["users.id"], name=op.f(f"fk_{batches}_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{batches}")),
        sa.UniqueConstraint("by_id", "key", name=op.f(f"uq_{batches}_by_id_key")),
    )
    op.create_index(op.f(f"ix_{batches}_at"), batches, ["at"])
    op.create_table(
        rows,
        sa.Column("id", number, nullable=False),
        sa.Column("batch_id", number, nullable=False),
        sa.Column("request_id", number, nullable=False),
        sa.Column("outcome", _choice(*OUTCOMES, name="outcome"), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("was_new", sa.Boolean(), nullable=False),
        sa.Column("earlier_id", number, nullable=True),
        sa.ForeignKeyConstraint(["batch_id"], [f"{batches}.id"], name=op.f(f"fk_{rows}_batch_id")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["support_requests.id"], name=op.f(f"fk_{rows}_request_id")
        ),
        sa.ForeignKeyConstraint(["earlier_id"], ["users.id"], name=op.f(f"fk_{rows}_earlier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{rows}")),
        sa.UniqueConstraint(
            *("batch_id", "request_id"), name=op.f(f"uq_{rows}_batch_id_request_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("request_batch_rows")
    op.drop_table("request_batches")


def _choice(*codes: str, name: str) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)
