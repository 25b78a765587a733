"""The queue of a moderator: who waits longest comes first."""

from collections.abc import Sequence
from typing import Any

from flask import render_template, request, url_for
from flask_login import current_user

from app.accounts.looks import Why, note
from app.accounts.roles import Permission
from app.areas import queries as areas
from app.core import clock
from app.core.paging import page_of
from app.core.personal_data import label_for
from app.filters.models import Queue
from app.filters.shelf import Choices, columns_of, shelf_of
from app.moderation import listing, narrowing, queries
from app.moderation.forms import QueueForm
from app.moderation.listing import Column
from app.moderation.models import Review
from app.moderation.views.blueprint import bp


@bp.get("")
def queue() -> str:
    """Show the texts that wait, longest first."""
    filters = filters_of_address()
    only = filters.chosen()
    page = page_of(narrowing.narrowed(current_user, only), request.args.get("na"))
    columns = [Column.of(code) for code in columns_of(current_user, Queue.MODERATION)]
    if Column.AUTHOR in columns:
        note_looks(page.rows)
    filters.tell(narrowing.groups(current_user, only.theme))

    def numbers(kept: Sequence[Choices]) -> Sequence[int]:
        return narrowing.numbers_of(current_user, [filters.filter_of(one) for one in kept])

    return render_template(
        "moderation/queue.html",
        page=page,
        filters=filters,
        shelved=shelf_of(current_user, Queue.MODERATION, filters.arguments(), numbers),
        columns=columns,
        columns_url=address("filters.columns", filters, na=None, code=Queue.MODERATION.value),
        file_url=address(".columns", filters, na=None),
        shown=listing.shown,
        label_for=label_for,
        kept=queries.kept_on_purpose(page.rows),
        today=clock.today(),
        page_url=lambda bookmark: address(".queue", filters, na=bookmark),
        text_url=lambda number: address(".show", filters, review_id=number),
    )


def note_looks(reviews: Sequence[Review]) -> None:
    """Remember that the reader saw who wrote each of these texts."""
    for review in reviews:
        note([review.author_id], Why.REVIEW, by=current_user, about=review.title)


def chosen_in_address() -> Choices:
    """Return what of the address narrows the queue."""
    return filters_of_address().arguments()


def filters_of_address() -> QueueForm:
    """Return the choices of the address, among the districts where this moderator works."""
    where = current_user.areas_where(Permission.MODERATE)
    return QueueForm.from_address(
        [place for place in areas.districts() if where is None or place.id in where]
    )


def address(endpoint: str, filters: QueueForm, **values: Any) -> str:
    """Return an address that remembers how somebody narrowed the queue, and on which page."""
    kept: dict[str, Any] = {**filters.arguments(), "na": request.args.get("na")}
    return url_for(endpoint, **{**kept, **values})
