"""Who may reach which endpoint. An endpoint that is not in this table stops the start of the app.

Reaching an endpoint is the first question only: the rules of each room decide about the object.
"""

from app.accounts.roles import Permission
from app.web.guard import PUBLIC, SIGNED_IN, Access, needs

POLICY: dict[str, Access] = {
    "health.live": PUBLIC,
    "health.ready": PUBLIC,
    "pages.home": PUBLIC,
    "pages.about": PUBLIC,
    "pages.privacy": PUBLIC,
    "pages.accessibility": PUBLIC,
    "pages.contact": PUBLIC,
    "pages.style": PUBLIC,
    "pages.security_txt": PUBLIC,
    "volunteering.index": PUBLIC,
    "volunteering.show": PUBLIC,
    "volunteering.sign_up": SIGNED_IN,
    "volunteering.cancel": SIGNED_IN,
    "volunteering.accept": SIGNED_IN,
    "volunteering.mine": SIGNED_IN,
    "volunteering.calendar": SIGNED_IN,
    "volunteering.create": SIGNED_IN,
    "volunteering.edit": SIGNED_IN,
    "volunteering.withdraw": SIGNED_IN,
    "volunteering.add_shift": SIGNED_IN,
    "volunteering.people": SIGNED_IN,
    "volunteering.confirm": SIGNED_IN,
    "volunteering.decline": SIGNED_IN,
    "volunteering.change_places": SIGNED_IN,
    "volunteering.call_off": SIGNED_IN,
    "moderation.queue": needs(Permission.MODERATE),
    "moderation.show": needs(Permission.MODERATE),
    "moderation.visibility": needs(Permission.MODERATE),
    "moderation.outcome": SIGNED_IN,
    "moderation.appeal": SIGNED_IN,
}
