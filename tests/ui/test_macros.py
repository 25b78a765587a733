"""Each macro gives valid HTML that a screen reader understands, whatever text is put in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace
from xml.etree.ElementTree import Element

import pytest
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from app.core.choices import Choice
from tests.ui.conftest import Rendering, words

HOSTILE = "<script>alert(1)</script>\" onload='x' & <b>vet"
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


class State(Choice):
    OPEN = "open", _l("Open")
    ODD = "never_heard_of", _l("Iets nieuws")


@dataclass(frozen=True)
class Row:
    label: str
    value: str
    change_url: str | None = None
    source: str = ""


@dataclass(frozen=True)
class Event:
    title: str
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class Expectation:
    title: str
    expected: date | None
    text: str


def test_button_submits_and_carries_its_name_and_value(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/button.html" import button %}{{ button("Ga", name="next", value="") }}'
    )

    button = page.find(".//button")
    assert button is not None
    assert (button.get("type"), button.get("name"), button.get("value")) == ("submit", "next", "")


def test_action_posts_with_a_token_and_its_fields(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/button.html" import action %}{{ action("Doe", "/x", fields={"a": h}) }}',
        h=HOSTILE,
    )

    form = page.find(".//form")
    assert form is not None
    assert (form.get("method"), form.get("action")) == ("post", "/x")
    fields = {i.get("name"): i.get("value") for i in form.iter("input")}
    assert fields["a"] == HOSTILE
    assert fields["csrf_token"]


SHOWING_HOSTILE_TEXT = {
    "button": '{% from "ui/macros/button.html" import button %}{{ button(h) }}',
    "link_button": '{% from "ui/macros/button.html" import link_button %}{{ link_button(h, "/") }}',
    "tag": '{% from "ui/macros/status.html" import tag %}{{ tag(h) }}',
    "card": '{% from "ui/macros/card.html" import card %}'
    '{{ card(h, "/", text=h, meta=[h], action=h, theme="living") }}',
    "timeline": '{% from "ui/macros/timeline.html" import timeline %}{{ timeline([e], [x]) }}',
    "table": '{% from "ui/macros/table.html" import table %}{{ table(h, [h], [[h]]) }}',
    "summary": '{% from "ui/macros/summary.html" import summary_list %}{{ summary_list([r]) }}',
    "steps": '{% from "ui/macros/steps.html" import step_heading %}{{ step_heading(1, 2, h) }}',
    "notice": '{% from "ui/macros/notice.html" import notice %}'
    '{% call notice("info", h) %}<p>{{ h }}</p>{% endcall %}',
    "inset": '{% from "ui/macros/notice.html" import inset %}{% call inset() %}{{ h }}{% endcall %}',
    "empty": '{% from "ui/macros/empty.html" import empty %}{{ empty(h, h, h, "/") }}',
    "breadcrumb": '{% from "ui/macros/breadcrumb.html" import breadcrumb %}'
    '{{ breadcrumb([(h, "/"), (h, None)]) }}',
    "back_link": '{% from "ui/macros/breadcrumb.html" import back_link %}{{ back_link("/", h) }}',
    "figures": '{% from "ui/macros/figures.html" import figures %}{{ figures([r]) }}',
    "bar": '{% from "ui/macros/bars.html" import capacity_bar %}{{ capacity_bar(3, 5, h) }}',
    "message": '{% from "ui/macros/conversation.html" import message_item %}'
    "{{ message_item(h, e.at, h) }}",
}


@pytest.mark.parametrize("source", SHOWING_HOSTILE_TEXT.values(), ids=SHOWING_HOSTILE_TEXT.keys())
def test_hostile_text_stays_text(rendered: Rendering, source: str) -> None:
    page = rendered(
        source,
        h=HOSTILE,
        r=Row(HOSTILE, HOSTILE, "/wijzig", HOSTILE),
        e=Event(HOSTILE, NOON, HOSTILE, HOSTILE),
        x=Expectation(HOSTILE, date(2027, 1, 1), HOSTILE),
    )

    assert page.find(".//script") is None
    assert page.find(".//b") is None
    assert HOSTILE in "".join(page.itertext())


def test_card_links_its_title_and_names_its_state(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/card.html" import card %}'
        '{{ card("Pluktuin", "/initiatieven/7", meta=["Voorhof"], status=s, action=a) }}',
        s=State.OPEN,
        a=Markup('<a href="/mee">Doe mee</a>'),
    )

    links = [(words(a), a.get("href")) for a in page.iter("a")]
    assert links == [("Pluktuin", "/initiatieven/7"), ("Doe mee", "/mee")]
    assert words(page.find(".//p[@class='card__status']")) == "Open"


@pytest.mark.parametrize(("state", "look"), [(State.OPEN, "going"), (State.ODD, "quiet")])
def test_status_says_its_label_and_repeats_it_in_its_look(
    rendered: Rendering, state: State, look: str
) -> None:
    page = rendered('{% from "ui/macros/status.html" import status %}{{ status(s) }}', s=state)

    badge = page.find(".//span")
    assert badge is not None
    assert words(badge) == state.label
    assert (badge.get("class") or "").split()[-1] == f"status--{look}"


def test_timeline_tells_who_did_what_when_and_what_is_expected(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/timeline.html" import timeline %}{{ timeline(past, ahead) }}',
        past=[Event("Ingediend", NOON, "Fatima", "Graag snel")],
        ahead=[
            Expectation("Besluit", date(2026, 12, 5), "We bellen je."),
            Expectation("Start", None, ""),
        ],
    )

    steps = [words(step) for step in page.iter("li")]
    assert steps == [
        "Ingediend zaterdag 21 november 2026, 13.00 uur, door Fatima Graag snel",
        "Hierna: Besluit verwacht: 5 december 2026 We bellen je.",
        "Hierna: Start",
    ]


def test_table_has_a_caption_headings_and_a_place_to_scroll(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/table.html" import table %}'
        '{{ table("Uren", ["Wie", "Uren"], [["Sanne", 3]], numeric=[1]) }}'
    )

    region = page.find(".//*[@role='region']")
    assert region is not None
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Uren")
    assert [th.get("scope") for th in page.iter("th")] == ["col", "col"]
    assert [(td.get("class") or "").endswith("number") for td in page.iter("td")] == [False, True]


def test_summary_list_names_what_a_change_link_changes(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/summary.html" import summary_list %}{{ summary_list(rows) }}',
        rows=[Row("Titel", "Pluktuin", "/stap/1"), Row("Wijk", "Voorhof")],
    )

    assert [(words(a), a.get("href")) for a in page.iter("a")] == [("Wijzig Titel", "/stap/1")]


def test_step_heading_counts(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/steps.html" import step_heading %}{{ step_heading(2, 5, "Waar?") }}'
    )

    assert words(page.find(".//h1")) == "Stap 2 van 5: Waar?"


def test_paging_shows_only_the_ways_there_are(rendered: Rendering) -> None:
    source = '{% from "ui/macros/paging.html" import paging %}{{ paging(page, url) }}'

    def links(previous: str | None, following: str | None) -> list[tuple[str | None, str | None]]:
        page = rendered(
            source,
            page=SimpleNamespace(previous=previous, next=following),
            url=lambda bookmark: f"/lijst?na={bookmark}",
        )
        return [(a.get("rel"), a.get("href")) for a in page.iter("a")]

    assert links(None, None) == []
    assert links(None, ">7") == [("next", "/lijst?na=>7")]
    assert links("<3", ">7") == [("prev", "/lijst?na=<3"), ("next", "/lijst?na=>7")]


def test_filter_form_asks_with_get(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/filters.html" import filter_form %}'
        '{% call filter_form("/lijst", open=True) %}<p>Wijk</p>{% endcall %}'
    )

    form, details = page.find(".//form"), page.find(".//details")
    assert form is not None
    assert details is not None
    assert (form.get("method"), form.get("action")) == ("get", "/lijst")
    assert details.get("open") is not None


def test_breadcrumb_ends_with_this_page(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/breadcrumb.html" import breadcrumb %}'
        '{{ breadcrumb([("Start", "/"), ("Wijken", None)]) }}'
    )

    assert [words(a) for a in page.iter("a")] == ["Start"]
    assert words(page.find(".//*[@aria-current='page']")) == "Wijken"


def test_capacity_bar_says_what_it_shows(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/bars.html" import capacity_bar %}{{ capacity_bar(0, 0, "Plekken") }}'
    )

    bar = page.find(".//progress")
    assert bar is not None
    assert (bar.get("value"), bar.get("max"), bar.get("aria-label")) == ("0", "1", "Plekken")
    assert words(page.find(".//p")) == "Plekken 0 van 0"


def test_contact_block_gives_a_number_to_call(rendered: Rendering) -> None:
    page = rendered('{% from "ui/macros/contact.html" import contact_block %}{{ contact_block() }}')

    addresses = [a.get("href", "").partition(":")[0] for a in page.iter("a")]
    assert addresses == ["tel", "mailto"]


def test_pictures_are_hidden_from_screen_readers(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/picture.html" import scene, skyline, small, strip %}'
        '{{ strip("living") }}{{ scene("bench") }}{{ small("tea") }}{{ skyline() }}'
    )

    def hidden(svg: Element) -> str | None:
        return svg.get("aria-hidden")

    found = [hidden(svg) for svg in page.iter() if str(svg.tag).endswith("svg")]
    assert found == ["true", "true", "true", "true"]
