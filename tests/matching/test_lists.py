"""The answer of the engine with the names and the words that people read."""

from datetime import timedelta

from app.capacity.models import ResponseKind
from app.core import clock
from app.core.db import db
from app.matching import queries, service
from app.matching.lists import NeedList, lists_of
from app.matching.models import Invitation
from app.support.models import SupportKind, SupportRequest
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.matching import (
    a_need,
    a_request,
    a_response,
    a_team,
    a_type,
    an_offer,
    an_organisation,
    three_teams,
)


def lists(request: SupportRequest) -> list[NeedList]:
    ranking = service.suggest_for(request, by=a_coordinator(a_town().north))
    return lists_of(ranking, request.needs, queries.invitations_of(request))


def test_every_need_has_its_own_list_in_the_order_of_the_request() -> None:
    a_type("Zaal")
    an_offer(a_team("Wijkteam Noord"))
    space = a_need(SupportKind.SPACE, hours=0, expertise="")

    found = lists(a_request(needs=[space, a_need()]))

    assert [
        (one.need.kind, [row.candidate.name for row in one.best], len(one.of_other_kinds))
        for one in found
    ] == [
        (SupportKind.SPACE, ["Zaal (Gemeente Proefstad)"], 1),
        (SupportKind.TEAM_HOURS, ["Wijkteam Noord"], 1),
    ]


def test_the_last_place_stands_above_nobody() -> None:
    three_teams()

    (found,) = lists(a_request())

    assert [bool(row.above) for row in found.best] == [True, True, False]


def test_a_team_stands_on_the_list_once_with_its_other_periods_under_it() -> None:
    team, other = a_team("Wijkteam Noord"), a_team("Wijkteam Breed", a_town().north, a_town().south)
    request, later = a_request(), clock.today() + timedelta(days=200)
    first = an_offer(team, 20)
    second = an_offer(team, 30, ends_on=later)
    an_offer(other)

    (found,) = lists(request)

    assert [(row.number, row.name) for row in found.best] == [
        (1, "Wijkteam Noord"),
        (2, "Wijkteam Breed"),
    ]
    best, breed = found.best
    assert best.place.supply_id in {f"offer:{first.id}", f"offer:{second.id}"}
    assert len(best.other_periods) == 1
    assert "uur vrij." in best.other_periods[0][0]
    assert best.above.startswith("Wijkteam Noord heeft ")
    assert best.above.endswith(" meer dan Wijkteam Breed.")
    assert breed.other_periods == []


def test_a_team_that_was_asked_for_one_period_is_not_asked_for_another() -> None:
    team, request = a_team("Wijkteam Noord"), a_request()
    offers = [an_offer(team, 20), an_offer(team, 30)]
    (found,) = lists(request)
    (row,) = found.best
    other = next(one for one in offers if f"offer:{one.id}" != row.place.supply_id)
    db.session.add(
        Invitation(
            request=request,
            supply=f"offer:{other.id}",
            organisation_id=team.organisation_id,
            invited_by_id=a_coordinator().id,
        )
    )
    db.session.flush()

    (found,) = lists(request)

    assert [row.can_be_asked for row in found.best] == [False]


def test_who_was_left_out_is_told_every_rule_that_blocks_it() -> None:
    an_offer(a_team("Wijkteam Zuid", a_town().south), hours=2)

    (found,) = lists(a_request())

    (blocked,) = found.blocked
    assert blocked.obstacles == ["Werkt niet in dit gebied.", "Nodig is 6 uur. Vrij is nog 2 uur."]
    assert blocked.kinds == "uren van het wijkteam"


def test_a_team_that_answered_or_was_asked_shows_no_button() -> None:
    request, (near, wide, _) = a_request(), three_teams()
    a_response(request, near.organisation, ResponseKind.WE_NEED_TO_KNOW)
    (found,) = lists(request)
    supply = found.best[1].candidate.supply.id
    db.session.add(
        Invitation(
            request=request,
            supply=supply,
            organisation_id=wide.organisation_id,
            invited_by_id=a_coordinator().id,
        )
    )
    db.session.flush()

    (found,) = lists(request)

    assert [row.can_be_asked for row in found.best] == [False, False, True]
    assert [row.said_yes for row in found.best] == [False, False, False]


def test_no_row_belongs_to_an_organisation_that_offers_nothing() -> None:
    request = a_request()
    a_response(request, an_organisation("De Brug"))

    (found,) = lists(request)

    assert (found.best, found.nobody) == ([], ["Er staat nog geen aanbod in het portaal."])
