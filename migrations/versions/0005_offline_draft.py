"""0005 Offline draft: with which key a phone sent a draft in, and the version it wrote last.

Safe: adds columns that may be empty; old code ignores them. Down: a phone that never got its
answer may send its draft a second time.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("registrations") as registrations:
        registrations.add_column(sa.Column("phone_key", sa.String(64), nullable=True))
        registrations.add_column(sa.Column("phone_version", sa.Integer(), nullable=True))
        registrations.create_unique_constraint(op.f("uq_registrations_phone_key"), ["phone_key"])


def downgrade() -> None:
    with op.batch_alter_table("registrations") as registrations:
        registrations.drop_constraint(op.f("uq_registrations_phone_key"), type_="unique")
        registrations.drop_column("phone_version")
        registrations.drop_column("phone_key")
