"""References stay whole, and nothing else in a text becomes markup."""

from app.core.tokens import reference
from app.web.references import references


def test_a_reference_is_kept_together_wherever_it_stands() -> None:
    number = reference("HULP", 2026, 7)

    assert references(f"Vraag {number}.") == f'Vraag <span class="unbroken">{number}</span>.'


def test_what_is_no_reference_stays_text() -> None:
    assert references("Op 2026-11-22 <b>HULP-26</b>") == "Op 2026-11-22 &lt;b&gt;HULP-26&lt;/b&gt;"
