"""What search knows of a plan: there while it is public, gone as soon as it is not."""

from app.areas import queries as areas
from app.initiatives.models import Initiative
from app.initiatives.queries.cards import KIND
from app.search import service as search


def put(initiative: Initiative) -> None:
    """Let the plan be found by the words of its texts, themes and place, as long as it is public."""
    if initiative.is_public:
        search.put(KIND, initiative.id, words_to_find(initiative))
    else:
        search.remove(KIND, initiative.id)


def words_to_find(initiative: Initiative) -> str:
    """Return everything a reader may search a plan by."""
    places = [
        areas.by_id(number)
        for number in (initiative.neighbourhood_id, initiative.district_id)
        if number
    ]
    return " ".join(
        [
            *initiative.texts.values(),
            *(row.theme.label for row in initiative.themes),
            *(place.name for place in places if place),
        ]
    )
