"""A plan that the staff write down for a resident: nothing happens before the resident agrees."""

from datetime import timedelta

import pytest

from app.accounts import queries as accounts
from app.accounts.models import PostalAddress, User
from app.accounts.post import NOWHERE
from app.accounts.roles import Role
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, OutOfDate, Refused
from app.initiatives import queries, rules, service
from app.initiatives.assisted import How
from app.initiatives.lifecycle import AssistedState, State
from app.initiatives.models import Initiative
from app.initiatives.service import Who
from app.moderation.models import Review
from app.notifications.models import MOST_SINGLE, MailDay, Message
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.assisting import (
    AT_HOME,
    EMAIL,
    a_plan_for_greet,
    a_plan_that_waits,
    a_worker,
    secret_in_mail,
)
from factories.initiatives import an_initiative


def deeds() -> list[str]:
    return [one.action for one in db.session.query(Entry).order_by(Entry.id)]


@pytest.mark.parametrize("role", [Role.COMMUNITY_WORKER, Role.AREA_COORDINATOR])
def test_who_helps_residents_begins_a_plan_that_is_nobodys(role: Role) -> None:
    wil = a_person("Wil", role=role)

    registration = service.begin_for_resident(by=wil)

    entry = queries.entry_of(registration.initiative_id)
    assert entry is not None
    assert (entry.by, entry.role, entry.state) == (wil, role, AssistedState.WRITING)
    assert registration.initiative.owner_id is None
    assert queries.drafts_of(wil) == []
    assert "initiatives.begin_for_resident" in deeds()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COMMUNITY_WORKER, Role.AREA_COORDINATOR}))
def test_nobody_else_does(role: Role) -> None:
    with pytest.raises(NotAllowed):
        service.begin_for_resident(by=a_person("Mo", role=role))


def test_writing_for_a_resident_never_makes_the_writer_its_owner() -> None:
    _entry, registration = a_plan_for_greet(a_worker())

    assert registration.initiative.owner_id is None
    assert registration.address == AT_HOME


def test_with_e_mail_no_address_on_paper_is_kept() -> None:
    wil = a_worker()
    _entry, registration = a_plan_for_greet(wil)

    service.keep_answers(registration, Who("Iedereen", name="Greet", email=EMAIL), by=wil)

    assert (registration.email, registration.address) == (EMAIL, NOWHERE)


def test_asking_mails_the_link_and_sends_nothing_in() -> None:
    entry, registration = a_plan_that_waits(a_worker(), email=EMAIL)

    assert (entry.state, entry.code) == (AssistedState.ASKED, "")
    assert service.asked_with(secret_in_mail()) == (entry, registration)
    assert registration.initiative.state is State.DRAFT
    assert db.session.query(User).filter_by(email=EMAIL).first() is None
    assert registration.expires_at > clock.now() + timedelta(days=27)


def test_the_resident_agrees_with_the_link_and_owns_the_plan() -> None:
    wil = a_worker()
    entry, _registration = a_plan_that_waits(wil, email=EMAIL)

    initiative = service.agree(secret_in_mail(), language="pl")

    assert initiative.state is State.SUBMITTED
    assert initiative.owner is not None
    assert (initiative.owner.email, initiative.owner.language) == (EMAIL, "pl")
    assert (entry.state, entry.how, entry.confirmed_by_id) == (
        AssistedState.CONFIRMED,
        How.LINK,
        None,
    )
    assert db.session.query(Review).one().author_id == initiative.owner_id
    told = db.session.query(Message).filter_by(user_id=wil.id).one()
    assert initiative.reference is not None
    assert initiative.reference in told.text


def test_a_resident_who_has_an_account_keeps_it() -> None:
    greet = a_person("Greta")
    a_plan_that_waits(a_worker(), email=greet.email)

    initiative = service.agree(secret_in_mail(greet.email))

    assert (initiative.owner, greet.name) == (greet, "Greta")


def test_a_resident_who_is_blocked_sends_nothing_in() -> None:
    greet = a_person("Greta")
    a_plan_that_waits(a_worker(), email=greet.email)
    greet.blocked_at = clock.now()
    db.session.commit()

    with pytest.raises(NotAllowed):
        service.agree(secret_in_mail(greet.email))


def test_a_link_works_once_and_a_new_mail_ends_the_one_before() -> None:
    wil = a_worker()
    _entry, registration = a_plan_that_waits(wil, email=EMAIL)
    first = secret_in_mail()
    service.ask_resident(registration, by=wil)

    with pytest.raises(NotFound):
        service.agree(first)
    service.agree(secret_in_mail())
    with pytest.raises(NotFound):
        service.agree(secret_in_mail())


def test_a_link_that_lapsed_sends_nothing_in() -> None:
    _entry, registration = a_plan_that_waits(a_worker(), email=EMAIL)
    registration.expires_at = clock.now()
    db.session.commit()

    with pytest.raises(NotFound):
        service.agree(secret_in_mail())


