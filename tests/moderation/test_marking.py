"""Personal data are marked where they stand, whatever was changed around and within them."""

from app.initiatives.service import differences
from app.moderation.marking import Part, marked


def test_a_text_without_personal_data_is_one_part() -> None:
    assert marked("Een mooi plan.") == [Part("same", "Een mooi plan.")]


def test_no_text_has_no_parts() -> None:
    assert marked("") == []


def test_what_is_found_is_cut_out_and_named() -> None:
    assert marked("Bel 06-12345678 of mail a@b.nl.") == [
        Part("same", "Bel "),
        Part("same", "06-12345678", "phone", ends=True),
        Part("same", " of mail "),
        Part("same", "a@b.nl", "email", ends=True),
        Part("same", "."),
    ]


def test_a_find_is_marked_within_what_is_new() -> None:
    text = "Kom langs of bel 06-12345678."

    parts = marked(text, differences("Kom langs of bel.", text))

    assert Part("new", "06-12345678", "phone", ends=True) in parts
    assert "".join(part.text for part in parts if part.kind != "gone") == text


def test_a_find_of_old_and_new_words_is_named_once_at_its_end() -> None:
    text = "Bel 06 12 34 56 79 gerust."

    parts = marked(text, differences("Bel 06 12 34 56 78 gerust.", text))

    assert [(one.kind, one.text, one.ends) for one in parts if one.code] == [
        ("same", "06 12 34 56 ", False),
        ("new", "79", True),
    ]
    assert Part("gone", "78 ") in parts


def test_what_is_gone_is_not_marked() -> None:
    parts = marked("Bel.", differences("Bel 06-12345678", "Bel."))

    assert not any(part.code for part in parts)
