"""0031 Destruction lists: files of requests past their term, who put them there, and who said yes.

Safe: adds two tables, and lets a line of a ledger be of a file that is gone. Down: the proof of what
was destroyed is forgotten, and lines of a ledger without a file, which the column can not have, are deleted.
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

STANDS = sa.text("request_id is not null and kept_until is null")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    state = sa.Enum(
        *("open", "destroyed", "discarded"), name="liststate", native_enum=False, length=40
    )
    retention = sa.Enum(
        *("granted", "refused", "broken_off"), name="retentionclass", native_enum=False, length=40
    )
    op.create_table(
        "destruction_lists",
        sa.Column("id", number, nullable=False),
        sa.Column("state", state, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", number, nullable=False),
        sa.Column("exported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by_id", number, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["users.id"], name=op.f("fk_destruction_lists_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["ended_by_id"], ["users.id"], name=op.f("fk_destruction_lists_ended_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destruction_lists")),
    )
    op.create_table(
        "destruction_lines",
        sa.Column("id", number, nullable=False),
        sa.Column("list_id", number, nullable=False),
        sa.Column("request_id", number, nullable=True),
        sa.Column("reference", sa.String(length=30), nullable=False),
        sa.Column("retention", retention, nullable=False),
        sa.Column("counted_from", sa.Date(), nullable=False),
        sa.Column("kept_until", sa.Date(), nullable=True),
        sa.Column("kept_because", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"], ["destruction_lists.id"], name=op.f("fk_destruction_lines_list_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["support_requests.id"], name=op.f("fk_destruction_lines_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destruction_lines")),
    )
    op.create_index(op.f("ix_destruction_lines_list_id"), "destruction_lines", ["list_id"])
    op.create_index(op.f("ix_destruction_lines_request_id"), "destruction_lines", ["request_id"])
    op.create_index(
        "uq_destruction_lines_that_stand",
        "destruction_lines",
        ["request_id"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )
    with op.batch_alter_table("budget_entries") as entries:
        entries.alter_column("request_id", existing_type=number, nullable=True)


def downgrade() -> None:
    op.execute("delete from budget_entries where request_id is null")
    with op.batch_alter_table("budget_entries") as entries:
        number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
        entries.alter_column("request_id", existing_type=number, nullable=False)
    op.drop_table("destruction_lines")
    op.drop_table("destruction_lists")
