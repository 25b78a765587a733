"""A QR code as a drawing inside a page."""

from app.web.qr import qr_code, qr_once


def test_it_has_words_for_who_does_not_see_it_and_no_style_of_its_own() -> None:
    code = qr_code("https://aanzet.example/i/12", "Code & adres")

    assert "<title>Code &amp; adres</title>" in code
    assert "style=" not in code
    assert code.startswith("<svg viewBox=")


def test_another_address_is_another_code() -> None:
    assert qr_code("https://aanzet.example/i/1", "x") != qr_code("https://aanzet.example/i/2", "x")


def test_a_secret_stands_on_white_with_a_border_and_has_words() -> None:
    code = qr_once("otpauth://totp/x?secret=A&issuer=B", "Code & app")

    assert 'fill="#fff"' in code
    assert "<title>Code &amp; app</title>" in code
    assert "style=" not in code
    assert " width=" in code
