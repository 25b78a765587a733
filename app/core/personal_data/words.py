"""What people read about personal data that were found."""

from flask_babel import gettext as _


def words_for(code: str) -> str:
    """Return the sentence that warns the writer about a finding."""
    sentences: dict[str, str] = {
        "bsn": _("In je tekst staat misschien een burgerservicenummer (BSN)."),
        "phone": _("In je tekst staat misschien een telefoonnummer."),
        "email": _("In je tekst staat misschien een e-mailadres."),
        "iban": _("In je tekst staat misschien een rekeningnummer."),
        "address": _("In je tekst staat misschien het adres van iemand."),
        "plate": _("In je tekst staat misschien een kenteken."),
        "health": _("In je tekst staat misschien iets over de gezondheid van iemand."),
    }
    return sentences[code]


def why_unwise(code: str) -> str:
    """Return the sentence that tells the writer what can come of it."""
    sentences: dict[str, str] = {
        "bsn": _("Met dit nummer kan iemand doen alsof hij een ander is."),
        "phone": _("Dan kan iedereen bellen, ook mensen die je niet kent."),
        "email": _("Dan komt er vaak reclame en valse mail."),
        "address": _("Dan weet iedereen waar iemand woont."),
        "plate": _("Dan kunnen anderen zien van wie de auto is."),
        "health": _("Dat hoort bij de persoon zelf, niet op een site."),
    }
    return sentences[code]


def why_refused(code: str) -> str:
    """Return the sentence that tells the writer why this cannot be placed."""
    sentences: dict[str, str] = {
        "bsn": _(
            "Hier staat een burgerservicenummer (BSN). Haal het weg. Met dit nummer kan iemand doen alsof hij een ander is. Is het een ander nummer? Zet er dan voor wat het is, bijvoorbeeld: zaaknummer."
        ),
        "iban": _(
            "Hier staat een rekeningnummer. Haal het weg. Met dit nummer kan iemand anderen oplichten."
        ),
    }
    return sentences[code]


def label_for(code: str) -> str:
    """Return what a find is called, in one word."""
    labels: dict[str, str] = {
        "bsn": _("burgerservicenummer"),
        "phone": _("telefoonnummer"),
        "email": _("e-mailadres"),
        "iban": _("rekeningnummer"),
        "address": _("adres"),
        "plate": _("kenteken"),
        "health": _("gezondheid"),
    }
    return labels[code]
