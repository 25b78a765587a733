"""What this room announces; ``app/wiring.py`` connects the reactions.

``mail_wanted`` is sent with the keywords email, subject, text, link and link_label: a mail
should leave, as part of this transaction. ``last_mail_wanted`` is sent with email, subject and text: a
mail of which nothing is kept. ``sessions_ended`` is sent after somebody was signed out
of one browser or more.
"""

from blinker import Signal

mail_wanted = Signal("somebody should get a mail")
last_mail_wanted = Signal("somebody should get a last mail")
sessions_ended = Signal("somebody was signed out")
