"""What a browser tells about itself, to be reached when there is a new message."""

from wtforms import HiddenField

from app.notifications.push import Subscription
from app.web.forms import PortalForm


class DeviceForm(PortalForm):
    """The subscription of a browser; the script of the page fills it in."""

    endpoint = HiddenField()
    p256dh = HiddenField()
    auth = HiddenField()

    def subscription(self) -> Subscription:
        """Return what the browser told; whether it is any good, the service finds out."""
        return Subscription(self.endpoint.data or "", self.p256dh.data or "", self.auth.data or "")
