"""What we write before a no that rests on other facts, and when the team told what it finds."""

from flask_babel import gettext as _

from app.core.dates import date_words
from app.support.intentions import Intention
from app.support.letters.parts import Part, Said, heading, said


def intention(made: Intention) -> Said:
    """Say what we think is different, and until when the team can tell what it finds (Awb 4:7)."""
    return said(
        _("Wat vind jij hiervan? %(reference)s", reference=made.request.reference),
        _("We denken erover om nee te zeggen, of voor een deel nee. Er is nog niets besloten."),
        heading(_("Wij zien iets anders dan wat jij schreef:")),
        made.differs,
        heading(_("Wat vind jij?")),
        view_until(made),
        _("Je kunt ons ook bellen. Dan schrijven we op wat je zegt."),
        _("Horen we niets? Dan besluiten we met wat we nu weten."),
    )


def view_came(made: Intention) -> Said:
    """Confirm what the team told, with a copy."""
    request = made.request
    told = _("Dit heb je ons verteld:") if made.was_told else _("Dit heb je geschreven:")
    return said(
        _("We hebben je reactie ontvangen: %(reference)s", reference=request.reference),
        heading(told),
        made.view,
        _("Klopt dit niet? Laat het ons dan meteen weten.") if made.was_told else "",
        _("Je krijgt antwoord op of voor %(day)s.", day=date_words(request.decision_due_on)),
    )


def view_until(made: Intention) -> str:
    """Return until when the team can tell what it finds."""
    return str(_("Je kunt reageren tot en met %(day)s.", day=date_words(made.until)))


def was_heard(made: Intention | None) -> list[Part | str]:
    """Return the sentence of a decision about the view that was asked, if any."""
    if made is None:
        return []
    asked = date_words(made.made_on)
    if made.view_on is None:
        return [_("Op %(day)s vroegen we wat jij vindt. We kregen geen reactie.", day=asked)]
    return [
        _(
            "Op %(day)s vroegen we wat jij vindt. Je reactie van %(view_day)s hebben we gelezen"
            " en meegewogen.",
            day=asked,
            view_day=date_words(made.view_on),
        )
    ]
