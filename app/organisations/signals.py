"""What this room announces; ``app/wiring.py`` connects the reactions."""

from typing import Any

from blinker import Signal
from markupsafe import Markup

# Sent with an organisation whose page is made. Receivers return a part of the page or ``None``.
showing = Signal("the page of an organisation is made")


def panels(organisation: Any) -> list[Markup]:
    """Return the parts that other rooms add to the page of ``organisation``."""
    return [part for _receiver, part in showing.send(organisation) if part is not None]
