"""0008 Push devices: browsers that announce new messages.

Safe: adds a table. Down: nobody gets notifications any more until they switch them on again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "push_devices",
        sa.Column("id", number, nullable=False),
        sa.Column("session_id", number, nullable=False),
        sa.Column("address", sa.String(length=1000), nullable=False),
        sa.Column("public_key", sa.String(length=90), nullable=False),
        sa.Column("secret", sa.String(length=30), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["login_sessions.id"], name=op.f("fk_push_devices_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_devices")),
        sa.UniqueConstraint("address", name=op.f("uq_push_devices_address")),
        sa.UniqueConstraint("session_id", name=op.f("uq_push_devices_session_id")),
    )


def downgrade() -> None:
    op.drop_table("push_devices")
