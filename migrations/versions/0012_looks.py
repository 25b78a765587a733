"""0012 Looks: who of the staff looked at personal data of whom, when and why.

Safe: adds a table. Down: what was told to people about looks is forgotten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ROLES = (
    *("professional", "team_lead", "community_worker", "area_coordinator", "department_adviser"),
    *("decision_maker", "moderator", "council_member", "auditor", "administrator"),
)
REASONS = ("sign_ups", "request", "review", "concerns", "members", "roles", "log")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "looks",
        sa.Column("id", number, nullable=False),
        sa.Column("person_id", number, nullable=False),
        sa.Column("reader_id", number, nullable=False),
        sa.Column("role", _choice(*ROLES, name="role"), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("why", _choice(*REASONS, name="why"), nullable=False),
        sa.Column("about", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["users.id"], name=op.f("fk_looks_person_id")),
        sa.ForeignKeyConstraint(["reader_id"], ["users.id"], name=op.f("fk_looks_reader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_looks")),
    )
    op.create_index(op.f("ix_looks_person_id_looks_id"), "looks", ["person_id", "id"])
    op.create_index(op.f("ix_looks_at"), "looks", ["at"])


def downgrade() -> None:
    op.drop_table("looks")


def _choice(*codes: str, name: str) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)
