"""What we ask somebody who wants to see tasks that fit: boxes only, and all of it may stay empty."""

from flask_babel import lazy_gettext as _l
from wtforms.fields import BooleanField, RadioField, SelectMultipleField
from wtforms.validators import Optional

from app.volunteering.kinds import DayPart, Reach, Tongue, Weekday, Work
from app.volunteering.service import Wishes
from app.web.forms import PortalForm, options


class WishesForm(PortalForm):
    """What somebody likes to do, and when."""

    likes = SelectMultipleField(_l("Wat doe je graag?"), choices=lambda: options(Work))
    learns = SelectMultipleField(_l("Wat wil je leren?"), choices=lambda: options(Work))
    days = SelectMultipleField(_l("Op welke dagen kun je?"), choices=lambda: options(Weekday))
    parts = SelectMultipleField(_l("Wanneer op de dag?"), choices=lambda: options(DayPart))
    reach = RadioField(
        _l("Waar wil je helpen?"),
        [Optional()],
        choices=lambda: options(Reach),
        default=Reach.EVERYWHERE,
    )
    tongues = SelectMultipleField(
        _l("Welke talen spreek je nog meer?"), choices=lambda: options(Tongue)
    )
    may_be_asked = BooleanField(_l("Jullie mogen mij vragen voor een klus die past"))

    def wishes(self) -> Wishes:
        """Return the valid answers as the service wants them."""
        return Wishes(
            likes=[Work.of(code) for code in self.likes.data or ()],
            learns=[Work.of(code) for code in self.learns.data or ()],
            days=[Weekday.of(code) for code in self.days.data or ()],
            parts=[DayPart.of(code) for code in self.parts.data or ()],
            reach=Reach.of(self.reach.data or Reach.EVERYWHERE),
            tongues=[Tongue.of(code) for code in self.tongues.data or ()],
            may_be_asked=bool(self.may_be_asked.data),
        )
