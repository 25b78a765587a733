"""Letters on a page and as PDF: for the team and for staff who may see the request, for nobody else."""

from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.accounts.looks import Look
from app.accounts.models import User
from app.core.db import db
from app.core.jobs import work_off
from app.core.text import tidy
from app.support import service
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.post import Letter
from app.web import pdf
from factories.accounts import a_coordinator, a_person
from factories.cast import an_initiative_of_many, everybody
from factories.initiatives import an_initiative
from factories.letters import a_request_with_every_letter, a_sent_request, letters_of
from factories.paper import skip_without_pango, skip_without_poppler, words_on
from factories.support import a_decider, a_judgement, a_request, proposed, team_hours

SignedIn = Callable[[User], FlaskClient]
READERS = {"owner", "team", "board", "coordinator", "decider", "adviser"}


def paths_of(request: SupportRequest) -> list[str]:
    """Return where the letters about a request are, each as a page and as a file."""
    pages = [f"/ondersteuning/{request.id}/brieven/{one.id}" for one in letters_of(request)]
    return [path for page in pages for path in (page, f"{page}.pdf")]


def seen(page: str) -> str:
    return tidy(unescape(page.replace('<span class="unbroken">', "").replace("</span>", "")))


def test_the_page_says_what_the_letter_says(signed_in: SignedIn) -> None:
    request = a_request_with_every_letter()
    browser = signed_in(request.author)

    for letter, path in zip(letters_of(request), paths_of(request)[::2], strict=True):
        page, text = seen(browser.get(path).text), letter.text_in("nl")
        marks = {"heading": "<h2>{}</h2>", "item": '<li class="user-text">{}</li>'}
        for kind, paragraph in zip(text.kinds, text.paragraphs, strict=True):
            assert marks.get(kind, ">{}</p>").format(tidy(paragraph)) in page
        assert f"{text.subject}</h1>" in page
        assert f'href="{path}.pdf"' in page
        assert (f"Namens de gemeente,<br>{letter.signed_by}" in page) == bool(letter.signed_by)


def test_the_status_page_leads_to_each_letter_and_to_its_file(signed_in: SignedIn) -> None:
    request = a_request_with_every_letter()

    page = signed_in(request.author).get(f"/ondersteuning/{request.id}").text

    places = [page.index(f'href="{path}"') for path in paths_of(request)]
    assert places == sorted(places)
    assert page.count("Brief (PDF)<span") == 7


def test_whoever_may_not_read_amounts_gets_no_letter(signed_in: SignedIn) -> None:
    cast = everybody()
    request = a_request(an_initiative_of_many(), state=RequestState.DRAFT)
    service.submit(request, by=request.author)
    page, file = paths_of(request)
    answers = {}
    for role, person in cast.items():
        if isinstance(person, User):
            browser = signed_in(person)
            answers[role] = {browser.get(path).status_code for path in (page, file)}
            listed = browser.get(f"/ondersteuning/{request.id}").text
            assert (f'href="{page}"' in listed) == (role in READERS), role

    allowed = {200, 303} if not pdf.is_possible() else {200}
    others = {"professional": {403}}
    assert answers == {
        role: allowed if role in READERS else others.get(role, {404}) for role in answers
    }


def test_a_visitor_signs_in_first(client: FlaskClient) -> None:
    for path in paths_of(a_sent_request()):
        assert client.get(path).status_code == 303


def test_a_letter_about_another_request_is_not_found(signed_in: SignedIn) -> None:
    mine = a_sent_request()
    other = a_request(an_initiative(a_person("Noor")), state=RequestState.DRAFT)
    service.submit(other, by=other.author)
    [letter] = letters_of(other)
    browser = signed_in(mine.author)

    for end in (f"{letter.id}", f"{letter.id}.pdf", "999999", "x", "-1"):
        assert browser.get(f"/ondersteuning/{mine.id}/brieven/{end}").status_code == 404


def test_staff_who_read_it_are_written_down_and_the_team_is_not(signed_in: SignedIn) -> None:
    request = a_sent_request()
    page, file = paths_of(request)
    for path in (page, file):
        signed_in(request.author).get(path)
    assert db.session.query(Look).count() == 0

    for path in (page, file):
        signed_in(a_coordinator()).get(path)

    db.session.rollback()
    assert [look.about for look in db.session.query(Look)] == [request.reference] * 2


def test_the_file_is_for_the_reader_alone(signed_in: SignedIn) -> None:
    skip_without_pango()
    request = a_sent_request()
    _page, path = paths_of(request)

    file = signed_in(request.author).get(path)

    assert (file.mimetype, file.headers["Cache-Control"]) == ("application/pdf", "no-store")
    name = f"brief-{request.reference}-{letters_of(request)[0].id}.pdf"
    assert file.headers["Content-Disposition"] == f"inline; filename={name}"


def test_a_copy_of_what_was_asked_is_there_at_once_in_the_mail_and_on_paper(
    signed_in: SignedIn, mail_folder: Path, tmp_path: Path
) -> None:
    skip_without_poppler()
    request = a_sent_request()
    db.session.commit()

    work_off()

    copy = ["Geld: Planten en grond", "Samen maken we de straat groener.", "Eigen geld: € 150,00"]
    mails = [one.read_text() for one in mail_folder.iterdir()]
    words = words_on(signed_in(request.author).get(paths_of(request)[1]).data, tmp_path)
    for line in copy:
        assert tidy(line) in tidy(words)
    assert [mail for mail in mails if str(request.reference) in mail]


def test_who_changed_language_since_reads_the_dutch_that_was_sent_marked_as_dutch(
    signed_in: SignedIn,
) -> None:
    request = a_sent_request()
    browser = signed_in(request.author)

    page = browser.get(f"{paths_of(request)[0]}?taal=en").text

    assert '<html lang="en"' in page
    assert '<h2 lang="nl" dir="auto">Dit heb je gevraagd:</h2>' in page


def test_a_decision_of_before_letters_were_kept_is_still_read(signed_in: SignedIn) -> None:
    request = a_request(needs=[team_hours()])
    proposed(request, by=a_coordinator())
    service.decide(request, a_judgement("refuse"), by=a_decider())
    browser, path = signed_in(request.author), f"/ondersteuning/{request.id}/besluit"
    kept = browser.get(path).text
    for letter in db.session.query(Letter):
        db.session.delete(letter)
    db.session.commit()

    page = browser.get(path).text

    assert "We zeggen nee tegen je vraag" in page
    assert ("Brief (PDF)" in page, "Print daarom" in page) == (False, False)
    assert (
        page[page.index("<h1") : page.index("Dirk")] == kept[kept.index("<h1") : kept.index("Dirk")]
    )


def test_without_pango_the_page_itself_can_be_printed(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = a_sent_request()
    page, file = paths_of(request)
    monkeypatch.setattr(pdf, "_engine", lambda: None)
    browser = signed_in(request.author)

    answer = browser.get(file)

    assert (answer.status_code, answer.location) == (303, page)
    assert "Print daarom deze pagina." in browser.get(page).text
    assert "(PDF)" not in browser.get(page).text
