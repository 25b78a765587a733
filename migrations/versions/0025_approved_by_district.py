"""0025 Approved by district: who approved a line of a plan and when, and the hours that were kept for it.

Safe: adds columns that may be empty, and fills them for rounds that were approved as a whole. Down:
what was approved of a part of a plan looks proposed again; its hours stay reserved.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

# The log has who approved a round and when; the hours are those that were reserved for the line.
FILL_IN = """
UPDATE match_lines SET
  approved_by_id = (SELECT max(e.actor_id) FROM audit_entries e JOIN match_plans p ON p.round_id = e.subject_id
    WHERE e.action = 'match_rounds.approve' AND p.id = match_lines.plan_id),
  approved_at = (SELECT max(e.at) FROM audit_entries e JOIN match_plans p ON p.round_id = e.subject_id
    WHERE e.action = 'match_rounds.approve' AND p.id = match_lines.plan_id),
  reservation_id = (SELECT min(c.id) FROM capacity_reservations c JOIN match_plans p ON p.id = match_lines.plan_id
    WHERE c.need_id = match_lines.need_id AND c.offer_id = match_lines.offer_id
      AND c.hours = match_lines.hours AND c.created_at >= p.kept_at)
WHERE plan_id IN (SELECT p.id FROM match_plans p JOIN match_rounds r ON r.id = p.round_id
  WHERE r.state = 'approved' AND p.kept_at IS NOT NULL AND p.ended_at IS NULL)
"""


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("match_lines") as lines:
        lines.add_column(sa.Column("reservation_id", number, nullable=True))
        lines.add_column(sa.Column("approved_by_id", number, nullable=True))
        lines.add_column(sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True))
        lines.create_foreign_key(
            op.f("fk_match_lines_reservation_id"),
            "capacity_reservations",
            ["reservation_id"],
            ["id"],
        )
        lines.create_foreign_key(
            op.f("fk_match_lines_approved_by_id"), "users", ["approved_by_id"], ["id"]
        )
        lines.create_index(op.f("ix_match_lines_reservation_id"), ["reservation_id"])
        lines.create_check_constraint(
            op.f("ck_match_lines_approved_by"), "(approved_at is null) = (approved_by_id is null)"
        )
        lines.create_check_constraint(
            op.f("ck_match_lines_kept"), "reservation_id is null or approved_at is not null"
        )
    op.execute(FILL_IN)


def downgrade() -> None:
    with op.batch_alter_table("match_lines") as lines:
        lines.drop_constraint(op.f("ck_match_lines_kept"), type_="check")
        lines.drop_constraint(op.f("ck_match_lines_approved_by"), type_="check")
        lines.drop_index(op.f("ix_match_lines_reservation_id"))
        for name in ("approved_by_id", "reservation_id"):
            lines.drop_constraint(op.f(f"fk_match_lines_{name}"), type_="foreignkey")
        for name in ("approved_at", "approved_by_id", "reservation_id"):
            lines.drop_column(name)
