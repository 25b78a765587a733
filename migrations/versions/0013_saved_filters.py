"""0013 Saved filters: what staff narrow a queue by, kept under a name.

Safe: adds a table. Down: the kept filters are forgotten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "saved_filters",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column(
            "queue",
            sa.Enum("hulp", "teksten", name="queue", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("arguments", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_saved_filters_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filters")),
        sa.UniqueConstraint(
            *("user_id", "queue", "name"), name=op.f("uq_saved_filters_user_id_queue_name")
        ),
    )


def downgrade() -> None:
    op.drop_table("saved_filters")
