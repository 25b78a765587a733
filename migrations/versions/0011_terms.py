"""0011 Terms: questions that stop the clock, an extension, and the days that were promised.

Safe: adds two tables and a column, and makes the index of open requests again with the state
"incomplete" in it; writing waits for that. A request that was sent in gets the days from its
receipt to the day it was promised, so that no date moves. Down: questions, answers and extensions
are lost; a request that waits for an answer goes back to its assessment, one that was left out
counts as refused.
"""

from datetime import UTC
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BEFORE = sa.text("state in ('in_assessment', 'proposed', 'submitted')")
AFTER = sa.text("state in ('in_assessment', 'incomplete', 'proposed', 'submitted')")
REQUESTS = sa.table(
    "support_requests",
    sa.column("id", sa.BigInteger()),
    sa.column("state", sa.String()),
    sa.column("submitted_at", sa.DateTime(timezone=True)),
    sa.column("decision_due_on", sa.Date()),
    sa.column("term_days", sa.Integer()),
)
DECISIONS = sa.table("decisions", sa.column("outcome", sa.String()))


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "supplements",
        sa.Column("id", number, nullable=False),
        sa.Column("request_id", number, nullable=False),
        sa.Column("asked_by_id", number, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("answered_by_id", number, nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.CheckConstraint("until > asked_on", name=op.f("ck_supplements_time_to_answer")),
        sa.CheckConstraint("ended_on >= asked_on", name=op.f("ck_supplements_ends_after_it_began")),
        sa.CheckConstraint(
            "answered_by_id is null or ended_on is not null",
            name=op.f("ck_supplements_answer_has_a_day"),
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["support_requests.id"], name=op.f("fk_supplements_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["users.id"], name=op.f("fk_supplements_asked_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["users.id"], name=op.f("fk_supplements_answered_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplements")),
    )
    op.create_index(op.f("ix_supplements_request_id"), "supplements", ["request_id"])
    op.create_table(
        "extensions",
        sa.Column("id", number, nullable=False),
        sa.Column("request_id", number, nullable=False),
        sa.Column("made_by_id", number, nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint("until > made_on", name=op.f("ck_extensions_later")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["support_requests.id"], name=op.f("fk_extensions_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["users.id"], name=op.f("fk_extensions_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extensions")),
        sa.UniqueConstraint("request_id", name=op.f("uq_extensions_request_id")),
    )
    op.add_column("support_requests", sa.Column("term_days", sa.Integer(), nullable=True))
    _fill_in()
    _index_again(AFTER)


def downgrade() -> None:
    for after, before in (("incomplete", "in_assessment"), ("not_considered", "refused")):
        op.execute(REQUESTS.update().where(REQUESTS.c.state == after).values(state=before))
    op.execute(
        DECISIONS.update().where(DECISIONS.c.outcome == "not_considered").values(outcome="refused")
    )
    _index_again(BEFORE)
    op.drop_column("support_requests", "term_days")
    op.drop_table("extensions")
    op.drop_index(op.f("ix_supplements_request_id"), table_name="supplements")
    op.drop_table("supplements")


def _fill_in() -> None:
    """Give every request that was sent in the days it was promised."""
    connection = op.get_bind()
    sent = sa.select(REQUESTS.c.id, REQUESTS.c.submitted_at, REQUESTS.c.decision_due_on).where(
        REQUESTS.c.submitted_at.is_not(None), REQUESTS.c.decision_due_on.is_not(None)
    )
    rows = [
        {"request": number, "days": max(1, (due_on - _day(at)).days)}
        for number, at, due_on in connection.execute(sent)
    ]
    if rows:
        fill = REQUESTS.update().where(REQUESTS.c.id == sa.bindparam("request"))
        connection.execute(fill.values(term_days=sa.bindparam("days")), rows)


def _day(moment):  # type: ignore[no-untyped-def]  # SQLite gives moments in UTC without saying so
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(AMSTERDAM).date()


def _index_again(where: sa.TextClause) -> None:
    op.drop_index("ix_support_requests_open_by_due_day", table_name="support_requests")
    op.create_index(
        "ix_support_requests_open_by_due_day",
        "support_requests",
        ["decision_due_on", "id"],
        sqlite_where=where,
        postgresql_where=where,
    )
