"""What a person chooses about mail, and what a browser tells to be reached when there is a new message."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectMultipleField
from wtforms.validators import InputRequired

from app.notifications.models import Rhythm, Topic
from app.notifications.push import Subscription
from app.web.forms import PortalForm, options


class DeviceForm(PortalForm):
    """The subscription of a browser; the script of the page fills it in."""

    endpoint = HiddenField()
    p256dh = HiddenField()
    auth = HiddenField()

    def subscription(self) -> Subscription:
        """Return what the browser told; whether it is any good, the service finds out."""
        return Subscription(self.endpoint.data or "", self.p256dh.data or "", self.auth.data or "")


class WishForm(PortalForm):
    """How often somebody wants mail with news, and about what."""

    rhythm = RadioField(
        _l("Hoe vaak wil je mail met nieuws?"),
        [InputRequired(_l("Kies hoe vaak je mail wilt."))],
        choices=lambda: options(Rhythm),
    )
    topics = SelectMultipleField(_l("Waarover wil je mail?"), choices=lambda: options(Topic))

    def chosen(self) -> tuple[Rhythm, list[Topic]]:
        """Return the valid answers as the service wants them."""
        return Rhythm.of(self.rhythm.data), [Topic.of(code) for code in self.topics.data or []]
