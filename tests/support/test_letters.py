"""What we write, paragraph by paragraph."""

from datetime import date

from app.core.dates import date_words
from app.core.text import tidy
from app.support import letters, service
from app.support.letters.parts import Part, PartKind
from app.support.models import Need, SupportKind
from factories.accounts import a_coordinator
from factories.support import (
    ASKED,
    a_budget,
    a_decider,
    a_judgement,
    a_plot,
    a_request,
    money,
    proposed,
    team_hours,
)


def test_a_need_says_what_how_much_and_when() -> None:
    need = team_hours()
    need.starts_on, need.ends_on = date(2026, 12, 1), date(2026, 12, 31)

    assert letters.need_words(need) == (
        "Uren van het wijkteam: Advies over een wandelgroep (iemand met kennis van: Eenzaamheid)"
        ", 6 uur, vanaf 1 december 2026, tot en met 31 december 2026"
    )
    assert tidy(letters.need_words(money())) == "Geld: Planten en grond (€ 1.850,00)"
    assert letters.need_words(money(), with_money=False) == "Geld: Planten en grond"
    plain = Need(kind=SupportKind.SPACE, description="Veldje", expertise="", hours=0, cents=0)
    assert letters.need_words(plain) == "Ruimte: Veldje"


def test_a_full_stop_stays_only_at_the_end() -> None:
    need = Need(
        kind=SupportKind.TEAM_HOURS, description="Wij zoeken hulp.", expertise="", hours=6, cents=0
    )

    assert letters.need_words(need) == "Uren van het wijkteam: Wij zoeken hulp, 6 uur"
    need.hours = 0
    assert letters.need_words(need) == "Uren van het wijkteam: Wij zoeken hulp."


def test_the_copy_holds_everything_that_was_sent() -> None:
    request = a_request()
    request.wanted_by = date(2026, 12, 1)

    copied = letters.receipt(request).parts[3:]
    assert [part.kind for part in copied[:4]] == ["heading", "item", "item", "text"]
    assert [tidy(part.text) for part in copied] == [
        "Dit heb je gevraagd:",
        "Geld: Planten en grond (€ 1.850,00)",
        "Ruimte: Het veldje naast de flat",
        "Waarvoor: Samen maken we de straat groener.",
        "Je wilt het weten voor 1 december 2026.",
        "Je vraagt om een besluit.",
        "Dit kost het: Planten: € 2.000,00.",
        "Dit betaalt het: Gevraagd aan de gemeente: € 1.850,00; Eigen geld: € 150,00.",
    ]


def test_the_letter_of_a_decision_says_what_why_and_how_to_object() -> None:
    request = a_request()
    proposed(request, by=a_coordinator(), budget=a_budget(), cents=ASKED)
    judgement = a_judgement("grant_partly", cents=1000_00, agreement="Het veldje tot oktober.")

    decision = service.decide(request, judgement, by=a_decider())

    letter = letters.decided(decision)
    assert letter.subject == f"Antwoord op je vraag {request.reference}"
    assert [tidy(part.text) for part in letter.parts] == [
        f"We zeggen voor een deel ja tegen je vraag {request.reference}.",
        "Je krijgt € 1.000,00.",
        "Dit spreken we met je af (het is geen besluit waar je bezwaar tegen kunt maken):",
        "Het veldje tot oktober.",
        "Dit is waarom:",
        "Maakt het de buurt prettiger? Ja, dat is goed te zien.",
        "Willen buurtbewoners dit? Ja, dat is goed te zien.",
        "Kan het echt? Ja, dat is goed te zien.",
        "Is het eerlijk verdeeld en voor een groep? Ja, dat is goed te zien.",
        "We baseren dit op: Regeling bewonersinitiatieven 2026, artikel 4.",
        "We besluiten dit namens het college van burgemeester en wethouders.",
        "Ben je het niet eens met dit besluit?",
        "Dan kun je bezwaar maken bij het college van burgemeester en wethouders. Je hebt "
        f"daarvoor zes weken: tot en met {date_words(decision.objection_until)}. Het kost niets.",
        "Dat kan op deze site, op de pagina van je vraag. Een mail of een brief kan ook.",
        "Mail je bezwaar naar initiatieven@example.nl of stuur een brief naar Postbus 1, 1000 AA "
        "Voorbeeldstad. Zet erin: je naam en adres, de datum, dat het gaat om "
        f"{request.reference}, en waarom je het niet eens bent met het besluit. Zet je "
        "handtekening onder een brief.",
    ]
    assert [part.text for part in letter.parts if part.kind is PartKind.HEADING] == [
        "Dit is waarom:",
        "Ben je het niet eens met dit besluit?",
    ]


def test_an_answer_that_is_no_decision_says_nothing_about_objecting() -> None:
    request = a_request(needs=[a_plot()])
    proposed(request, by=a_coordinator())

    decision = service.decide(request, a_judgement("refuse"), by=a_decider())

    letter = letters.decided(decision).parts
    assert letter[0] == Part(PartKind.TEXT, f"We zeggen nee tegen je vraag {request.reference}.")
    assert not any("bezwaar" in part.text or "college" in part.text for part in letter)
