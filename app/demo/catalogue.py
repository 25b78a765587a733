"""What residents of Rietmonde can ask for, and the money for it. Amounts and rules are invented."""

from dataclasses import dataclass

from app.demo.organisations import HOUSING, LIBRARY, MUNICIPALITY, NATURE, WELFARE, Party

BY_LAW, ON_PAPER, AS_SERVICE = "awb_decision", "agreement", "service"


@dataclass(frozen=True)
class Support:
    """One line of the catalogue; an answer comes within ``promised_days``.

    ``kind`` and ``regime`` are codes of ``SupportKind`` and ``LegalRegime``; ``pieces`` is how
    many can be lent at the same time.
    """

    key: str
    kind: str
    name: str
    description: str
    conditions: tuple[str, ...]
    promised_days: int
    regime: str
    provider: Party
    max_cents: int | None = None
    pieces: int | None = None


@dataclass(frozen=True)
class DistrictBudget:
    """Money for one area in a year. ``per_request_cents`` is the most for one request."""

    key: str
    name: str
    area_code: str
    ceiling_cents: int
    per_request_cents: int
    legal_basis: str


CATALOGUE = (
    Support(
        "buurtgeld",
        "money",
        "Buurtgeld tot € 500",
        "Een klein bedrag voor een plan dat snel kan beginnen. Je hoeft geen bonnen in te leveren.",
        (
            "Je vraagt het samen met vier andere bewoners aan.",
            "Het plan is goed voor een groep, niet voor één persoon.",
            "Je laat na afloop met een foto of een kort verhaal zien wat er gebeurd is.",
        ),
        14,
        BY_LAW,
        MUNICIPALITY,
        max_cents=50_000,
    ),
    Support(
        "wijkgeld",
        "money",
        "Wijkgeld tot € 5.000",
        "Geld voor een groter plan in de wijk. Je maakt een lijst van wat het kost.",
        (
            "Je hebt een lijst van de kosten en van wie wat betaalt.",
            "Buurtbewoners doen zelf mee.",
            "Het plan is nog niet begonnen als je het aanvraagt.",
        ),
        28,
        BY_LAW,
        MUNICIPALITY,
        max_cents=500_000,
    ),
    Support(
        "rekening",
        "money",
        "De gemeente betaalt de rekening",
        "Heb je geen rekening van een vereniging? Dan betaalt de gemeente de winkel zelf.",
        ("Je spreekt vooraf af wat je koopt.", "De rekening staat op naam van de gemeente."),
        14,
        ON_PAPER,
        MUNICIPALITY,
        max_cents=250_000,
    ),
    Support(
        "feestwagen",
        "materials",
        "De feestwagen",
        "Een aanhanger met tafels, banken, een partytent en lampjes voor zestig mensen.",
        (
            "Je haalt de wagen zelf op en brengt hem schoon terug.",
            "De bestuurder heeft een rijbewijs voor een aanhanger.",
        ),
        7,
        AS_SERVICE,
        WELFARE,
        pieces=2,
    ),
    Support(
        "opruimset",
        "materials",
        "Set voor een opruimdag",
        "Grijpers, hesjes, handschoenen en zakken voor twintig mensen. Wij halen het afval op.",
        ("Je meldt een week vooraf waar de zakken komen te staan.",),
        5,
        AS_SERVICE,
        MUNICIPALITY,
        pieces=6,
    ),
    Support(
        "tuingereedschap",
        "materials",
        "Tuingereedschap te leen",
        "Scheppen, harken, een kruiwagen en een waterslang. Met uitleg als je dat wilt.",
        ("Je brengt alles schoon terug.", "Je meldt het als er iets kapot is."),
        7,
        AS_SERVICE,
        NATURE,
        pieces=4,
    ),
    Support(
        "zaal",
        "space",
        "Een zaal in het buurthuis",
        "Een ruimte met tafels, stoelen en een keuken. Gratis als je activiteit voor iedereen is.",
        ("Iedereen uit de buurt mag meedoen.", "Je ruimt de zaal zelf op."),
        7,
        AS_SERVICE,
        WELFARE,
        pieces=7,
    ),
    Support(
        "leeszaal",
        "space",
        "Een leerplek in de bibliotheek",
        "Een rustige ruimte met computers, voor lessen en spreekuren.",
        ("Je gebruikt de ruimte op vaste tijden.",),
        7,
        AS_SERVICE,
        LIBRARY,
        pieces=3,
    ),
    Support(
        "zelfbeheer",
        "space",
        "Een stuk groen in eigen beheer",
        "Je zorgt met buren voor een strook, perk of veldje. Wij maken er een afspraak over.",
        (
            "Minstens drie huishoudens doen mee.",
            "Het groen blijft open voor iedereen.",
            "Je gebruikt geen gif.",
        ),
        28,
        ON_PAPER,
        MUNICIPALITY,
    ),
    Support(
        "straat_dicht",
        "permission",
        "Toestemming voor een straatfeest",
        "Je wilt de straat een dag gebruiken. Wij kijken of een melding genoeg is.",
        (
            "Je vraagt het drie weken vooraf aan.",
            "De brandweer kan er altijd langs.",
            "Je vertelt het aan alle buren in de straat.",
        ),
        15,
        BY_LAW,
        MUNICIPALITY,
    ),
    Support(
        "muur",
        "permission",
        "Toestemming op een muur of gevel van Het Woonbaken",
        "Voor een schildering, een geveltuin of een regenton bij een huurwoning.",
        ("De bewoners van het gebouw zijn het eens.", "Je haalt het weg als je stopt."),
        21,
        ON_PAPER,
        HOUSING,
    ),
    Support(
        "wegwijs",
        "permission",
        "Hulp bij vergunningen",
        "Iemand van de gemeente zoekt met je uit welke papieren je nodig hebt.",
        ("Je kunt je plan in het kort vertellen.",),
        10,
        AS_SERVICE,
        MUNICIPALITY,
    ),
    Support(
        "straatwerk",
        "works",
        "Werk op straat of in het groen",
        "Wij zetten een bank neer, halen tegels weg of maken een plantvak.",
        (
            "De grond is van de gemeente.",
            "De mensen die er wonen zijn het eens.",
            "Er liggen geen kabels in de weg.",
        ),
        42,
        ON_PAPER,
        MUNICIPALITY,
        max_cents=750_000,
    ),
    Support(
        "bekend",
        "communication",
        "Je plan bekend maken",
        "Wij drukken flyers en zetten je plan in de wijkkrant en op de schermen.",
        ("Je levert de tekst tien dagen vooraf aan.",),
        7,
        AS_SERVICE,
        MUNICIPALITY,
    ),
    Support(
        "contact",
        "introduction",
        "In contact met een partner",
        "Wij brengen je bij iemand die kan helpen: een school, een bedrijf of een vereniging.",
        ("Je vertelt wat je zoekt en wat je zelf doet.",),
        7,
        AS_SERVICE,
        WELFARE,
    ),
    Support(
        "meedenken",
        "coaching",
        "Een opbouwwerker die meedenkt",
        "Iemand loopt een tijdje met je mee: bij de start, bij lastige gesprekken of bij geld.",
        (
            "Jij en je buren houden de leiding.",
            "Wij spreken af wanneer de hulp weer stopt.",
        ),
        10,
        AS_SERVICE,
        WELFARE,
    ),
    Support(
        "advies",
        "coaching",
        "Advies van een vakman of vakvrouw",
        "Over groen, verkeer, geluid of veiligheid. Eén gesprek, op de plek zelf.",
        ("Je hebt een plek en een idee.",),
        14,
        AS_SERVICE,
        MUNICIPALITY,
    ),
    Support(
        "wijkteam",
        "team_hours",
        "Uren van het wijkteam",
        "Het wijkteam helpt een groep op weg, bijvoorbeeld met een cursus of een inloop.",
        (
            "Het is voor een groep, niet voor hulp aan één persoon.",
            "Er komen geen namen of verhalen van mensen in het plan.",
        ),
        14,
        AS_SERVICE,
        MUNICIPALITY,
    ),
)

RULE = "Verordening wijkbudgetten Rietmonde (verzonnen voorbeeld)"
BUDGETS = (
    DistrictBudget(
        "wijkbudget_molen",
        "Wijkbudget Molenkwartier",
        "WK999902",
        4_500_000,
        500_000,
        f"{RULE}, artikel 4, eerste lid",
    ),
    DistrictBudget(
        "wijkbudget_bloemen",
        "Wijkbudget Bloemenwijk",
        "WK999903",
        6_000_000,
        500_000,
        f"{RULE}, artikel 4, tweede lid (na advies van de wijkraad)",
    ),
    DistrictBudget(
        "leefbaarheid",
        "Leefbaarheidsbudget Rietmonde",
        "GM9999",
        12_000_000,
        1_000_000,
        f"{RULE}, artikel 7",
    ),
)
