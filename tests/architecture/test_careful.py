"""A form that asks for free text points personal data out, unless it says here who reads that text."""

from collections.abc import Iterator

import pytest
from flask import Flask
from wtforms import FieldList, FormField, TextAreaField

from app.web.careful import CarefulForm
from app.web.forms import PortalForm

READ_BY_FEW = {
    "AppealForm": "a moderator reads it",
    "ReportForm": "moderators read it",
    "AgainForm": "a moderator reads it",
    "LookForm": "its writer is a moderator, its readers who reported it",
    "ReasonForm": "its writer is a moderator, its reader the author",
    "RuleForm": "as ReasonForm",
    "JudgementForm": "as ReasonForm",
    "CloseForm": "its writer is a coordinator, its readers run one plan",
    "FoundingForm": "how to reach an organisation is meant to be found",
    "StatusForm": "the team and the municipality read it",
    "SignUpForm": "who organises the task reads it",
    "ObjectionForm": "who organises the task reads it",
    "AnswerForm": "the service refuses it as a whole",
    "TakeBackForm": "it stays within the municipality",
    "ChangeForm": "it stays within the municipality",
    "DiscardForm": "it stays within the municipality",
    "KeepLongerForm": "it stays within the municipality",
    "WithdrawForm": "it stays within the municipality",
    "NeedLine": "NeedsForm looks at its lines",
    "AdviceForm": "it stays within the municipality",
    "JudgeForm": "a letter to who asked",
    "AskTeamForm": "a letter to who asked",
    "AskViewForm": "a letter to who asked",
    "NoteViewForm": "a letter to who asked, who told it",
    "MoreTimeForm": "a letter to who asked",
    "PutOffForm": "a letter to who objected",
    "HearingForm": "a letter to who objected",
    "RulingForm": "a letter to who objected",
    "TypeForm": "the municipality writes about its own offer",
}


def forms(kind: type[PortalForm] = PortalForm) -> Iterator[type[PortalForm]]:
    for one in kind.__subclasses__():
        yield one
        yield from forms(one)


def asks_for_text(form: type[PortalForm]) -> bool:
    kinds = [getattr(getattr(form, name), "field_class", None) for name in dir(form)]
    return TextAreaField in kinds


@pytest.mark.parametrize(
    "form", [one for one in forms() if asks_for_text(one)], ids=lambda form: form.__name__
)
def test_a_form_with_free_text_is_careful(form: type[PortalForm]) -> None:
    is_careful = issubclass(form, CarefulForm) and bool(form.free_texts)

    assert is_careful or form.__name__ in READ_BY_FEW, "who reads this text?"


def test_every_exception_is_a_form() -> None:
    assert set(READ_BY_FEW) <= {form.__name__ for form in forms()}


@pytest.mark.parametrize(
    "form",
    [one for one in forms(CarefulForm) if one.free_texts and one.__module__.startswith("app.")],
    ids=lambda form: form.__name__,
)
def test_what_is_looked_at_is_asked(app: Flask, form: type[CarefulForm]) -> None:
    for name in form.free_texts:
        outer, _dot, inner = name.partition(".")
        asked = getattr(form, outer)
        assert not inner or asked.field_class is FieldList
        if inner:
            line = asked.args[0]
            assert line.field_class is FormField
            assert hasattr(line.args[0], inner)
