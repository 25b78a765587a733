"""0029 Lists of paper: how many neighbours signed for and against a plan, and nothing of who they are.

Safe: adds a table. Down: the totals are forgotten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

COUNTS = sa.text("withdrawn_at is null")
ROLES = (
    *("professional", "team_lead", "community_worker", "area_coordinator", "department_adviser"),
    *("decision_maker", "moderator", "council_member", "auditor", "administrator"),
)


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    role = sa.Enum(*ROLES, name="role", native_enum=False, length=40)
    op.create_table(
        "paper_lists",
        sa.Column("id", number, nullable=False),
        sa.Column("initiative_id", number, nullable=False),
        sa.Column("collected_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("in_favour", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.Column("by_id", number, nullable=False),
        sa.Column("role", role, nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "in_favour >= 0 and against >= 0", name=op.f("ck_paper_lists_not_negative")
        ),
        sa.CheckConstraint("in_favour + against > 0", name=op.f("ck_paper_lists_somebody")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_paper_lists_initiative_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_paper_lists_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_lists")),
    )
    op.create_index(
        "uq_paper_lists_that_count",
        "paper_lists",
        ["initiative_id", "collected_on", "place"],
        unique=True,
        sqlite_where=COUNTS,
        postgresql_where=COUNTS,
    )


def downgrade() -> None:
    op.drop_table("paper_lists")
