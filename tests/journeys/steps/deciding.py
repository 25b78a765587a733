"""What the municipality does with a request: take it on, advise, and decide."""

from journeys.steps.phone import Phone

ADVICE, BUDGET, PROPOSED = "Je advies", "Uit welk budget?", "Welk bedrag?"
GRANTED = "Welk bedrag geef je?"
AGREEMENT = "Wat spreken jullie af over wat geen geld is?"
LAW = "Op welke regel baseer je dit?"
REASONS = {
    "Maakt het de buurt prettiger?": "Ja. De straat wordt groener en koeler.",
    "Willen buurtbewoners dit?": "Ja. Twaalf huizen doen mee.",
    "Kan het echt?": "Ja. De stoep is breed genoeg.",
    "Is het eerlijk verdeeld en voor een groep?": "Ja. Iedereen in de straat mag meedoen.",
}


def take_on(phone: Phone, title: str) -> None:
    """Come from the list of requests to looking after one."""
    phone.go("/ondersteuning")
    phone.follow(title)
    phone.press("Ik behandel deze vraag")


def propose(phone: Phone, advice: str, *, budget: str = "") -> None:
    """Write the advice; the money that was asked is reserved on the ``budget``."""
    phone.follow("Maak een voorstel")
    phone.answer(ADVICE, advice)
    if budget:
        phone.choose(BUDGET, budget)
    phone.press("Leg het voorstel klaar")


def give_reasons(phone: Phone) -> None:
    for criterion, reason in REASONS.items():
        phone.answer(criterion, reason)


def figures(phone: Phone) -> dict[str, str]:
    """Return the figures on the page of a budget."""
    return dict(zip(phone.all(".figures__label"), phone.all(".figures__value"), strict=True))
