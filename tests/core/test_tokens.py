"""Secrets cannot be guessed, references can be read aloud."""

from app.core.tokens import LETTERS, fingerprint, reference, secret


def test_a_secret_has_256_bits_and_is_new_every_time() -> None:
    made = {secret() for _ in range(1000)}

    assert len(made) == 1000
    assert {len(token) for token in made} == {43}


def test_a_fingerprint_is_the_same_for_the_same_secret_only() -> None:
    assert fingerprint("a") == fingerprint("a")
    assert fingerprint("a") != fingerprint("b")
    assert len(fingerprint("a")) == 64


def test_a_reference_has_no_letters_that_sound_or_look_alike() -> None:
    assert set("01IO").isdisjoint(LETTERS)
    assert reference("BUURT", 2026, 1) == "BUURT-2026-TMS8"


def test_a_million_references_are_a_million_codes_of_at_most_four_letters() -> None:
    codes = {reference("B", 2026, number) for number in range(2**20)}

    assert len(codes) == 2**20
    assert {len(code) for code in codes} == {len("B-2026-7K3M")}


def test_references_grow_a_letter_when_the_short_ones_are_used() -> None:
    assert len(reference("B", 2026, 2**20)) == len("B-2026-7K3MA")


def test_references_in_a_row_do_not_look_like_a_row() -> None:
    first, second = reference("B", 2026, 41), reference("B", 2026, 42)

    assert sum(one != other for one, other in zip(first[-4:], second[-4:], strict=True)) >= 2
