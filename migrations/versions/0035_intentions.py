"""0035 Intentions: what the team finds, asked before a no that rests on other facts.

Safe: adds a table. Down: the views are forgotten; the letters about them stay.
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "intentions",
        sa.Column("id", number, nullable=False),
        sa.Column("request_id", number, nullable=False),
        sa.Column("made_by_id", number, nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("differs", sa.String(), nullable=False),
        sa.Column("view", sa.String(), nullable=False),
        sa.Column("view_on", sa.Date(), nullable=True),
        sa.Column("view_by_id", number, nullable=True),
        sa.Column("was_told", sa.Boolean(), nullable=False),
        sa.CheckConstraint("until > made_on", name=op.f("ck_intentions_time_to_answer")),
        sa.CheckConstraint(
            "(view = '') = (view_on is null)", name=op.f("ck_intentions_view_whole")
        ),
        sa.CheckConstraint(
            "(view = '') = (view_by_id is null)", name=op.f("ck_intentions_view_of_somebody")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["support_requests.id"], name=op.f("fk_intentions_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["users.id"], name=op.f("fk_intentions_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["view_by_id"], ["users.id"], name=op.f("fk_intentions_view_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intentions")),
    )
    op.create_index(op.f("ix_intentions_request_id"), "intentions", ["request_id"])


def downgrade() -> None:
    op.drop_table("intentions")
