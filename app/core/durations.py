"""How long something took, worked out by the database: SQLite and PostgreSQL each in their own words."""

from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class SecondsBetween(FunctionElement[int]):
    """The whole seconds from one moment to another: ``SecondsBetween(earlier, later)``."""

    type = BigInteger()
    inherit_cache = True


@compiles(SecondsBetween, "sqlite")
def _in_sqlite(between: SecondsBetween, compiler: SQLCompiler, **options: Any) -> str:
    earlier, later = (compiler.process(moment, **options) for moment in between.clauses)
    return f"cast(round((julianday({later}) - julianday({earlier})) * 86400) as integer)"


@compiles(SecondsBetween, "postgresql")
def _in_postgresql(between: SecondsBetween, compiler: SQLCompiler, **options: Any) -> str:
    earlier, later = (compiler.process(moment, **options) for moment in between.clauses)
    return f"cast(round(extract(epoch from {later} - {earlier})) as bigint)"
