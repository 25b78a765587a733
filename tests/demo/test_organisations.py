from app.capacity.models import OfferKind
from app.demo.geography.city import City
from app.demo.organisations import PARTIES, TEAMS
from app.organisations.models import OrganisationKind
from app.support.models import Expertise


def test_parties_have_their_own_name_key_and_address() -> None:
    assert len({party.name for party in PARTIES}) == len(PARTIES)
    assert len({party.key for party in PARTIES}) == len(PARTIES)
    assert len({party.email for party in PARTIES}) == len(PARTIES)


def test_parties_are_of_a_known_kind_and_rooted_in_the_town(city: City) -> None:
    codes = {city.code, *(district.code for district in city.districts)}

    assert {party.kind for party in PARTIES} == {kind.value for kind in OrganisationKind}
    assert {party.rooted_in for party in PARTIES} <= codes


def test_the_teams_together_serve_every_district_and_know_every_subject(city: City) -> None:
    assert {code for team in TEAMS for code in team.districts} == {
        district.code for district in city.districts
    }
    assert {subject for team in TEAMS for subject in team.expertise} == {
        subject.value for subject in Expertise
    }
    assert {kind for team in TEAMS for kind, _ in team.hours} == {kind.value for kind in OfferKind}
