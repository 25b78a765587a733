"""The team: inviting by e-mail, saying yes or no, and leaving."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, Refused
from app.initiatives import service
from app.initiatives.models import Invitation, TeamMember
from app.initiatives.service import team
from app.notifications.models import Message, Topic
from factories.accounts import a_person
from factories.initiatives import an_initiative

TESS = "tess@voorbeeld.example"


def names(initiative_id: int) -> list[str]:
    members = db.session.query(TeamMember).filter_by(initiative_id=initiative_id)
    return [member.user.name for member in members]


def test_who_is_invited_gets_a_mail_and_joins_by_saying_yes() -> None:
    initiative = an_initiative()

    service.invite(initiative, " Tess@Voorbeeld.example ", by=a_person())
    mail = db.session.query(Message).one()
    assert (mail.email, mail.user_id) == (TESS, None)
    assert (mail.topic, mail.is_urgent) == (Topic.INVITATIONS, True)
    assert mail.link == f"/initiatieven/{initiative.id}/team/uitnodiging"

    service.join(initiative, by=a_person("Tess"))
    assert names(initiative.id) == ["Tess"]
    assert db.session.query(Invitation).count() == 0
    told = db.session.query(Message).order_by(Message.id.desc()).first()
    assert told is not None
    assert (told.subject, told.topic) == ("Tess doet mee in je team", Topic.PLANS)


def test_saying_no_ends_the_invitation() -> None:
    initiative = an_initiative()
    service.invite(initiative, TESS, by=a_person())

    service.decline(initiative, by=a_person("Tess"))
    service.decline(initiative, by=a_person("Tess"))

    assert (names(initiative.id), db.session.query(Invitation).count()) == ([], 0)


def test_without_an_invitation_nobody_joins() -> None:
    with pytest.raises(NotFound):
        service.join(an_initiative(), by=a_person("Bilal"))


def test_inviting_twice_is_one_invitation() -> None:
    initiative = an_initiative()

    service.invite(initiative, TESS, by=a_person())
    service.invite(initiative, TESS, by=a_person())

    assert db.session.query(Invitation).count() == 1


@pytest.mark.parametrize("email", ["anna@voorbeeld.example", TESS])
def test_somebody_in_the_team_is_not_invited(email: str) -> None:
    initiative = an_initiative(team=(a_person("Tess"),))

    with pytest.raises(Refused) as refusal:
        service.invite(initiative, email, by=a_person())

    assert refusal.value.field == "email"


def test_a_team_member_does_not_invite_or_remove() -> None:
    tess = a_person("Tess")
    initiative = an_initiative(team=(tess, a_person("Tom")))

    with pytest.raises(NotAllowed):
        service.invite(initiative, "x@voorbeeld.example", by=tess)
    with pytest.raises(NotAllowed):
        service.remove(initiative, a_person("Tom").id, by=tess)


def test_there_are_limits_to_inviting(monkeypatch: pytest.MonkeyPatch) -> None:
    initiative = an_initiative()
    monkeypatch.setattr(team, "MOST_A_DAY", 1)
    service.invite(initiative, TESS, by=a_person())
    with pytest.raises(Refused, match="vandaag al"):
        service.invite(initiative, "tom@voorbeeld.example", by=a_person())

    db.session.query(Invitation).update({"created_at": clock.now() - timedelta(days=2)})
    service.invite(initiative, "tom@voorbeeld.example", by=a_person())

    monkeypatch.setattr(team, "LARGEST", 0)
    with pytest.raises(Refused, match="vol"):
        service.invite(initiative, "tim@voorbeeld.example", by=a_person())


def test_a_member_leaves_and_another_is_taken_out() -> None:
    tess, tom = a_person("Tess"), a_person("Tom")
    initiative = an_initiative(team=(tess, tom))

    service.remove(initiative, tom.id, by=a_person())
    service.leave(initiative, by=tess)

    assert names(initiative.id) == []
    assert db.session.query(Message).one().email == "tom@voorbeeld.example"
    with pytest.raises(NotFound):
        service.leave(initiative, by=tess)


def test_the_owner_is_not_in_the_team_twice() -> None:
    initiative = an_initiative()
    db.session.add(
        Invitation(initiative=initiative, email="anna@voorbeeld.example", invited_by_id=1)
    )

    service.join(initiative, by=a_person())

    assert names(initiative.id) == []


def test_a_second_yes_changes_nothing() -> None:
    initiative = an_initiative()
    service.invite(initiative, TESS, by=a_person())
    tess = a_person("Tess")
    service.join(initiative, by=tess)

    service.join(initiative, by=tess)

    assert names(initiative.id) == ["Tess"]


def test_a_yes_that_another_window_gave_first_is_a_yes() -> None:
    initiative, tess = an_initiative(), a_person("Tess")
    assert initiative.team == []  # as this window read it
    db.session.execute(insert(TeamMember).values(initiative_id=initiative.id, user_id=tess.id))

    service.join(initiative, by=tess)

    assert names(initiative.id) == ["Tess"]
