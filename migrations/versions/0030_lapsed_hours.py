"""0030 Lapsed hours: what teams took back after it was kept for a need, and what a coordinator did about it.

Safe: adds a table. Down: what lapsed and what was answered is forgotten; hours stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "lapsed_hours",
        sa.Column("id", number, nullable=False),
        sa.Column("reservation_id", number, nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.Column("lapsed_at", moment, nullable=False),
        sa.Column("replacement_id", number, nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("answered_by_id", number, nullable=True),
        sa.Column("answered_at", moment, nullable=True),
        sa.CheckConstraint(
            "(answered_at is null) = (answered_by_id is null)",
            name=op.f("ck_lapsed_hours_answered_by"),
        ),
        sa.CheckConstraint(
            "answered_at is null or (replacement_id is null) = (reason <> '')",
            name=op.f("ck_lapsed_hours_one_answer"),
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], ["capacity_reservations.id"], name=op.f(f"fk_lapsed_hours_{column}")
            )
            for column in ("reservation_id", "replacement_id")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["users.id"], name=op.f("fk_lapsed_hours_answered_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lapsed_hours")),
        sa.UniqueConstraint("reservation_id", name=op.f("uq_lapsed_hours_reservation_id")),
    )
    for column in ("replacement_id", "answered_at"):
        op.create_index(op.f(f"ix_lapsed_hours_{column}"), "lapsed_hours", [column])


def downgrade() -> None:
    op.drop_table("lapsed_hours")
