"""0032 Objections: why a team does not agree with a decision, and the answer to that.

Safe: adds a table. Down: the objections are forgotten; the letters about them stay.
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

COUNTS = sa.text("state <> 'withdrawn'")
STATES = ("received", "heard", "decided", "withdrawn")
FINDINGS = ("well_founded", "partly", "unfounded", "not_admissible")
OUTCOMES = (
    *("draft", "submitted", "in_assessment", "incomplete", "proposed", "granted"),
    *("partly_granted", "refused", "not_considered", "withdrawn"),
)


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "objections",
        sa.Column("id", number, nullable=False),
        sa.Column("decision_id", number, nullable=False),
        sa.Column("author_id", number, nullable=False),
        sa.Column("state", _one_of("objectionstate", STATES), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("wants_hearing", sa.Boolean(), nullable=False),
        sa.Column("late_reason", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("postponed_on", sa.Date(), nullable=True),
        sa.Column("postponed_why", sa.String(), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=True),
        sa.Column("hearing", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decider_id", number, nullable=True),
        sa.Column("finding", _one_of("finding", FINDINGS), nullable=True),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("earlier_outcome", _one_of("requeststate", OUTCOMES), nullable=True),
        sa.Column("earlier_cents", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(finding is null) = (decided_on is null)", name=op.f("ck_objections_decided_whole")
        ),
        sa.CheckConstraint(
            "(hearing = '') = (heard_on is null)", name=op.f("ck_objections_heard_whole")
        ),
        sa.CheckConstraint(
            "(postponed_on is null) = (postponed_why = '')",
            name=op.f("ck_objections_postponed_whole"),
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_objections_decision_id")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_objections_author_id")),
        sa.ForeignKeyConstraint(
            ["decider_id"], ["users.id"], name=op.f("fk_objections_decider_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objections")),
    )
    op.create_index(op.f("ix_objections_decision_id"), "objections", ["decision_id"])
    op.create_index(
        "uq_objections_that_count",
        "objections",
        ["decision_id"],
        unique=True,
        sqlite_where=COUNTS,
        postgresql_where=COUNTS,
    )


def downgrade() -> None:
    op.drop_table("objections")


def _one_of(name: str, codes: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)
