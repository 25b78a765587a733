"""What every form of the portal does the same."""

from flask import Flask
from flask_babel import force_locale
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField, IntegerField, StringField
from wtforms.validators import InputRequired

from app.core.errors import Refused
from app.web.forms import PortalForm


class Part(Form):
    word = StringField(validators=[InputRequired(_l("Vul een woord in."))])


class Whole(PortalForm):
    name = StringField(validators=[InputRequired(_l("Vul je naam in."))])
    part = FormField(Part)
    words = FieldList(StringField(validators=[InputRequired(_l("Nog een woord."))]), min_entries=1)


class Counting(PortalForm):
    people = IntegerField()


def sent(app: Flask, **answers: str) -> Whole:
    with app.test_request_context(method="POST", data=answers):
        form = Whole.from_request()
        form.accepted()
        return form


def test_messages_become_text_also_of_fields_within_fields(app: Flask) -> None:
    form = sent(app, name="")

    errors = [form.name.errors, form.part.form.word.errors, form.words.entries[0].errors]
    assert errors == [["Vul je naam in."], ["Vul een woord in."], ["Nog een woord."]]
    assert all(type(message) is str for messages in errors for message in messages)


def test_fields_speak_the_language_of_the_reader(app: Flask) -> None:
    said = {}
    for language in ("nl", "en"):
        with (
            app.test_request_context(method="POST", data={"people": "veel"}),
            force_locale(language),
        ):
            form = Counting.from_request()
            form.accepted()
        said[language] = form.people.errors

    assert said == {"nl": ["Ongeldig getal."], "en": ["Not a valid integer value."]}


def test_text_is_tidied_before_it_is_checked(app: Flask) -> None:
    form = sent(app, **{"name": "  Anna \u200b ", "part-word": "x", "words-0": "y"})

    assert (form.name.data, form.status) == ("Anna", 200)


def test_a_refusal_stands_at_its_field_or_on_top(app: Flask) -> None:
    form = sent(app, **{"name": "Anna", "part-word": "x", "words-0": "y"})

    form.refuse(Refused("Deze naam mag niet.", field="name"))
    form.refuse(Refused("Het is te druk."))

    assert form.name.errors == ["Deze naam mag niet."]
    assert (form.form_errors, form.status) == (["Het is te druk."], 422)
