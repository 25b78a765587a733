"""0017 Second press: which browser used a one-time link, for who presses its button twice.

Safe: adds a column with a default. Down: who presses twice on a slow network signs in again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    browser = sa.Column("used_from", sa.String(length=64), nullable=False, server_default="")
    op.add_column("one_time_links", browser)


def downgrade() -> None:
    op.drop_column("one_time_links", "used_from")
