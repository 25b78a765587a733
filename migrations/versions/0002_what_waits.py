"""0002 What waits: indexes for open requests by due day, plans by state, and shifts in order.

Safe: changes only indexes; on a large PostgreSQL writing waits for them. Down: the old ones.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OPEN = sa.text("state in ('in_assessment', 'proposed', 'submitted')")
SUBMITTED = sa.text("state = 'submitted'")


def upgrade() -> None:
    op.create_index(
        "ix_support_requests_open_by_due_day",
        "support_requests",
        ["decision_due_on", "id"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.drop_index(
        op.f("ix_support_requests_state_support_requests_submitted_at"),
        table_name="support_requests",
    )
    op.create_index(
        "ix_initiatives_submitted_by_moment",
        "initiatives",
        ["submitted_at", "id"],
        sqlite_where=SUBMITTED,
        postgresql_where=SUBMITTED,
    )
    op.create_index(op.f("ix_shifts_starts_at_shifts_id"), "shifts", ["starts_at", "id"])
    op.drop_index(op.f("ix_shifts_starts_at"), table_name="shifts")


def downgrade() -> None:
    op.create_index(op.f("ix_shifts_starts_at"), "shifts", ["starts_at"])
    op.drop_index(op.f("ix_shifts_starts_at_shifts_id"), table_name="shifts")
    op.drop_index("ix_initiatives_submitted_by_moment", table_name="initiatives")
    op.create_index(
        op.f("ix_support_requests_state_support_requests_submitted_at"),
        "support_requests",
        ["state", "submitted_at"],
    )
    op.drop_index("ix_support_requests_open_by_due_day", table_name="support_requests")
