"""What the log calls things that only offices work with: the catalogue, hours of teams, the archive."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from app.archive.lifecycle import ListState
from app.audit.words import Kind
from app.capacity.lifecycle import ReservationState

OFFICES: Mapping[str, Kind] = {
    "support_types": Kind(
        _l("soort hulp"),
        deeds={
            "add": _l("Zette hulp in het aanbod"),
            "change": _l("Veranderde hulp in het aanbod"),
            "withdraw": _l("Haalde hulp uit het aanbod"),
            "restore": _l("Zette hulp terug in het aanbod"),
        },
    ),
    "budgets": Kind(
        _l("budget"),
        deeds={
            "add": _l("Voegde een budget toe"),
            "change": _l("Veranderde een budget"),
        },
    ),
    "bands": Kind(_l("klasse van bedragen"), deeds={"change": _l("Veranderde een klasse")}),
    "district_teams": Kind(_l("wijkteam"), deeds={"describe": _l("Veranderde het wijkteam")}),
    "capacity_offers": Kind(
        _l("uren van een team"),
        deeds={
            "offer": _l("Bood uren aan"),
            "change": _l("Veranderde het aantal uren"),
            "withdraw": _l("Trok uren in"),
        },
    ),
    "capacity_reservations": Kind(
        _l("reservering van uren"),
        ReservationState,
        {"reserve": _l("Hield uren vrij")},
    ),
    "lapsed_hours": Kind(
        _l("uren die vervielen"),
        deeds={
            "replace": _l("Koos andere uren"),
            "close": _l("Zei dat er geen andere uren zijn"),
        },
    ),
    "destruction_lists": Kind(
        _l("vernietigingslijst"),
        ListState,
        {
            "make": _l("Maakte een vernietigingslijst"),
            "export": _l("Haalde dossiers op als bestand"),
        },
    ),
    "destruction_lines": Kind(
        _l("dossier op een vernietigingslijst"), deeds={"keep": _l("Bewaart een dossier langer")}
    ),
}
