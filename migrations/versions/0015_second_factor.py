"""0015 A second factor for staff: an app for codes, codes on paper, and the doorstep in between.

Safe: adds three tables, and a column that old code ignores. Down: apps and codes are lost; staff
sign in with their password alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "second_factors",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("secret", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tries_since", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("tries between 0 and 10", name=op.f("ck_second_factors_tries")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_second_factors_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_factors")),
        sa.UniqueConstraint("user_id", name=op.f("uq_second_factors_user_id")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_recovery_codes_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_codes")),
        sa.UniqueConstraint(
            "user_id", "fingerprint", name=op.f("uq_recovery_codes_user_id_fingerprint")
        ),
    )
    op.create_table(
        "doorsteps",
        sa.Column("id", number, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("go_on", sa.String(), nullable=False),
        sa.Column("new_secret", sa.String(length=200), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_doorsteps_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doorsteps")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_doorsteps_fingerprint")),
    )
    op.create_index(op.f("ix_doorsteps_user_id"), "doorsteps", ["user_id"])
    given = sa.Column("with_second_factor", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("login_sessions", given)


def downgrade() -> None:
    op.drop_column("login_sessions", "with_second_factor")
    op.drop_table("doorsteps")
    op.drop_table("recovery_codes")
    op.drop_table("second_factors")
