"""Every kind of personal data has words for the writer and for the moderator."""

import pytest

from app.core.personal_data import Kind, label_for, why_refused, why_unwise, words_for

CODES = [*(kind.value for kind in Kind), "health"]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_sentence_and_a_name(code: str) -> None:
    assert words_for(code).startswith("In je tekst staat misschien ")
    assert label_for(code)


@pytest.mark.parametrize("code", [code for code in CODES if code != Kind.IBAN])
def test_what_can_be_placed_has_a_reason_not_to(code: str) -> None:
    assert why_unwise(code).endswith(".")


@pytest.mark.parametrize("code", [Kind.BSN, Kind.IBAN])
def test_what_is_refused_says_to_take_it_away(code: str) -> None:
    assert "Haal het weg." in why_refused(code)
