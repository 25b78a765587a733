"""0024 How it went: the question to who took part in a plan, and what was said, which leads to nobody.

Safe: adds two tables. Down: nobody is asked, and what was counted is forgotten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0022"
branch_labels = None
depends_on = None

VERDICT = sa.Enum("good", "fair", "bad", name="verdict", native_enum=False, length=40)


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "feedback_asks",
        sa.Column("id", number, nullable=False),
        sa.Column("initiative_id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("verdict", VERDICT, nullable=True),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_feedback_asks_initiative_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_feedback_asks_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_asks")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_feedback_asks_fingerprint")),
        sa.UniqueConstraint(
            "initiative_id", "user_id", name=op.f("uq_feedback_asks_initiative_id_user_id")
        ),
    )
    op.create_index(op.f("ix_feedback_asks_user_id"), "feedback_asks", ["user_id"])
    op.create_table(
        "feedback_tallies",
        sa.Column("id", number, nullable=False),
        sa.Column("initiative_id", number, nullable=False),
        sa.Column("verdict", VERDICT, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_feedback_tallies_somebody")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_feedback_tallies_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_tallies")),
        sa.UniqueConstraint(
            "initiative_id", "verdict", name=op.f("uq_feedback_tallies_initiative_id_verdict")
        ),
    )
    op.create_index(op.f("ix_feedback_tallies_told_at"), "feedback_tallies", ["told_at"])


def downgrade() -> None:
    op.drop_table("feedback_tallies")
    op.drop_table("feedback_asks")
