"""0003 Languages: which language a person reads, and in which language a message was written.

Safe: adds columns with a default; old code ignores them. Empty stands for the language of the
municipality. Down: the choices are lost.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("users", "messages"):
        op.add_column(table, sa.Column("language", sa.String(8), server_default="", nullable=False))


def downgrade() -> None:
    for table in ("messages", "users"):
        with op.batch_alter_table(table) as changed:
            changed.drop_column("language")
