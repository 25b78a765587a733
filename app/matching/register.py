"""What the Algoritmeregister of the Dutch government asks about the engine, as data.

The fields are those of its publication standard 1.0 (https://algoritmes.overheid.nl), in Dutch
whatever the reader speaks, as the register wants them. ``rules``, ``weights`` and ``data_never_used``
are not in the standard: they make the entry complete for who wants to check it.
"""

from typing import Any

from flask import current_app, url_for

from app.core.speech import DEFAULT, speaking
from app.matching import words
from app.matching.engine import eligibility
from app.matching.engine.planning import milp
from app.matching.engine.volunteers import eligibility as for_volunteers
from app.matching.engine.volunteers import weights as weights_for_volunteers
from app.matching.engine.weights import WEIGHTS

STANDARD = "1.0"
GOAL = """\
Uren van wijkteams, geld, ruimte en spullen zijn schaars. Het algoritme zoekt voor een vraag van
bewoners wie kan helpen, en verdeelt in een ronde de uren van wijkteams over veel vragen. Zo krijgt
een plan hulp die past, en ziet iedereen waarom."""
PROPORTIONALITY = """\
Met de hand verdelen hangt af van wie het eerst vraagt en van wie een coördinator kent. Het
algoritme bekijkt alle mogelijkheden, volgens regels en punten die openbaar zijn."""
HUMAN = """\
Het algoritme beslist niets. Een coördinator bekijkt de lijst of het voorstel, kan uren vastzetten,
verplaatsen of uitsluiten en schrijft op waarom. Pas na goedkeuring door de coördinator houden we
uren vast. Over geld beslist een ander dan wie het advies schreef."""
RISKS = """\
Een tweede programma, dat geen code deelt met het eerste, controleert elk voorstel. Bij een voorstel
staat hoe ver het hoogstens van het beste af is. Vraag, regels, punten en uitkomst blijven bewaard,
zodat elk voorstel is na te rekenen."""
SOURCE_DATA = """\
Van de vraag: soort hulp, uren, periode, onderwerp, buurt en thema's van het plan. Van het aanbod:
soort hulp, vrije uren of geld, periode, kennis en gebied. Verder: hoe vaak een buurt hulp kreeg, of
een organisatie al met de groep werkte, en of zij eerder nee zei."""
METHODS = """\
Harde regels bepalen wat kan. Een gewogen som geeft punten aan wat kan. In een ronde zoekt een
wiskundig programma (geheeltallig programmeren) de verdeling met de meeste punten binnen de vrije
uren, met een bewezen bovengrens. Het algoritme leert niet en er zit geen toeval in."""
FOR_VOLUNTEERS = """\
Zoekt klussen die passen bij wat een vrijwilliger zelf vertelde, met de reden erbij, en vraagt op
verzoek van een organisator vrijwilligers die gevraagd willen worden om naar een klus te kijken. De
vrijwilliger kiest. Er is geen score van personen, en de organisator ziet niet wie is gevraagd."""
NEVER = (
    "afkomst",
    "inkomen",
    "geloof",
    "gezondheid",
    "leeftijd",
    "hoeveel mensen een plan steunen",
    "wat iemand op de site leest",
    "hoe vaak een vrijwilliger komt of niet kwam",
)


def entry() -> dict[str, Any]:
    """Return the entry of this portal; addresses are whole."""
    settings = current_app.config
    with speaking(DEFAULT):
        weights = {row.name: row.points for row in words.counted()}
        rules = words.demanded()
        counted = {row.name: row.points for row in words.counted_for_volunteers()}
        demanded = words.demanded_for_volunteers()
    return {
        "standard_version": STANDARD,
        "lang": "NLD",
        "name": "Hulp verdelen over initiatieven van bewoners",
        "organization": settings["MUNICIPALITY"],
        "description_short": "Zoekt wie een initiatief kan helpen en stelt een verdeling van uren voor.",
        "status": "In gebruik" if settings["PRODUCTION"] else "In ontwikkeling",
        "publication_category": "Impactvolle algoritmes",
        "contact_email": settings["CONTACT_EMAIL"],
        "website": url_for("matching.published", _external=True),
        "goal": _one_line(GOAL),
        "proportionality": _one_line(PROPORTIONALITY),
        "human_intervention": _one_line(HUMAN),
        "risks": _one_line(RISKS),
        "source_data": _one_line(SOURCE_DATA),
        "methods_and_models": _one_line(METHODS),
        "data_never_used": list(NEVER),
        "rules": {"version": eligibility.VERSION, "demands": rules},
        "weights": {"version": WEIGHTS.version, "thousandths": weights},
        "solver": milp.VERSION,
        "volunteers": {
            "goal": _one_line(FOR_VOLUNTEERS),
            "rules": {"version": for_volunteers.VERSION, "demands": demanded},
            "weights": {"version": weights_for_volunteers.WEIGHTS.version, "thousandths": counted},
        },
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())
