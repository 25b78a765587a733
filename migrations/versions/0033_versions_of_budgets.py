"""0033 Budgets have a version, because people change them on the site.

Safe: adds a column with a value. Down: the column goes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    version = sa.Column("version", sa.Integer(), server_default="1", nullable=False)
    op.add_column("budgets", version)


def downgrade() -> None:
    op.drop_column("budgets", "version")
