"""0036 Reports: what people say is not right on the site, and what a moderator found.

Safe: adds a table. Down: the reports are forgotten; what was taken from the site stays away.
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

STATES = ("open", "upheld", "dismissed", "gone")
TOPICS = ("untrue", "unkind", "personal", "spam", "dangerous", "other")
ONCE = {
    "user_id": sa.text("state = 'open' and user_id is not null"),
    "email": sa.text("state = 'open' and email <> ''"),
}
NAMES = {"user_id": "uq_content_reports_of_account", "email": "uq_content_reports_of_address"}


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "content_reports",
        sa.Column("id", number, nullable=False),
        sa.Column("initiative_id", number, nullable=False),
        sa.Column("subject_type", sa.String(40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("topic", _one_of("topic", TOPICS), nullable=False),
        sa.Column("words", sa.String(1000), nullable=False),
        sa.Column("user_id", number, nullable=True),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("is_young", sa.Boolean(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("state", _one_of("reportstate", STATES), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", number, nullable=True),
        sa.Column("asked_again_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plea", sa.String(1000), nullable=False),
        sa.Column("earlier_decider_id", number, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("weight between 0 and 200", name=op.f("ck_content_reports_weight")),
        sa.CheckConstraint(
            "user_id is null or email = ''", name=op.f("ck_content_reports_account_or_address")
        ),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_content_reports_initiative_id")
        ),
        *(
            sa.ForeignKeyConstraint([name], ["users.id"], name=op.f(f"fk_content_reports_{name}"))
            for name in ("user_id", "decided_by_id", "earlier_decider_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_reports")),
    )
    for column in ("initiative_id", "user_id"):
        op.create_index(op.f(f"ix_content_reports_{column}"), "content_reports", [column])
    of_text = ["state", "subject_type", "subject_id"]
    op.create_index("ix_content_reports_of_text", "content_reports", of_text)
    for name, once in ONCE.items():
        op.create_index(
            NAMES[name],
            "content_reports",
            ["subject_type", "subject_id", name],
            unique=True,
            sqlite_where=once,
            postgresql_where=once,
        )


def downgrade() -> None:
    op.drop_table("content_reports")


def _one_of(name: str, codes: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)
