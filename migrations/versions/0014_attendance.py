"""0014 Attendance: who was at a shift, thanks for it, and certificates about hours of help.

Safe: adds two tables and a column with a default. Down: what was noted, said and certified is
forgotten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

IS_VALID = sa.text("withdrawn_at is null")


def upgrade() -> None:
    op.add_column("shifts", sa.Column("thanks", sa.String(500), server_default="", nullable=False))
    _create_attendances()
    _create_certificates()


def downgrade() -> None:
    op.drop_table("certificates")
    op.drop_table("attendances")
    op.drop_column("shifts", "thanks")


def _create_attendances() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "attendances",
        sa.Column("id", number, nullable=False),
        sa.Column("sign_up_id", number, nullable=False),
        sa.Column("quarters", sa.Integer(), nullable=False),
        sa.Column("noted_by_id", number, nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("objection", sa.String(length=300), nullable=False),
        sa.Column("thanked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("quarters between 0 and 96", name=op.f("ck_attendances_quarters")),
        sa.ForeignKeyConstraint(
            ["noted_by_id"], ["users.id"], name=op.f("fk_attendances_noted_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["sign_up_id"], ["sign_ups.id"], name=op.f("fk_attendances_sign_up_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
        sa.UniqueConstraint("sign_up_id", name=op.f("uq_attendances_sign_up_id")),
    )


def _create_certificates() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "certificates",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("initiative_id", number, nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("what", sa.JSON(), nullable=False),
        sa.Column("quarters", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("first_on <= last_on", name=op.f("ck_certificates_ends_after_start")),
        sa.CheckConstraint("quarters > 0", name=op.f("ck_certificates_hours")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_certificates_initiative_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_certificates_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("code", name=op.f("uq_certificates_code")),
    )
    op.create_index(op.f("ix_certificates_user_id"), "certificates", ["user_id"])
    op.create_index(
        op.f("ix_certificates_initiative_id_certificates_id"),
        "certificates",
        ["initiative_id", "id"],
    )
    op.create_index(
        "uq_certificates_valid",
        "certificates",
        ["user_id", "initiative_id"],
        unique=True,
        sqlite_where=IS_VALID,
        postgresql_where=IS_VALID,
    )
