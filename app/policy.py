"""Who may reach which endpoint. An endpoint that is not in this table stops the start of the app.

Reaching an endpoint is the first question only: the rules of each room decide about the object.
"""

from app.web.guard import PUBLIC, Access

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
}
