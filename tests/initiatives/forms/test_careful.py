"""A warning about personal data: once, about what is new, and never in the way."""

from flask import Flask

from app.initiatives.forms.voices import QuestionForm


def send(app: Flask, text: str, noticed: str = "") -> QuestionForm:
    with app.test_request_context(method="POST", data={"text": text, "noticed": noticed}):
        form = QuestionForm.from_request()
        form.accepted()
        return form


def test_a_text_without_personal_data_is_accepted(app: Flask) -> None:
    form = send(app, "Wanneer beginnen jullie?")

    assert (form.warned, form.warnings, form.status) == (False, [], 200)


def test_a_text_with_them_comes_back_with_a_warning(app: Flask) -> None:
    form = send(app, "Mail anna@voorbeeld.nl of bel 0612345678.")

    assert form.warnings == [
        "In je tekst staat misschien een telefoonnummer.",
        "In je tekst staat misschien een e-mailadres.",
    ]
    assert (form.noticed.data, form.status) == ("phone email", 422)


def test_the_same_text_again_is_accepted(app: Flask) -> None:
    form = send(app, "Mail anna@voorbeeld.nl of bel 0612345678.", "phone email")

    assert (form.warned, form.status) == (False, 200)


def test_a_new_kind_warns_about_everything_that_is_there(app: Flask) -> None:
    form = send(app, "Mail anna@voorbeeld.nl of bel 0612345678.", "phone")

    assert form.noticed.data == "phone email"
    assert form.warned


def test_a_wrong_form_is_mended_first(app: Flask) -> None:
    form = send(app, "")

    assert (form.warned, form.text.errors) == (False, ["Schrijf je vraag op."])
