"""What we ask about organisations and their members."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, Regexp

from app.organisations.models import MemberRole, OrganisationKind
from app.organisations.service import Founding
from app.web.forms import PortalForm, options


class FoundingForm(PortalForm):
    """Ask the municipality about an organisation and its first administrator."""

    name = StringField(
        _l("Naam van de organisatie"),
        [
            InputRequired(_l("Vul de naam in.")),
            Length(max=120, message=_l("Gebruik hoogstens 120 tekens voor de naam.")),
        ],
    )
    kind = SelectField(
        _l("Soort organisatie"),
        [InputRequired(_l("Kies een soort."))],
        choices=lambda: options(OrganisationKind, first=_l("Kies een soort")),
    )
    area_id = SelectField(
        _l("Waar is de organisatie actief?"), coerce=lambda value: int(value) if value else None
    )
    about = TextAreaField(
        _l("Wat doet de organisatie?"),
        [Length(max=2000, message=_l("Gebruik hoogstens 2000 tekens."))],
    )
    website = StringField(
        _l("Website"),
        [
            Optional(),
            Length(max=200, message=_l("Gebruik hoogstens 200 tekens.")),
            Regexp(r"https?://[^\s@]+\.[^\s@]+$", message=_l("Begin het adres met https://.")),
        ],
    )
    email = EmailField(  # the name under which an address is refused
        _l("E-mailadres van de beheerder"), [InputRequired(_l("Vul een e-mailadres in."))]
    )
    admin_name = StringField(
        _l("Naam van de beheerder"),
        [
            InputRequired(_l("Vul een naam in.")),
            Length(max=80, message=_l("Gebruik hoogstens 80 tekens voor de naam.")),
        ],
    )

    def founding(self) -> Founding:
        """Return the valid answers."""
        return Founding(
            kind=OrganisationKind.of(self.kind.data or ""),
            name=self.name.data or "",
            about=self.about.data or "",
            website=self.website.data or "",
            area_id=self.area_id.data,
            admin_email=self.email.data or "",
            admin_name=self.admin_name.data or "",
        )


class MemberForm(PortalForm):
    """Ask an administrator who joins."""

    email = EmailField(_l("E-mailadres"), [InputRequired(_l("Vul een e-mailadres in."))])
    name = StringField(
        _l("Naam"),
        [
            InputRequired(_l("Vul een naam in.")),
            Length(max=80, message=_l("Gebruik hoogstens 80 tekens voor de naam.")),
        ],
    )
    role = RadioField(
        _l("Wat mag deze persoon?"),
        [InputRequired(_l("Kies wat deze persoon mag."))],
        choices=lambda: options(MemberRole),
        default=MemberRole.MEMBER.value,
    )

    def chosen_role(self) -> MemberRole:
        """Return the role that was chosen."""
        return MemberRole.of(self.role.data or "")
