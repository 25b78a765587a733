"""The pages of the queue: narrowed by the address, which stays when one opens and judges a text."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from app.core.db import db
from app.initiatives.lifecycle import State
from app.moderation import service
from app.moderation.models import Review
from factories.accounts import a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.moderation import a_review

Browsers = Callable[[User], FlaskClient]


def opened(browser: FlaskClient, path: str) -> Element:
    answer = browser.get(path)
    assert answer.status_code == 200
    page: Element = html5lib.parse(answer.text, namespaceHTMLElements=False)
    return page


def options(page: Element, name: str) -> list[str]:
    return ["".join(one.itertext()) for one in page.findall(f".//select[@name='{name}']/option")]


def rows(page: Element) -> list[str]:
    return [link.get("href", "") for link in page.findall(".//tbody//a")]


def a_review_in_the_south() -> Review:
    plan = an_initiative(a_person(), state=State.SUBMITTED, neighbourhood=a_town().park)
    return service.receive(
        plan, title="Bankje", text="Zitten.", author=a_person(), district_id=plan.district_id
    )


def test_the_choices_say_how_many_and_the_links_keep_them(signed_in: Browsers) -> None:
    northern, southern = a_review(), a_review_in_the_south()
    browser = signed_in(a_moderator())

    page = opened(browser, "/moderatie?wijk=zuid&soort=initiatives")

    assert rows(page) == [f"/moderatie/{southern.id}?wijk=zuid&soort=initiatives"]
    assert options(page, "wijk") == ["Alles", "Noord (1)", "Zuid (1)"]
    assert options(page, "soort")[:2] == ["Alles", "Initiatief (1)"]
    assert options(page, "wacht") == ["Alles", "Te laat (0)", "Vandaag (0)", "Later (1)"]
    assert rows(opened(browser, "/moderatie")) == [
        f"/moderatie/{review.id}" for review in (northern, southern)
    ]


def test_a_moderator_chooses_among_the_own_districts(signed_in: Browsers) -> None:
    a_review(), a_review_in_the_south()
    noor = signed_in(a_person("Noor", role=Role.MODERATOR, area=a_town().north))

    assert options(opened(noor, "/moderatie?wijk=zuid"), "wijk") == ["Alles", "Noord (1)"]


def test_a_choice_that_does_not_exist_is_no_choice(signed_in: Browsers) -> None:
    review = a_review()
    browser = signed_in(a_moderator())

    page = opened(browser, "/moderatie?wijk=x&soort=x&thema=x&wacht=x")

    assert rows(page) == [f"/moderatie/{review.id}"]


def test_nothing_that_fits_leads_back_to_everything(signed_in: Browsers) -> None:
    a_review()

    page = signed_in(a_moderator()).get("/moderatie?wacht=te-laat").text

    assert "Er wacht geen tekst die bij je keuze past." in page
    assert "Alle teksten zijn gelezen" not in page


def test_on_a_text_the_ways_on_and_back_keep_the_choice(signed_in: Browsers) -> None:
    first, middle, last = (a_review(title=title) for title in ("Een", "Twee", "Drie"))
    a_review_in_the_south()
    browser = signed_in(a_moderator())

    page = opened(browser, f"/moderatie/{middle.id}?wijk=noord")

    def to(rel: str) -> str | None:
        link = page.find(f".//a[@rel='{rel}']")
        return link.get("href") if link is not None else None

    back = page.find(".//a[@class='back__link']")
    assert back is not None
    assert back.get("href") == "/moderatie?wijk=noord"
    assert to("prev") == f"/moderatie/{first.id}?wijk=noord"
    assert to("next") == f"/moderatie/{last.id}?wijk=noord"
    end = opened(browser, f"/moderatie/{last.id}?wijk=noord")
    assert end.find(".//a[@rel='next']") is None


def test_after_a_judgement_the_queue_is_as_it_was(signed_in: Browsers) -> None:
    review = a_review()

    answer = signed_in(a_moderator()).post(
        f"/moderatie/{review.id}?wijk=noord", data={"step": "publish"}
    )

    assert (answer.status_code, answer.location) == (303, "/moderatie?wijk=noord")


def test_the_next_page_keeps_the_choice_and_a_text_knows_its_page(signed_in: Browsers) -> None:
    for number in range(21):
        a_review(title=f"Tuin {number}")
    db.session.flush()
    browser = signed_in(a_moderator())
    first = opened(browser, "/moderatie?wijk=noord")
    following = first.find(".//a[@rel='next']")
    assert following is not None

    second = opened(browser, following.get("href", ""))

    (link,) = rows(second)
    assert "wijk=noord" in link
    assert "na=" in link
    back = opened(browser, link).find(".//a[@class='back__link']")
    assert back is not None
    assert rows(opened(browser, back.get("href", ""))) == [link]
