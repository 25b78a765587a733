"""Forms with free text: personal data are pointed out once, and accepted the second time."""

from collections.abc import Sequence

from wtforms import HiddenField

from app.core.personal_data import findings, words_for
from app.web.forms import PortalForm


class CarefulForm(PortalForm):
    """A form that warns when its free texts seem to hold personal data.

    The warning never blocks: who sends the same again goes on, and a moderator looks first.
    """

    free_texts: Sequence[str] = ()
    noticed = HiddenField()  # codes that the writer has been warned about

    warned = False

    def accepted(self) -> bool:
        """Tell whether the form was sent, is valid, and holds nothing to warn about (any more)."""
        if not super().accepted():
            return False
        found = findings("\n".join(self._free_texts()))
        self.warned = not set(found) <= set((self.noticed.data or "").split())
        self.noticed.data = " ".join(found)
        return not self.warned

    @property
    def warnings(self) -> list[str]:
        """The sentences to warn with, once."""
        if not self.warned:
            return []
        return [words_for(code) for code in (self.noticed.data or "").split()]

    @property
    def status(self) -> int:
        """422 as well for a page that comes back with a warning."""
        return 422 if self.warned else super().status

    def _free_texts(self) -> list[str]:
        return [self[name].data or "" for name in self.free_texts if name in self]
