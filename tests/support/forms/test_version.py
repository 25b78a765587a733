"""The form with which help is asked has a version: who is asked something else gets another one."""

import hashlib
from collections.abc import Iterator

from wtforms.fields import FieldList, FormField
from wtforms.form import BaseForm

from app.support.forms.explain import ExplainForm
from app.support.forms.money import MoneyForm
from app.support.forms.needs import NeedsForm
from app.support.values import FORM_VERSION

OF_VERSIONS = {1: "4e214f23bd075f6ada3d09d097012f0865154f4b4696e4d14014b21b512d6c3b"}


def asked_in(form: BaseForm) -> Iterator[str]:
    """Give every question of a form, with what can be chosen."""
    for field in form:
        if isinstance(field, FieldList):
            line = field[0] if len(field) else field.append_entry()
            yield from asked_in(line.form) if isinstance(line, FormField) else ()
        elif field.name != "csrf_token":
            chosen = [code for code, *_ in getattr(field, "choices", None) or ()]
            yield f"{field.name.rpartition('-')[2]}: {field.label.text} {chosen}"


def test_another_question_is_another_version() -> None:
    """Letters and requests keep the version, so that later it is known what was asked (Awb 4:4)."""
    asked = [line for form in (NeedsForm(), MoneyForm(), ExplainForm()) for line in asked_in(form)]

    assert len(asked) > 10, asked
    assert hashlib.sha256("\n".join(asked).encode()).hexdigest() == OF_VERSIONS[FORM_VERSION]
