"""What is good to know of a plan at a glance."""

from datetime import date
from typing import NamedTuple

from flask_babel import gettext as _

from app.core.dates import date_words
from app.initiatives.queries import Shown
from app.initiatives.queries.words import need_labels
from app.initiatives.views.blueprint import Row


class Facts(NamedTuple):
    """The facts as they are kept; ``rows`` has the words for them."""

    for_whom: str
    with_whom: str
    needs: tuple[str, ...]
    needs_text: str
    starts_on: date | None
    names: tuple[str, ...]
    organisation: str | None

    @property
    def rows(self) -> list[Row]:
        """Return them as the page shows them; what nobody told is left out."""
        names = ", ".join(self.names)
        if self.organisation is not None:
            names = _("%(names)s, namens %(name)s", names=names, name=self.organisation)
        needs = [", ".join(need_labels(self.needs)), self.needs_text]
        rows = [
            Row(_("Voor wie"), self.for_whom),
            Row(_("Met wie"), self.with_whom),
            Row(_("Nodig"), "\n".join(filter(None, needs))),
            Row(_("Begint op"), date_words(self.starts_on)),
            Row(_("Wie doen dit"), names),
        ]
        return [row for row in rows if row.value]


def facts_of(initiative: Shown) -> Facts:
    """Return what is told about a plan besides its story."""
    return Facts(
        for_whom=initiative.for_whom,
        with_whom=initiative.with_whom,
        needs=tuple(initiative.needs),
        needs_text=initiative.needs_text,
        starts_on=initiative.starts_on,
        names=tuple(initiative.names),
        organisation=initiative.organisation_name,
    )
