"""A column that holds several choices of one closed list, kept as their codes."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import JSON, Dialect
from sqlalchemy.types import TypeDecorator

from app.core.choices import Choice


class Several(TypeDecorator[list[Any]]):
    """Members of ``kind``, in the order in which the list is written; a code that is gone is left out."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: type[Choice]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(
        self, value: Collection[Choice] | None, dialect: Dialect
    ) -> list[str] | None:
        return None if value is None else [one.value for one in self.kind if one in value]

    def process_result_value(self, value: Any | None, dialect: Dialect) -> list[Any] | None:
        return None if value is None else [one for one in self.kind if one.value in value]