def test_the_code_of_the_letter_is_a_yes_with_who_noted_it_and_how() -> None:
    wil = a_worker()
    entry, registration = a_plan_that_waits(wil)

    service.note_agreement(entry, registration, How.PHONE, entry.code, by=wil)

    owner = entry.initiative.owner
    assert owner is not None
    assert (owner.name, owner.is_by_post, owner.neighbourhood_id) == (
        "Greet",
        True,
        a_town().mill.id,
    )
    assert accounts.postal_address_of(owner) == AT_HOME
    assert (entry.how, entry.confirmed_by_id, entry.code) == (How.PHONE, wil.id, "")
    line = db.session.query(Entry).filter_by(action="initiatives.agree").one()
    assert (line.actor_id, line.new) == (wil.id, "phone")
    assert (registration.name, registration.address) == ("", NOWHERE)
    assert entry.initiative.state is State.SUBMITTED


def test_another_code_is_refused_at_its_field() -> None:
    wil = a_worker()
    entry, registration = a_plan_that_waits(wil)

    with pytest.raises(Refused) as refusal:
        service.note_agreement(entry, registration, How.PHONE, "22222222", by=wil)

    assert refusal.value.field == "code"
    assert entry.initiative.state is State.DRAFT


def test_an_empty_code_is_no_yes_to_a_plan_about_which_nobody_was_asked() -> None:
    wil = a_worker()
    entry, registration = a_plan_for_greet(wil)

    with pytest.raises(OutOfDate):
        service.note_agreement(entry, registration, How.COUNTER, "", by=wil)


def test_nobody_says_yes_in_the_place_of_a_resident_with_e_mail() -> None:
    wil = a_worker()
    entry, registration = a_plan_that_waits(wil, email=EMAIL)

    with pytest.raises(Refused):
        service.note_agreement(entry, registration, How.PHONE, "", by=wil)


def test_the_same_resident_without_e_mail_is_one_person() -> None:
    wil = a_worker()
    for title in ("Bankjes", "Bomen"):
        entry, registration = a_plan_for_greet(wil, title=title)
        registration.street = registration.street.upper()
        service.ask_resident(registration, by=wil)
        service.note_agreement(entry, registration, How.LETTER, entry.code, by=wil)

    assert db.session.query(PostalAddress).count() == 1
    assert {plan.owner_id for plan in db.session.query(Initiative)} == {
        db.session.query(PostalAddress).one().user_id
    }


@pytest.mark.parametrize("email", ["", EMAIL])
def test_the_same_plan_of_the_same_resident_waits_once(email: str) -> None:
    wil = a_worker()
    a_plan_that_waits(wil, email=email)
    _entry, second = a_plan_for_greet(a_worker("Wim"), email=email, title="BANKJES")

    with pytest.raises(Refused):
        service.ask_resident(second, by=a_person("Wim"))


def test_a_plan_that_was_sent_in_already_is_not_sent_in_again() -> None:
    greet = a_person("Greta")
    an_initiative(greet, title="bankjes")
    a_plan_that_waits(a_worker(), email=greet.email)

    with pytest.raises(Refused):
        service.agree(secret_in_mail(greet.email))


def test_an_address_that_got_enough_mail_is_left_in_peace() -> None:
    wil = a_worker()
    _entry, registration = a_plan_for_greet(wil, email=EMAIL)
    db.session.add(MailDay(email=EMAIL, day=clock.today(), singles=MOST_SINGLE))
    db.session.commit()

    with pytest.raises(Refused):
        service.ask_resident(registration, by=wil)


def test_writing_on_ends_the_letter_and_the_pen_goes_to_a_colleague() -> None:
    wil, wim = a_worker(), a_worker("Wim")
    entry, registration = a_plan_that_waits(wil)
    code = entry.code

    service.write_on(entry, registration, by=wim)

    assert (entry.state, entry.code) == (AssistedState.WRITING, "")
    with pytest.raises(NotFound):
        service.keep_answers(registration, Who("Iedereen", name="Greet"), by=wil)
    service.ask_resident(registration, by=wim)
    assert entry.code != code


def test_who_helps_elsewhere_finds_nothing() -> None:
    entry, registration = a_plan_that_waits(a_worker())
    elsewhere = a_worker("Zoë", a_town().south)

    with pytest.raises(NotFound):
        queries.open_entry(elsewhere, entry.id)
    for deed in (service.write_on, service.take_back):
        with pytest.raises(NotAllowed):
            deed(entry, registration, by=elsewhere)
    assert queries.open_entries(elsewhere) == []


def test_list_and_rule_agree_for_everybody_who_helps() -> None:
    wil, south = a_worker(), a_worker("Zoë", a_town().south)
    entries = [a_plan_for_greet(by, title=by.name)[0] for by in (wil, south)]
    everywhere = a_person("Evi", role=Role.AREA_COORDINATOR)
    actors = [wil, south, a_worker("Wim"), everywhere, a_coordinator(a_town().south, "Cor")]

    for actor in actors:
        seen = {entry for entry, _registration in queries.open_entries(actor)}
        assert seen == {one for one in entries if rules.help_with(actor, one)}, actor.name


def test_who_wrote_a_plan_down_does_not_judge_it() -> None:
    wil = a_worker()
    wil_moderates = a_person("Wil", role=Role.MODERATOR)
    entry, registration = a_plan_that_waits(wil)
    service.note_agreement(entry, registration, How.PHONE, entry.code, by=wil)

    with pytest.raises(NotAllowed):
        service.reject(entry.initiative, by=wil_moderates, reason="Nee")
    service.publish(entry.initiative, by=a_person("Mo", role=Role.MODERATOR))
