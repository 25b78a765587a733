"""Personal data are pointed out before a text is sent: what, where, why, and with two ways on."""

import pytest
from flask import Flask
from wtforms import StringField, TextAreaField

from app.web.careful import CarefulForm, Found


class LetterForm(CarefulForm):
    """Two texts that others read, and who to call."""

    title = StringField("Titel")
    text = TextAreaField("Tekst")
    phone = StringField("Wie bellen we?")

    free_texts = ("title", "text")


class NoteForm(LetterForm):
    about_health = True


class SilentForm(LetterForm):
    warns = False


BOTH = "Mail anna@voorbeeld.nl of bel 0612345678."


def send(
    app: Flask, text: str, kind: type[LetterForm] = LetterForm, **answers: str
) -> tuple[LetterForm, bool]:
    with app.test_request_context(method="POST", data={"text": text, **answers}):
        form = kind.from_request()
        return form, form.accepted()


def test_a_text_without_personal_data_is_accepted(app: Flask) -> None:
    form, accepted = send(app, "Wanneer beginnen jullie?")

    assert (accepted, form.warnings, form.kept, form.status) == (True, (), [], 200)


def test_a_text_with_them_comes_back_with_what_was_found_and_where(app: Flask) -> None:
    form, accepted = send(app, BOTH, title="Bel 0612345678")

    assert (accepted, form.status, form.errors) == (False, 422, {})
    assert form.warnings == [
        Found("phone", (("title", "0612345678"), ("text", "0612345678"))),
        Found("email", (("text", "anna@voorbeeld.nl"),)),
    ]
    assert form.warnings[0].sentence == "In je tekst staat misschien een telefoonnummer."
    assert form.warnings[0].why == "Dan kan iedereen bellen, ook mensen die je niet kent."


def test_the_same_text_again_comes_back_again_as_calm_as_before(app: Flask) -> None:
    first, second = send(app, BOTH), send(app, BOTH)

    assert (first[0].warnings, first[1]) == (second[0].warnings, second[1])
    assert second[0].warnings


def test_who_chooses_to_keep_them_goes_on_and_it_is_known_what_was_kept(app: Flask) -> None:
    form, accepted = send(app, BOTH, noticed="email phone")

    assert (accepted, form.status, sorted(form.kept)) == (True, 200, ["email", "phone"])


def test_a_kind_that_was_not_chosen_is_pointed_out_with_the_others(app: Flask) -> None:
    form, accepted = send(app, BOTH, noticed="phone")

    assert (accepted, {one.code for one in form.warnings}) == (False, {"phone", "email"})


def test_who_takes_them_away_goes_on_and_has_kept_nothing(app: Flask) -> None:
    form, accepted = send(app, "Kom langs.", noticed="phone")

    assert (accepted, form.kept) == (True, [])


def test_a_field_that_is_meant_for_it_is_left_in_peace(app: Flask) -> None:
    assert send(app, "Kom langs.", phone="0612345678")[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mijn bsn is 123456782", "burgerservicenummer"),
        ("Stort op NL91ABNA0417164300", "rekeningnummer"),
    ],
)
def test_a_number_that_only_helps_a_thief_is_refused_whatever_was_chosen(
    app: Flask, text: str, said: str
) -> None:
    form, accepted = send(app, text, noticed="bsn iban phone")

    assert (accepted, form.status, form.warnings) == (False, 422, ())
    assert [said in message for message in form.text.errors] == [True]


def test_a_number_that_is_said_to_be_another_one_can_stay(app: Flask) -> None:
    assert not send(app, "Zaaknummer 123456782")[1]
    assert send(app, "Zaaknummer 123456782", noticed="bsn")[1]


def test_a_wrong_form_is_mended_first(app: Flask) -> None:
    form, accepted = send(app, BOTH, title="bsn 123456782")

    assert (accepted, form.warnings, list(form.errors)) == (False, (), ["title"])


def test_words_about_health_are_pointed_out_where_that_matters(app: Flask) -> None:
    text = "Mevrouw heeft dementie."

    assert send(app, text)[1]
    assert [one.code for one in send(app, text, NoteForm)[0].warnings] == ["health"]
    assert send(app, text, NoteForm, noticed="health")[1]


def test_what_is_sent_by_itself_is_not_warned_about_but_still_refused(app: Flask) -> None:
    assert send(app, BOTH, SilentForm)[1]
    assert not send(app, "bsn 123456782", SilentForm)[1]
