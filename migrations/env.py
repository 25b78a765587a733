"""How Alembic sees the portal: our models, plain column types, and tables it must not touch."""

from typing import Any

from alembic import context
from flask import current_app

from app.core.db import Base, Moment, db
from app.search.schema import is_made_here


def include_name(name: str | None, _kind: str, _parents: object) -> bool:
    """Leave out the full-text index: the search room makes it, differently for each database."""
    return not is_made_here(name)


def render_item(kind: str, thing: Any, _context: object) -> str | bool:
    """Write our own column types as the plain types they are in the database."""
    if kind == "type" and isinstance(thing, Moment):
        return "sa.DateTime(timezone=True)"
    return False


def compare_type(
    _context: object, _column: object, _found: object, _kind: object, ours: object
) -> bool | None:
    """Do not see a change where a moment is a plain date with time in the database."""
    return False if isinstance(ours, Moment) else None


def run() -> None:
    """Run the migrations against the database of the portal."""
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            include_name=include_name,
            render_item=render_item,
            compare_type=compare_type,
            render_as_batch=True,
            process_revision_directives=_nothing_for_no_change,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


def _nothing_for_no_change(_context: object, _revision: object, directives: list[Any]) -> None:
    if (
        getattr(context.config.cmd_opts, "autogenerate", False)
        and directives[0].upgrade_ops.is_empty()
    ):
        directives.clear()
        current_app.logger.info("No change in the models.")


run()
