"""What organisations tell people."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.speech import speaking, to_each
from app.notifications.service import tell
from app.organisations.models import MemberRole, Membership, Organisation


def _member(membership: Membership) -> list[User]:
    return [membership.user]


@to_each(_member)
def tell_new_member(person: User, membership: Membership) -> None:
    """Tell a person which organisation they belong to now, and how to undo that."""
    organisation = membership.organisation
    if membership.role == MemberRole.ADMIN:
        what = _(
            "Je bent nu beheerder van %(name)s. Je kunt leden toevoegen en namens de organisatie"
            " initiatieven leiden.",
            name=organisation.name,
        )
    else:
        what = _("Je bent nu lid van %(name)s.", name=organisation.name)
    tell(
        person,
        _("Je hoort nu bij %(name)s", name=organisation.name),
        "\n\n".join(
            [
                _("Beste %(name)s,", name=person.name),
                what,
                _("Klopt dit niet? Op de pagina met leden kun je jezelf afmelden."),
            ]
        ),
        link=url_for("organisations.members", slug=organisation.slug),
        link_label=_("Bekijk de leden"),
        why=_(
            "Je krijgt deze mail omdat je bij %(organisation)s hoort.",
            organisation=organisation.name,
        ),
    )


def tell_former_member(person: User, organisation: Organisation) -> None:
    """Tell a person that they do not belong to an organisation any more."""
    with speaking(person.language):
        tell(
            person,
            _("Je hoort niet meer bij %(name)s", name=organisation.name),
            "\n\n".join(
                [
                    _("Beste %(name)s,", name=person.name),
                    _(
                        "Een beheerder heeft je afgemeld bij %(name)s. Je kunt niets meer namens deze"
                        " organisatie doen.",
                        name=organisation.name,
                    ),
                    _("Klopt dit niet? Neem dan contact op met de organisatie."),
                ]
            ),
        )
