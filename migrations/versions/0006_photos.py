"""0006 Photos: photos of initiatives, of which the pictures themselves are files.

Safe: adds a table. Down: the photos are forgotten; their files stay where they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

PUBLISHED = sa.text("state = 'published'")
STATES = ("waiting", "published", "returned", "rejected", "withdrawn")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "photos",
        sa.Column("id", number, nullable=False),
        sa.Column("initiative_id", number, nullable=False),
        sa.Column("author_id", number, nullable=True),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("alt", sa.String(length=200), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(*STATES, name="textstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_photos_author_id")),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_photos_initiative_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sa.UniqueConstraint("initiative_id", "name", name=op.f("uq_photos_initiative_id_name")),
    )
    op.create_index(op.f("ix_photos_author_id"), "photos", ["author_id"])
    op.create_index(
        "ix_photos_published",
        "photos",
        ["initiative_id", "id"],
        sqlite_where=PUBLISHED,
        postgresql_where=PUBLISHED,
    )


def downgrade() -> None:
    op.drop_table("photos")
