"""What people in the demo write beside their plans: reasons, agreements, lines of a budget."""

REASONS = {
    "pause": (
        "Onze trekker is verhuisd. We zoeken iemand die het overneemt.",
        "In de winter is er weinig te doen. In het voorjaar gaan we verder.",
        "We wachten op de plek. De gemeente werkt daar eerst aan de riolering.",
        "We hebben even te weinig mensen. Wie wil er helpen?",
    ),
    "stop": (
        "Er deden te weinig buren mee. We vinden het jammer, maar zo lukt het niet.",
        "De plek is verkocht. We hebben geen andere plek gevonden.",
        "Een andere groep doet nu hetzelfde. We hebben ons bij hen aangesloten.",
    ),
    "archive": (
        "Het plan is al een tijd klaar. We bewaren het, zodat anderen het kunnen nalezen.",
        "Er gebeurt niets meer. Bedankt aan iedereen die meedeed.",
        "We ronden het af. Wat we leerden, staat in het laatste nieuws.",
    ),
    "appeal": (
        "Ik denk dat mijn plan verkeerd begrepen is. Het is juist voor de hele straat.",
        "Dit is geen reclame. Niemand verdient er iets aan. Wil een collega nog eens kijken?",
    ),
    "resume": ("",),
}
NEWER = "Sinds deze zomer doen ook de kinderen van de school mee. Zij hebben een eigen hoek."
HIDDEN = "Er staat een foto op met de naam en het huisnummer van iemand. Haal die eerst weg."
HIDDEN_FOR = "personal"  # the rule
CALLED_OFF = (
    "Het gaat hard regenen. We prikken een nieuwe datum.",
    "De zaal is die dag toch niet vrij.",
)
NOTES = (
    "",
    "",
    "",
    "Ik kom iets later.",
    "Ik neem mijn dochter mee.",
    "Ik kan goed timmeren.",
    "Het is mijn eerste keer.",
)
COSTS = (
    "Drukwerk en flyers",
    "Koffie, thee en wat lekkers",
    "Vervoer van de spullen",
    "Iets achter de hand voor tegenvallers",
)
OWN_SHARE = (
    "Eigen bijdrage van de deelnemers",
    "Opbrengst van de koffiepot",
    "Gift van de winkeliers",
)
ASKED = "Gevraagd aan de gemeente"
AGREEMENTS = (
    "De gemeente levert de spullen en haalt ze weer op. De groep houdt de plek schoon.",
    "De groep zorgt zelf voor het onderhoud. Over een jaar kijken we samen hoe het gaat.",
    "Het wijkteam helpt de eerste drie keer. Daarna doet de groep het zelf.",
)
IN_KIND_BASIS = "Beleidsregel hulp aan bewoners Rietmonde (verzonnen voorbeeld), artikel 3"
QUESTION_TO_TEAM = "Mag het van de eigenaar van de grond? En wie onderhoudt het daarna?"
NO_MONEY_LEFT = "Het geld voor dit jaar is op. In januari kun je het opnieuw vragen."
WITHDRAWN = (
    "We hebben de spullen van een buurman gekregen. De vraag kan weg.",
    "We beginnen kleiner. Dan hebben we dit niet nodig.",
)
RECONSIDERED = "Er is een goedkopere offerte. Ik pas het advies aan."
PRIVATE_RESPONSE = "Wij doen graag mee. Een van de deelnemers kennen we al: zij is depressief geweest en zal hier veel aan hebben."
ANSWERS = (
    "We denken aan vijftien mensen, op woensdag en vrijdag.",
    "Ja, de buren weten ervan. We zijn bij iedereen langs geweest.",
    "Er zijn altijd twee vaste mensen bij. Je mag ons bellen.",
)
THANKS = (
    "Wat een opkomst! Samen waren we zo klaar.",
    "Dank je wel. Het ziet er weer prachtig uit.",
    "Fijn dat je er was. De koffie staat de volgende keer weer klaar.",
    "Zonder jullie was dit nooit gelukt. Tot de volgende keer!",
)
