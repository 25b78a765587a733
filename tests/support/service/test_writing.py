"""Letters: one for each event, kept in the same transaction, and never saying anything else later."""

from dataclasses import replace

import pytest
from flask import Flask

from app.accounts.models import ERASED_NAME
from app.core.db import db
from app.core.errors import Refused
from app.core.speech import speaking
from app.core.text import tidy
from app.notifications.models import Message
from app.support import letters, service
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.paper import paper_of
from app.support.post import Letter, LetterKind, LetterText
from app.support.values import FORM_VERSION
from factories.accounts import a_coordinator, a_person
from factories.initiatives import an_initiative
from factories.letters import EVENTS, a_request_with_every_letter, a_sent_request, letters_of
from factories.notifications import mails_to
from factories.support import a_budget, a_decider, a_judgement, a_request, asked_back, proposed


def test_each_event_has_one_letter_that_says_what_the_mail_says() -> None:
    request = a_request_with_every_letter()

    written = letters_of(request)

    assert [letter.kind for letter in written] == [event.kind for event in EVENTS]
    mails: dict[str, list[str]] = {}
    for mail in mails_to(request.author.email):
        mails.setdefault(mail.subject, []).append(mail.text)
    for letter, event in zip(written, EVENTS, strict=True):
        text = letter.text_in("nl")
        assert mails[text.subject].pop(0) == tidy("\n\n".join(text.paragraphs))
        assert any(event.words in paragraph for paragraph in text.paragraphs)
        assert (letter.addressee, letter.about) == (["Anna"], "Geveltuintjes")
        assert letter.form_version == request.form_version == FORM_VERSION


def test_who_did_it_signs_and_the_portal_signs_nothing() -> None:
    signed = {letter.kind: letter.signed_by for letter in letters_of(a_request_with_every_letter())}

    assert signed == {
        LetterKind.RECEIPT: "",
        LetterKind.QUESTION: "Carla",
        LetterKind.ANSWER_CAME: "",
        LetterKind.GOING_ON: "Carla",
        LetterKind.EXTENSION: "Carla",
        LetterKind.DECISION: "Dirk",
    }


@pytest.mark.parametrize(
    ("outcome", "cents", "agreement"),
    [("grant", 1850_00, "Tot mei."), ("grant_partly", 500_00, ""), ("refuse", 0, "")],
)
def test_every_answer_is_kept_word_for_word(outcome: str, cents: int, agreement: str) -> None:
    request = a_request()
    proposed(request, by=a_coordinator(), budget=a_budget(), cents=1850_00)

    judgement = a_judgement(outcome, cents=cents, agreement=agreement)
    decision = service.decide(request, judgement, by=a_decider())

    [letter] = letters_of(request)
    assert letter.text_in("nl").said == letters.decided(decision)
    assert letter.form_version is None, "it was sent in before forms had a version"


def test_each_of_the_team_reads_it_in_their_own_language_and_dutch_is_always_there() -> None:
    zeynep = a_person("Zeynep")
    zeynep.language = "tr"
    request = a_request(an_initiative(team=(zeynep,)), state=RequestState.DRAFT)
    service.submit(request, by=request.author)

    [letter] = letters_of(request)

    with speaking("tr"):
        turkish = letters.receipt(request)
    assert [text.language for text in letter.texts] == ["nl", "tr"]
    assert letter.text_in("tr").said == turkish != letter.text_in("nl").said
    assert mails_to(zeynep.email)[-1].text == tidy("\n\n".join(part.text for part in turkish.parts))
    assert letter.text_in("pl").language == "nl"


def test_it_says_the_same_whatever_changes_later(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = a_request_with_every_letter()
    before = [paper_of(letter) for letter in letters_of(request)]

    request.author.name, a_coordinator().name = "Anna de Vries", "Carla Jansen"
    request.initiative.title, request.explanation = "Iets anders", "Niets."
    for need in request.needs:
        need.description = "Een olifant"
    for name in ("MUNICIPALITY", "CONTACT_EMAIL", "CONTACT_PHONE", "CONTACT_ADDRESS"):
        monkeypatch.setitem(app.config, name, "Anders")
    db.session.commit()
    db.session.expire_all()

    assert [paper_of(letter) for letter in letters_of(request)] == before


def test_what_is_refused_leaves_no_letter_and_no_mail() -> None:
    request = a_request()
    proposed(request, by=a_coordinator(), budget=a_budget(), cents=1850_00)
    before = db.session.query(Message).count()

    with pytest.raises(Refused):
        service.decide(request, replace(a_judgement(), legal_basis=" "), by=a_decider())

    assert letters_of(request) == []
    assert db.session.query(Message).count() == before


def test_letters_go_with_their_request() -> None:
    request = a_sent_request()
    db.session.commit()

    db.session.delete(db.session.get_one(SupportRequest, request.id))
    db.session.commit()

    assert (db.session.query(Letter).count(), db.session.query(LetterText).count()) == (0, 0)


def test_names_of_accounts_that_went_go_from_letters_and_the_rest_stays() -> None:
    request, carla = a_sent_request(), a_coordinator()
    other = a_request(an_initiative(a_person("Noor"), title="Kerstboom"))
    for one in (request, other):
        asked_back(one, by=carla)

    for person in (request.author, carla):
        service.forget_person(person)
    db.session.expire_all()

    about = [(one.addressee, one.signed_by) for one in letters_of(request) + letters_of(other)]
    assert about == [([ERASED_NAME], ""), ([ERASED_NAME], ERASED_NAME), (["Noor"], ERASED_NAME)]
    assert "Hoe diep is de sloot?" in letters_of(request)[1].text_in("nl").paragraphs
