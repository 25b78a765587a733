"""Forms about something that others may change at the same time."""

from wtforms.fields import HiddenField

from app.web.forms import PortalForm


class VersionForm(PortalForm):
    """Which version of a thing somebody looked at."""

    version = HiddenField()

    @property
    def started_from(self) -> int:
        """The version that was sent along, or 0 when it is none."""
        text = (self.version.raw_data or [""])[0]
        return int(text) if text.isdecimal() and len(text) < 10 else 0
