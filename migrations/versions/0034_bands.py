"""0034 Bands of amounts: what the form asks, how soon the answer comes, and what a team tells afterwards.

Safe: adds a table and two columns that may be empty. A request that was sent in before this has no
band: its letter asked for no account. Down: the bands and what requests kept of them are forgotten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "bands",
        sa.Column("id", number, nullable=False),
        sa.Column("code", _one_of("bandcode", "a", "b", "c", "d"), nullable=False),
        sa.Column("up_to_cents", sa.Integer(), nullable=True),
        sa.Column("asks", _one_of("asks", "amount", "costs", "plan", "desk"), nullable=False),
        sa.Column("identity", _one_of("identity", "signed_in", "again"), nullable=False),
        sa.Column("term_days", sa.Integer(), nullable=False),
        sa.Column("accounting", _accounting(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("up_to_cents > 0", name=op.f("ck_bands_positive")),
        sa.CheckConstraint(
            "(up_to_cents is null) = (code = 'd')", name=op.f("ck_bands_last_has_no_end")
        ),
        sa.CheckConstraint("term_days between 1 and 56", name=op.f("ck_bands_within_the_law")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bands")),
        sa.UniqueConstraint("code", name=op.f("uq_bands_code")),
    )
    op.add_column("support_requests", sa.Column("band", _one_of("bandcode", "a", "b", "c", "d")))
    op.add_column("support_requests", sa.Column("accounting", _accounting()))


def downgrade() -> None:
    op.drop_column("support_requests", "accounting")
    op.drop_column("support_requests", "band")
    op.drop_table("bands")


def _accounting() -> sa.Enum:
    return _one_of("accounting", "none", "report", "receipts")


def _one_of(name: str, *codes: str) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)
