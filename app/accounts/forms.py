"""What accounts ask."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, EmailField, HiddenField, PasswordField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from app.accounts.passwords import LONGEST
from app.accounts.roles import Role
from app.accounts.service.people import LONGEST_NAME, Profile
from app.web.forms import Option, PortalForm, options
from app.web.language import NAMES

EMAIL_NEEDED = _l("Vul je e-mailadres in.")
NAME_NEEDED = _l("Vul je naam in.")
NAME_TOO_LONG = _l("Gebruik hoogstens 80 tekens voor je naam.")


class EmailForm(PortalForm):
    """Ask for an address to mail a link to."""

    email = EmailField(_l("Je e-mailadres"), [InputRequired(EMAIL_NEEDED)])
    verder = HiddenField()  # the path that the person wanted


class NewcomerForm(PortalForm):
    """Ask what an account needs, from somebody whose address is known already."""

    name = StringField(
        _l("Hoe heet je?"),
        [InputRequired(NAME_NEEDED), Length(max=LONGEST_NAME, message=NAME_TOO_LONG)],
    )
    is_16 = BooleanField(
        _l("Ik ben 16 jaar of ouder"),
        [InputRequired(_l("Je kunt alleen een account maken als je 16 jaar of ouder bent."))],
    )


class PasswordSignInForm(PortalForm):
    """Ask a member of staff who they are."""

    email = EmailField(_l("Je e-mailadres"), [InputRequired(EMAIL_NEEDED)])
    password = PasswordField(
        _l("Je wachtwoord"),
        [
            InputRequired(_l("Vul je wachtwoord in.")),
            Length(max=LONGEST, message=_l("Dit wachtwoord is te lang.")),
        ],
    )
    verder = HiddenField()


class PasswordAgainForm(PortalForm):
    """Ask a member of staff who is signed in for the password."""

    password = PasswordField(
        _l("Je wachtwoord"),
        [
            InputRequired(_l("Vul je wachtwoord in.")),
            Length(max=LONGEST, message=_l("Dit wachtwoord is te lang.")),
        ],
    )
    verder = HiddenField()


class NewPasswordForm(PortalForm):
    """Ask for a new password, once: who mistypes it asks for a new link."""

    password = PasswordField(_l("Nieuw wachtwoord"), [InputRequired(_l("Kies een wachtwoord."))])


class ProfileForm(PortalForm):
    """Ask what a person wants to tell about themselves."""

    name = StringField(
        _l("Je naam"),
        [InputRequired(NAME_NEEDED), Length(max=LONGEST_NAME, message=NAME_TOO_LONG)],
    )
    neighbourhood_id = SelectField(
        _l("Je buurt"), coerce=lambda value: int(value) if value else None
    )

    language = SelectField(
        _l("Je taal"), choices=[Option(code, name) for code, name in NAMES.items()]
    )

    def profile(self) -> Profile:
        """Return the valid answers."""
        return Profile(self.name.data or "", self.neighbourhood_id.data, self.language.data)


class RoleForm(PortalForm):
    """Ask an administrator who gets which role, and where."""

    email = EmailField(_l("E-mailadres"), [InputRequired(_l("Vul een e-mailadres in."))])
    name = StringField(
        _l("Naam"),
        [
            InputRequired(_l("Vul een naam in.")),
            Length(max=LONGEST_NAME, message=_l("Gebruik hoogstens 80 tekens voor de naam.")),
        ],
    )
    role = SelectField(
        _l("Rol"),
        [InputRequired(_l("Kies een rol."))],
        choices=lambda: options(Role, first=_l("Kies een rol")),
    )
    area_id = SelectField(_l("Gebied"), coerce=lambda value: int(value) if value else None)

    def chosen_role(self) -> Role:
        """Return the role that was chosen from the list."""
        return Role.of(self.role.data or "")
