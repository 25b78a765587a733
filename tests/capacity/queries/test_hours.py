"""Reading hours."""

from datetime import timedelta

import pytest

from app.capacity import queries, service
from app.core import clock
from app.core.errors import NotFound
from factories.areas import a_town
from factories.capacity import a_lead, a_professional, a_team, an_offer, reserved
from factories.counting import statements
from factories.support import a_request, team_hours


def test_offers_with_hours_left_of_teams_that_serve_the_place() -> None:
    town = a_town()
    north, both = a_team(), a_team("Team Samen", town.north, town.south)
    later, now = an_offer(north, quarters_from_now=1), an_offer(north)
    shared = an_offer(both)
    an_offer(north, 10, taken=10)
    an_offer(north, withdrawn=True)
    an_offer(a_team("Wijkteam Zuid", town.south))
    ended = an_offer(both)
    ended.starts_on = ended.ends_on = clock.today() - timedelta(days=1)

    assert queries.offers_for({town.mill.id, town.north.id}) == [shared, now, later]


def test_thirty_offers_cost_as_many_statements_as_one() -> None:
    town = a_town()

    def look() -> None:
        for offer in queries.offers_for({town.north.id}):
            assert offer.team.organisation.name

    an_offer()
    one = statements(look)
    for number in range(29):
        an_offer(a_team(f"Team {number:02}"))
    assert statements(look) == one


def test_the_page_of_a_lead_reads_offers_and_reservations_in_a_fixed_number() -> None:
    team = a_team()

    def look() -> None:
        offers = queries.offers_of([team])
        for kept in queries.reservations_on(offers).values():
            assert [one.need.request.initiative.title for one in kept]

    reserved(an_offer(team), a_request(needs=[team_hours()]).needs[0])
    one = statements(look)
    for _number in range(5):
        offer = an_offer(team, 20)
        for _again in range(3):
            reserved(offer, a_request(needs=[team_hours()]).needs[0])
    assert statements(look) == one


def test_a_lead_sees_this_quarter_and_later_withdrawn_ones_too() -> None:
    team = a_team()
    later, withdrawn = an_offer(team, quarters_from_now=1), an_offer(team, withdrawn=True)
    ended = an_offer(team)
    ended.starts_on = ended.ends_on = clock.today() - timedelta(days=1)

    assert queries.offers_of([team]) == [withdrawn, later]


def test_released_hours_are_not_listed() -> None:
    offer = an_offer()
    kept, released = (reserved(offer, a_request(needs=[team_hours()]).needs[0], 2) for _ in "ab")
    service.release(released, by=a_lead(offer.team))

    assert queries.reservations_on([offer]) == {offer.id: [kept]}
    assert queries.unspent_on(offer) == [kept]


def test_the_offers_and_reservations_of_another_team_are_not_found() -> None:
    offer = an_offer()
    reservation = reserved(offer, a_request(needs=[team_hours()]).needs[0])
    lea, petra = a_lead(offer.team), a_professional(offer.team.organisation)
    leo = a_lead(a_team("Team Samen"), "Leo")

    assert queries.offer_led_by(lea, offer.id) == offer
    assert queries.reservation_seen_by(lea, reservation.id) == reservation
    for person in (leo, petra):
        with pytest.raises(NotFound):
            queries.offer_led_by(person, offer.id)
        with pytest.raises(NotFound):
            queries.reservation_seen_by(person, reservation.id)


def test_public_hours_are_of_this_quarter_and_rounded_down() -> None:
    team, empty = a_team(), a_team("Team Samen")
    an_offer(team, 14, taken=1)
    an_offer(team, 6)
    an_offer(team, 50, quarters_from_now=1)
    an_offer(team, 50, withdrawn=True)

    assert queries.free_hours_rounded([team, empty]) == {team.id: 15}


def test_at_most_two_other_teams_with_enough_hours_are_named() -> None:
    request = a_request(needs=[team_hours()])
    own = an_offer()
    for name, hours in (("A", 6), ("B", 5), ("C", 7), ("D", 8)):
        an_offer(a_team(name), hours)
    an_offer(a_team("E", a_town().south), 40)

    assert queries.teams_with_room(request, 6, without=own.team_id) == ["A", "C"]
