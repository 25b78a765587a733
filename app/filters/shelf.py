"""What the rooms with a queue say of it, and what a queue shows of the filters somebody kept for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from flask import Flask, current_app, url_for

from app.accounts.models import Actor
from app.core.choices import Choice
from app.core.permissions import Predicate
from app.filters import queries
from app.filters.models import Queue

EXTENSION = "filters"
Choices = Mapping[str, str]  # as they stand in an address


@dataclass(frozen=True)
class Narrowed:
    """A queue: its page, who may see it, and which choices of the present address narrow it.

    ``columns`` are those that its table can have beside the first, ``usual`` those for who chose none.
    """

    endpoint: str
    may_see: Predicate[Actor, Any]
    chosen: Callable[[], Choices]
    columns: Sequence[Choice]
    usual: Sequence[Choice]


class Kept(NamedTuple):
    """A filter that somebody kept, and how many things it shows now."""

    name: str
    url: str
    number: int
    is_chosen: bool


class Shelf(NamedTuple):
    """The filters above a queue; ``keep_url`` leads on when the present one is not among them."""

    filters: Sequence[Kept]
    keep_url: str
    change_url: str


def open_filters(app: Flask, queues: Mapping[Queue, Narrowed]) -> None:
    """Let ``app`` know which queues there are."""
    app.extensions[EXTENSION] = dict(queues)


def narrowed(queue: Queue) -> Narrowed:
    """Return what its room said of ``queue``."""
    known: Mapping[Queue, Narrowed] = current_app.extensions[EXTENSION]
    return known[queue]


def address_of(queue: Queue, chosen: Choices) -> str:
    """Return the address of ``queue``, narrowed by ``chosen``."""
    return url_for(narrowed(queue).endpoint, **dict[str, Any](chosen))


def columns_of(person: Actor, queue: Queue) -> list[str]:
    """Return the codes of the columns that ``person`` sees in the table of ``queue``, in its own order.

    One statement. A column that is there no more is left out.
    """
    known, kept = narrowed(queue), queries.chosen_columns(person, queue)
    wanted = set(kept.columns) if kept else set()
    chosen = [one.value for one in known.columns if one.value in wanted]
    return chosen or [one.value for one in known.usual]


def shelf_of(
    person: Actor,
    queue: Queue,
    chosen: Choices,
    count: Callable[[Sequence[Choices]], Sequence[int]],
) -> Shelf:
    """Return what ``person`` kept for ``queue``, of which ``chosen`` is the filter now.

    ``count`` tells for each filter how many things it shows; it is asked only when there are any.
    One statement beside that.
    """
    kept = queries.kept_by(person, queue)
    numbers = count([one.arguments for one in kept]) if kept else []
    filters = [
        Kept(one.name, address_of(queue, one.arguments), number, one.arguments == dict(chosen))
        for one, number in zip(kept, numbers, strict=True)
    ]
    is_new = bool(chosen) and not any(one.is_chosen for one in filters)
    return Shelf(
        filters,
        keep_url=url_for("filters.keep", code=queue.value, **dict[str, Any](chosen))
        if is_new
        else "",
        change_url=url_for("filters.index", code=queue.value) if kept else "",
    )
