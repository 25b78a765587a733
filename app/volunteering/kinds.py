"""What a task can be and what a volunteer can wish, as closed lists: no free text, nothing about who somebody is."""

from flask_babel import lazy_gettext as _l

from app.core.choices import Choice


class Work(Choice):
    """What people do at a task."""

    GREEN = "green", _l("Tuinieren en groen")
    REPAIR = "repair", _l("Klussen en bouwen")
    CARRY = "carry", _l("Opruimen en sjouwen")
    FOOD = "food", _l("Koken en koffie schenken")
    COMPANY = "company", _l("Praten en samen iets doen")
    CHILDREN = "children", _l("Iets doen met kinderen")
    SPORT = "sport", _l("Sporten en bewegen")
    CREATIVE = "creative", _l("Muziek maken of knutselen")
    ORGANISE = "organise", _l("Regelen en organiseren")
    COMPUTER = "computer", _l("Werken met de computer")


class DayPart(Choice):
    """When on a day; the afternoon begins at 12 and the evening at 18 o'clock."""

    MORNING = "morning", _l("'s Ochtends")
    AFTERNOON = "afternoon", _l("'s Middags")
    EVENING = "evening", _l("'s Avonds")


class Weekday(Choice):
    """A day of the week, in the order of the calendar."""

    MONDAY = "mo", _l("Maandag")
    TUESDAY = "tu", _l("Dinsdag")
    WEDNESDAY = "we", _l("Woensdag")
    THURSDAY = "th", _l("Donderdag")
    FRIDAY = "fr", _l("Vrijdag")
    SATURDAY = "sa", _l("Zaterdag")
    SUNDAY = "su", _l("Zondag")


class Reach(Choice):
    """How far from home somebody wants to help."""

    NEIGHBOURHOOD = "neighbourhood", _l("Alleen in mijn buurt")
    DISTRICT = "district", _l("In mijn wijk")
    EVERYWHERE = "everywhere", _l("Overal in de gemeente")


class Tongue(Choice):
    """A language beside Dutch in which people work together, called as in itself."""

    EN = "en", _l("English")
    TR = "tr", _l("Türkçe")
    PL = "pl", _l("Polski")
    UK = "uk", _l("Українська")
    AR = "ar", _l("العربية")
