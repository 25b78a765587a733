"""0022 Wishes: what volunteers like to do, what a task is, and whom we asked.

Safe: adds three tables, and columns with a default. Down: wishes, hidden tasks and what a task is
are forgotten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

REACH = ("neighbourhood", "district", "everywhere")


def upgrade() -> None:
    _say_more_of_tasks()
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "volunteer_wishes",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("likes", sa.JSON(), nullable=False),
        sa.Column("learns", sa.JSON(), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column(
            "reach", sa.Enum(*REACH, name="reach", native_enum=False, length=40), nullable=False
        ),
        sa.Column("tongues", sa.JSON(), nullable=False),
        sa.Column("may_be_asked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("asked_at", moment, nullable=True),
        sa.Column("changed_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_volunteer_wishes_user_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_wishes")),
        sa.UniqueConstraint("user_id", name=op.f("uq_volunteer_wishes_user_id")),
    )
    op.create_index(
        op.f("ix_volunteer_wishes_may_be_asked_volunteer_wishes_asked_at"),
        "volunteer_wishes",
        ["may_be_asked", "asked_at"],
    )
    op.create_table(
        "task_marks",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("task_id", number, nullable=False),
        sa.Column("asked_at", moment, nullable=True),
        sa.Column("hidden_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_task_marks_user_id")),
        sa.ForeignKeyConstraint(
            ["task_id"], ["volunteer_tasks.id"], name=op.f("fk_task_marks_task_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_marks")),
        sa.UniqueConstraint("user_id", "task_id", name=op.f("uq_task_marks_user_id_task_id")),
    )
    op.create_index(op.f("ix_task_marks_task_id"), "task_marks", ["task_id"])
    op.create_table(
        "task_calls",
        sa.Column("id", number, nullable=False),
        sa.Column("task_id", number, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["volunteer_tasks.id"], name=op.f("fk_task_calls_task_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_calls")),
    )
    op.create_index(op.f("ix_task_calls_task_id"), "task_calls", ["task_id"])


def downgrade() -> None:
    op.drop_table("task_calls")
    op.drop_table("task_marks")
    op.drop_table("volunteer_wishes")
    for name in ("tongues", "is_easy", "teaches", "work"):
        op.drop_column("volunteer_tasks", name)


def _say_more_of_tasks() -> None:
    several = {"nullable": False, "server_default": "[]"}
    yes_or_no = {"nullable": False, "server_default": sa.false()}
    op.add_column("volunteer_tasks", sa.Column("work", sa.JSON(), **several))
    op.add_column("volunteer_tasks", sa.Column("teaches", sa.Boolean(), **yes_or_no))
    op.add_column("volunteer_tasks", sa.Column("is_easy", sa.Boolean(), **yes_or_no))
    op.add_column("volunteer_tasks", sa.Column("tongues", sa.JSON(), **several))
