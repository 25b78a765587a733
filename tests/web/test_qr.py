"""A QR code as a drawing inside a page."""

from app.web.qr import qr_code


def test_it_has_words_for_who_does_not_see_it_and_no_style_of_its_own() -> None:
    code = qr_code("https://aanzet.example/i/12", "Code & adres")

    assert "<title>Code &amp; adres</title>" in code
    assert "style=" not in code
    assert code.startswith("<svg viewBox=")


def test_another_address_is_another_code() -> None:
    assert qr_code("https://aanzet.example/i/1", "x") != qr_code("https://aanzet.example/i/2", "x")
