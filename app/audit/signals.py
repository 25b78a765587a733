"""What this room announces; ``app/wiring.py`` connects the reactions.

``names_shown`` is sent with ``people``, the numbers of those whose names a page of the log shows.
"""

from blinker import Signal

names_shown = Signal("a page of the log shows who did what")
