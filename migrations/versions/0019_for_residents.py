"""0019 For residents: plans that the staff write down, and where people without e-mail get letters.

Safe: adds two tables and columns that old code ignores. Down: who wrote a plan down is lost, and so are
the addresses of people without e-mail; the plans stay.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

ROLES = (
    *("professional", "team_lead", "community_worker", "area_coordinator", "department_adviser"),
    *("decision_maker", "moderator", "council_member", "auditor", "administrator"),
)
STATES = ("writing", "asked", "confirmed")
HOW = ("link", "phone", "counter", "letter")
PLACE = (("street", 120), ("postcode", 7), ("town", 80))


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    post, entries = "postal_addresses", "assisted_entries"
    op.create_table(
        post,
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        *(sa.Column(name, sa.String(length=long), nullable=False) for name, long in PLACE),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f(f"fk_{post}_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{post}")),
        sa.UniqueConstraint("user_id", name=op.f(f"uq_{post}_user_id")),
    )
    op.create_index(op.f(f"ix_{post}_postcode"), post, ["postcode"])
    op.create_table(
        entries,
        sa.Column("id", number, nullable=False),
        sa.Column("initiative_id", number, nullable=False),
        sa.Column("by_id", number, nullable=False),
        sa.Column("role", _choice(*ROLES, name="role"), nullable=False),
        sa.Column("state", _choice(*STATES, name="assistedstate"), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("how", _choice(*HOW, name="how"), nullable=True),
        sa.Column("confirmed_by_id", number, nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f(f"fk_{entries}_initiative_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f(f"fk_{entries}_by_id")),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["users.id"], name=op.f(f"fk_{entries}_confirmed_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{entries}")),
        sa.UniqueConstraint("fingerprint", name=op.f(f"uq_{entries}_fingerprint")),
        sa.UniqueConstraint("initiative_id", name=op.f(f"uq_{entries}_initiative_id")),
    )
    with op.batch_alter_table("registrations") as registrations:
        for name, long in PLACE:
            registrations.add_column(
                sa.Column(name, sa.String(length=long), server_default="", nullable=False)
            )
        registrations.add_column(sa.Column("writer_id", number, nullable=True))
        registrations.create_foreign_key(
            op.f("fk_registrations_writer_id"), "users", ["writer_id"], ["id"]
        )
        registrations.create_index(op.f("ix_registrations_writer_id"), ["writer_id"])


def downgrade() -> None:
    with op.batch_alter_table("registrations") as registrations:
        registrations.drop_index(op.f("ix_registrations_writer_id"))
        registrations.drop_constraint(op.f("fk_registrations_writer_id"), type_="foreignkey")
        for name in ("writer_id", *(name for name, _long in PLACE)):
            registrations.drop_column(name)
    op.drop_table("assisted_entries")
    op.drop_table("postal_addresses")


def _choice(*codes: str, name: str) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)
