"""Every kind of field has its label, hint and error tied to the thing a person fills in."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    DecimalField,
    EmailField,
    FieldList,
    Form,
    FormField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from app.web.forms import PortalForm
from tests.ui.conftest import Rendering, words

FIELD = '{% from "ui/macros/field.html" import field %}{{ field(form.x, hint=hint) }}'
SUMMARY = '{% from "ui/macros/error_summary.html" import error_summary %}{{ error_summary(form) }}'
HOSTILE = '"><script>alert(1)</script>'
CHOICES = [SelectChoice("a", "Appel"), SelectChoice("b", "Peer")]
SINGLE: dict[str, Any] = {
    "text": StringField("Vraag", [Length(max=3, message="Te lang")]),
    "email": EmailField("Vraag"),
    "password": PasswordField("Vraag"),
    "integer": IntegerField("Vraag"),
    "decimal": DecimalField("Vraag"),
    "text area": TextAreaField("Vraag"),
    "select": SelectField("Vraag", choices=CHOICES),
    "date": DateField("Vraag"),
    "time": TimeField("Vraag"),
    "moment": DateTimeLocalField("Vraag"),
    "checkbox": BooleanField("Vraag"),
}
GROUPS: dict[str, Any] = {
    "radio": RadioField("Vraag", choices=CHOICES),
    "checkboxes": SelectMultipleField("Vraag", choices=CHOICES),
}


def a_form(field: Any, **data: object) -> Form:
    return type("AForm", (Form,), {"x": field})(data=data)


def control(page: Element, name: str = "x") -> Element:
    return next(e for e in page.iter() if e.get("name") == name)


@pytest.mark.parametrize("field", SINGLE.values(), ids=SINGLE.keys())
def test_a_field_is_tied_to_its_label_hint_and_error(rendered: Rendering, field: Any) -> None:
    form = a_form(field)
    form["x"].errors = ["Vul dit in"]

    page = rendered(FIELD, form=form, hint="Zo doe je dat")

    told = {e.get("id"): words(e) for e in page.iter("p")}
    label = page.find(".//label")
    assert label is not None
    assert label.get("for") == control(page).get("id") == "x"
    assert control(page).get("aria-describedby") == "x-hint x-error"
    assert control(page).get("aria-invalid") == "true"
    assert told == {"x-hint": "Zo doe je dat", "x-error": "Fout: Vul dit in"}


def test_a_box_that_has_to_be_ticked_is_not_wrong_from_the_start(rendered: Rendering) -> None:
    box = control(rendered(FIELD, form=a_form(BooleanField("Ja", [InputRequired()])), hint=""))

    assert ("required" in box.attrib, box.get("aria-required"), box.get("aria-invalid")) == (
        False,
        "true",
        None,
    )


@pytest.mark.parametrize("field", GROUPS.values(), ids=GROUPS.keys())
def test_a_group_is_a_fieldset_whose_first_option_has_the_id(
    rendered: Rendering, field: Any
) -> None:
    form = a_form(field, x=["b"] if field.field_class is SelectMultipleField else "b")
    form["x"].errors = ["Kies er een"]

    page = rendered(FIELD, form=form, hint="Kies wat past")

    fieldset = page.find(".//fieldset")
    assert fieldset is not None
    assert fieldset.get("aria-describedby") == "x-hint x-error"
    options = [(i.get("id"), i.get("value"), "checked" in i.attrib) for i in page.iter("input")]
    assert options == [("x", "a", False), ("x-1", "b", True)]
    assert [(e.get("for"), words(e)) for e in page.iter("label")] == [
        ("x", "Appel"),
        ("x-1", "Peer"),
    ]


@pytest.mark.parametrize("field", [*SINGLE.values(), *GROUPS.values()], ids=[*SINGLE, *GROUPS])
def test_a_field_without_hint_or_error_points_at_nothing(rendered: Rendering, field: Any) -> None:
    page = rendered(FIELD, form=a_form(field), hint="")

    assert all(
        e.get("aria-describedby") is None and e.get("aria-invalid") is None for e in page.iter()
    )


def test_only_a_field_that_may_stay_empty_says_so(rendered: Rendering) -> None:
    optional = rendered(FIELD, form=a_form(StringField("Naam")), hint="")
    required = rendered(FIELD, form=a_form(StringField("Naam", [InputRequired()])), hint="")

    assert words(optional.find(".//label")) == "Naam (niet verplicht)"
    assert words(required.find(".//label")) == "Naam"


def test_a_number_is_typed_with_digits_and_without_arrows(rendered: Rendering) -> None:
    page = rendered(FIELD, form=a_form(IntegerField("Aantal")), hint="")

    assert (control(page).get("type"), control(page).get("inputmode")) == ("text", "numeric")


def test_what_was_typed_is_never_cut_off_by_the_browser(rendered: Rendering) -> None:
    page = rendered(FIELD, form=a_form(SINGLE["text"]), hint="")

    assert control(page).get("maxlength") is None


@pytest.mark.parametrize("field", [StringField("Naam"), TextAreaField("Naam")])
def test_hostile_answers_come_back_as_text(rendered: Rendering, field: Any) -> None:
    form = a_form(field, x=HOSTILE)
    form["x"].errors = [HOSTILE]
    form["x"].label.text = HOSTILE

    page = rendered(FIELD, form=form, hint=HOSTILE)

    assert page.find(".//script") is None
    assert HOSTILE in (control(page).get("value") or words(control(page)))


class Person(Form):
    name = StringField("Naam")


class Team(Form):
    lead = FormField(Person, "Trekker")
    members = FieldList(FormField(Person), "Leden", min_entries=1)


def a_team_without_names() -> Team:
    team = Team()
    team.lead.form.name.errors = ["Wie trekt dit?"]
    team.members.errors = [{"name": ["Wie doet mee?"]}, "Te weinig leden"]
    team.members[0].form.name.errors = ["Wie doet mee?"]
    return team


def test_fields_within_fields_are_groups_with_their_own_labels(rendered: Rendering) -> None:
    page = rendered(
        '{% from "ui/macros/field.html" import field %}{{ field(form.lead) }}{{ field(form.members) }}',
        form=a_team_without_names(),
    )

    assert [e.get("for") for e in page.iter("label")] == ["lead-name", "members-0-name"]
    assert [words(e) for e in page.iter("legend")][:2] == ["Trekker", "Leden"]


def test_the_summary_links_to_every_wrong_field_in_the_same_words(rendered: Rendering) -> None:
    team = a_team_without_names()
    team.form_errors = ["De wijk zit vol"]

    page = rendered(SUMMARY, form=team)

    summary = page.find(".//*[@role='alert']")
    assert summary is not None
    assert (summary.get("tabindex"), "autofocus" in summary.attrib) == ("-1", True)
    assert words(page.find(".//h2")) == "Er gaat iets niet goed"
    assert [(words(li), (li[0].get("href") if len(li) else None)) for li in page.iter("li")] == [
        ("De wijk zit vol", None),
        ("Wie trekt dit?", "#lead-name"),
        ("Wie doet mee?", "#members-0-name"),
        ("Te weinig leden", None),
    ]


def test_there_is_no_summary_when_nothing_is_wrong(rendered: Rendering) -> None:
    assert rendered(SUMMARY, form=Team()).find(".//*[@role='alert']") is None


def test_the_form_tag_posts_to_its_own_page_and_leaves_checking_to_us(
    app: Flask, rendered: Rendering
) -> None:
    page = rendered(
        '{% from "ui/macros/field.html" import form_tag %}'
        '{% call form_tag(form, submit="Verder") %}<p>Vraag</p>{% endcall %}',
        form=PortalForm(),
    )

    form = page.find(".//form")
    assert form is not None
    assert (form.get("method"), form.get("action"), "novalidate" in form.attrib) == (
        "post",
        "/",
        True,
    )
    assert words(page.find(".//button")) == "Verder"
