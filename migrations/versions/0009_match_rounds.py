"""0009 Rounds: needs for hours of teams that are shared out together, their plans, and who chose what.

Safe: adds tables. Down: rounds and plans are forgotten; hours that a plan reserved stay reserved.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STANDING = sa.text("kept_at is not null and ended_at is null")
PENDING = sa.text("kept_at is null and ended_at is null")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "match_rounds",
        sa.Column("id", number, nullable=False),
        sa.Column("area_id", number, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column(
            "state",
            _choice(
                "open",
                "solving",
                "proposed",
                "under_review",
                "approved",
                "discarded",
                name="roundstate",
            ),
            nullable=False,
        ),
        sa.Column("by_id", number, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_match_rounds_area_id")),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_match_rounds_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_rounds")),
    )
    op.create_index(op.f("ix_match_rounds_area_id"), "match_rounds", ["area_id"])
    op.create_table(
        "match_plans",
        sa.Column("id", number, nullable=False),
        sa.Column("round_id", number, nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("rules_version", sa.String(length=40), nullable=False),
        sa.Column("weights_version", sa.String(length=40), nullable=False),
        sa.Column("by_id", number, nullable=False),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("solver", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("bound", sa.Integer(), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=True),
        sa.Column("solved_at", moment, nullable=True),
        sa.Column("kept_at", moment, nullable=True),
        sa.Column("ended_at", moment, nullable=True),
        sa.CheckConstraint("value between 0 and bound", name=op.f("ck_match_plans_value")),
        sa.CheckConstraint(
            "kept_at is null or solved_at is not null", name=op.f("ck_match_plans_kept_when_solved")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["match_rounds.id"], name=op.f("fk_match_plans_round_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_match_plans_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_plans")),
    )
    op.create_index(op.f("ix_match_plans_round_id"), "match_plans", ["round_id"])
    for name, which in (("standing", STANDING), ("pending", PENDING)):
        op.create_index(
            f"uq_match_plans_{name}",
            "match_plans",
            ["round_id"],
            unique=True,
            sqlite_where=which,
            postgresql_where=which,
        )
    op.create_table(
        "match_lines",
        sa.Column("id", number, nullable=False),
        sa.Column("plan_id", number, nullable=False),
        sa.Column("need_id", number, nullable=False),
        sa.Column("offer_id", number, nullable=True),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.CheckConstraint("hours > 0 and value >= 0", name=op.f("ck_match_lines_not_negative")),
        *_keys("match_lines"),
        sa.UniqueConstraint("plan_id", "need_id", name=op.f("uq_match_lines_plan_id_need_id")),
    )
    op.create_table(
        "match_choices",
        sa.Column("id", number, nullable=False),
        sa.Column("plan_id", number, nullable=False),
        sa.Column("need_id", number, nullable=False),
        sa.Column("offer_id", number, nullable=False),
        sa.Column("kind", _choice("pin", "move", "veto", name="choicekind"), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("by_id", number, nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_match_choices_by_id")),
        *_keys("match_choices"),
        sa.UniqueConstraint(
            *("plan_id", "need_id", "offer_id"),
            name=op.f("uq_match_choices_plan_id_need_id_offer_id"),
        ),
    )
    for table in ("match_lines", "match_choices"):
        for column in ("need_id", "offer_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    for table in ("match_choices", "match_lines", "match_plans", "match_rounds"):
        op.drop_table(table)


def _choice(*codes: str, name: str) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)


def _keys(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(["plan_id"], ["match_plans.id"], name=op.f(f"fk_{table}_plan_id")),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name=op.f(f"fk_{table}_need_id")),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["capacity_offers.id"], name=op.f(f"fk_{table}_offer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
