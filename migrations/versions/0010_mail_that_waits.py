"""0010 Mail that waits: what people want in their mail, and what waits for the mail of a day.

Safe: adds two tables and columns that may stay empty. Down: what was chosen about mail is forgotten, and
news that waits stays in the inbox only.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TOPICS = ("plans", "tasks", "help", "invitations")
RHYTHMS = ("at_once", "day", "week", "never")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    topic = sa.Enum(*TOPICS, name="topic", native_enum=False, length=40)
    rhythm = sa.Enum(*RHYTHMS, name="rhythm", native_enum=False, length=40)
    for column in (
        sa.Column("why", sa.String(250), server_default="", nullable=False),
        sa.Column("topic", topic, nullable=True),
        sa.Column("heading", sa.String(120), server_default="", nullable=False),
        sa.Column("is_urgent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=True),
        sa.Column("digest_on", sa.Date(), nullable=True),
    ):
        op.add_column("messages", column)
    op.create_index(
        op.f("ix_messages_email_messages_digest_on"), "messages", ["email", "digest_on"]
    )
    op.create_table(
        "mail_wishes",
        sa.Column("id", number, nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("rhythm", rhythm, nullable=False),
        sa.Column("before", rhythm, nullable=True),
        sa.Column("without", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_wishes")),
        sa.UniqueConstraint("email", name=op.f("uq_mail_wishes_email")),
    )
    op.create_table(
        "mail_days",
        sa.Column("id", number, nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("singles", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mailed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("singles between 0 and 2", name=op.f("ck_mail_days_singles")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_days")),
        sa.UniqueConstraint("email", "day", name=op.f("uq_mail_days_email_day")),
    )
    op.create_index(op.f("ix_mail_days_day"), "mail_days", ["day"])


def downgrade() -> None:
    op.drop_table("mail_days")
    op.drop_table("mail_wishes")
    op.drop_index(op.f("ix_messages_email_messages_digest_on"), "messages")
    with op.batch_alter_table("messages") as messages:
        for column in ("digest_on", "counted_on", "is_urgent", "heading", "topic", "why"):
            messages.drop_column(column)
