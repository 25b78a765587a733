"""What this room announces; ``app/wiring.py`` connects the reactions.

``mail_wanted`` is sent with the keywords email, subject, text, link and link_label: a mail
should leave, as part of this transaction. ``sessions_ended`` is sent after somebody was signed out
of one browser or more.
"""

from blinker import Signal

mail_wanted = Signal("somebody should get a mail")
sessions_ended = Signal("somebody was signed out")
