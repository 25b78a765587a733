"""0018 Letters: what was written about a request for support, as it was sent; the version of its form.

Safe: adds two tables, and a column that the code of before leaves empty. Down: the letters are
forgotten; the mails and the decisions stay.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

KINDS = ("receipt", "question", "answer_came", "going_on", "extension", "decision")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    letters, texts = "letters", "letter_texts"
    kind = sa.Enum(*KINDS, name="kind", native_enum=False, length=40)
    op.add_column("support_requests", sa.Column("form_version", sa.Integer(), nullable=True))
    op.create_table(
        letters,
        sa.Column("id", number, nullable=False),
        sa.Column("request_id", number, nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("addressee", sa.JSON(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("contact", sa.JSON(), nullable=False),
        sa.Column("signed_by_id", number, nullable=True),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("template", sa.Integer(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["support_requests.id"], name=op.f(f"fk_{letters}_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by_id"], ["users.id"], name=op.f(f"fk_{letters}_signed_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{letters}")),
    )
    op.create_index(op.f(f"ix_{letters}_request_id"), letters, ["request_id"])
    op.create_table(
        texts,
        sa.Column("id", number, nullable=False),
        sa.Column("letter_id", number, nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("paragraphs", sa.JSON(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f(f"fk_{texts}_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{texts}")),
        sa.UniqueConstraint(
            *("letter_id", "language"), name=op.f(f"uq_{texts}_letter_id_language")
        ),
    )


def downgrade() -> None:
    op.drop_table("letter_texts")
    op.drop_table("letters")
    op.drop_column("support_requests", "form_version")
