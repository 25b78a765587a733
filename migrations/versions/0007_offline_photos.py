"""0007 Offline photos: with which key a phone sent in a photo of a draft.

Safe: adds a column that may be empty; old code ignores it. Down: a phone that never got its answer
may send a photo a second time, which changes nothing as long as it is the same picture.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NAME = "uq_photos_initiative_id_phone_key"


def upgrade() -> None:
    with op.batch_alter_table("photos") as photos:
        photos.add_column(sa.Column("phone_key", sa.String(43), nullable=True))
        photos.create_unique_constraint(op.f(NAME), ["initiative_id", "phone_key"])


def downgrade() -> None:
    with op.batch_alter_table("photos") as photos:
        photos.drop_constraint(op.f(NAME), type_="unique")
        photos.drop_column("phone_key")
