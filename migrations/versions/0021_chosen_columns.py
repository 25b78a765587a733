"""0021 Chosen columns: what a table of a queue tells to somebody who does not want the usual columns.

Safe: adds a table. Down: everybody gets the usual columns.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "chosen_columns",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column(
            "queue",
            sa.Enum("hulp", "teksten", name="queue", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_chosen_columns_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chosen_columns")),
        sa.UniqueConstraint("user_id", "queue", name=op.f("uq_chosen_columns_user_id_queue")),
    )


def downgrade() -> None:
    op.drop_table("chosen_columns")
