"""The database itself refuses to change the audit log, whoever asks: the SQL for that.

The triggers come with the table (``models.py``). A migration makes them with
``create_statements``, and again after it rebuilt the table, because SQLite then drops them.
"""

TABLE = "audit_entries"
REFUSAL = f"{TABLE} is append-only"


def create_statements(dialect: str) -> list[str]:
    """Return the SQL that protects the log on ``sqlite`` or ``postgresql``."""
    if dialect == "sqlite":
        return [
            f"create trigger {TABLE}_keep_{happening} before {happening} on {TABLE}"
            f" begin select raise(abort, '{REFUSAL}'); end"
            for happening in ("update", "delete")
        ]
    return [
        f"create or replace function {TABLE}_refuse() returns trigger language plpgsql"
        f" as $$ begin raise exception '{REFUSAL}'; end $$",
        f"create trigger {TABLE}_keep_rows before update or delete on {TABLE}"
        f" for each row execute function {TABLE}_refuse()",
        f"create trigger {TABLE}_keep_table before truncate on {TABLE}"
        f" for each statement execute function {TABLE}_refuse()",
    ]


def drop_statements(dialect: str) -> list[str]:
    """Return the SQL that takes the protection away: for a migration back, and for tests."""
    if dialect == "sqlite":
        return [f"drop trigger if exists {TABLE}_keep_{name}" for name in ("update", "delete")]
    return [
        f"drop trigger if exists {TABLE}_keep_rows on {TABLE}",
        f"drop trigger if exists {TABLE}_keep_table on {TABLE}",
        f"drop function if exists {TABLE}_refuse()",
    ]
