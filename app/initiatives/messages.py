"""What we say to whom about an initiative: one function for each thing."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts import queries as accounts
from app.accounts.models import User
from app.accounts.roles import Role
from app.core.dates import date_words
from app.core.speech import speaking, to_each
from app.initiatives import queries
from app.initiatives.models import Initiative, Invitation, Registration
from app.initiatives.queries import Shown
from app.initiatives.queries.words import answers_of
from app.initiatives.voices import Answer, Question
from app.notifications import forgetting
from app.notifications import service as notifications
from app.notifications.models import Topic
from app.notifications.service import News


def _owner(initiative: Initiative, **_details: object) -> list[User]:
    return [initiative.owner] if initiative.owner is not None else []


def _asked(question: Question) -> list[User]:
    people = queries.people_who_run(question.initiative)
    return [person for person in people if person.id != question.author_id]


def _asker(answer: Answer) -> list[User]:
    asker = answer.question.author
    return [asker] if asker.id != answer.author_id else []


def next_steps(initiative: Initiative) -> list[str]:
    """Return what happens now: the same words on the page and in the mail."""
    return [
        _(
            "Een moderator van de gemeente leest je plan, uiterlijk %(day)s.",
            day=date_words(queries.promised_on(initiative)),
        ),
        _("Is het plan duidelijk? Dan komt het op de site en krijg je een mail."),
        _("Moet er iets anders? Dan schrijft de moderator wat je kunt aanpassen."),
        _("Daarna kan de buurt meedoen, en kun je de gemeente om hulp vragen."),
    ]


@to_each(_owner)
def received(owner: User, initiative: Initiative) -> None:
    """Tell the owner that the plan arrived: the reference, what happens now, and the answers."""
    answers = [f"{answer.label}:\n{answer.value}" for answer in answers_of(initiative)]
    _tell_owner(
        owner,
        initiative,
        _("We hebben je initiatief ontvangen: %(reference)s", reference=initiative.reference),
        [
            _("Bedankt voor je plan! Je kenmerk is %(reference)s.", reference=initiative.reference),
            _("Wat gebeurt er nu?"),
            *next_steps(initiative),
            _("Dit heb je ons verteld:"),
            *answers,
        ],
    )


def confirm_address(registration: Registration, token: str) -> None:
    """Mail a visitor the link that sends the plan in."""
    notifications.mail(
        registration.email,
        _("Stuur je initiatief in: nog één klik"),
        _(
            "Hallo %(name)s,\n\nJe hebt een plan voor je buurt ingevuld: %(title)s.\n\nOpen de link"
            " om je e-mailadres te bevestigen en je plan in te sturen. De link werkt 15 minuten en"
            " één keer.\n\nHeb jij dit niet ingevuld? Dan hoef je niets te doen.",
            name=registration.name,
            title=registration.initiative.title,
        ),
        link=url_for("initiatives.confirm", token=token),
        link_label=_("Stuur mijn initiatief in"),
    )


def ask_if_right(registration: Registration, role: Role, secret: str) -> None:
    """Mail a resident the link to the plan that somebody of the staff wrote down for them."""
    with speaking(_language_of(registration.email)):
        notifications.mail(
            registration.email,
            _("Klopt dit plan? Wij schreven het voor je op"),
            _(
                "Hallo %(name)s,\n\nJe vertelde ons over een plan voor je buurt: %(title)s. Een medewerker"
                " (%(role)s) schreef het voor je op.\n\nOpen de link en lees het na. Klopt het? Stuur het"
                " dan in met de knop. Dat kan tot en met %(day)s. Doe je niets, dan wissen we het.\n\nHeb"
                " je dit niet gevraagd? Open de link en zeg nee. Dan wissen we alles meteen.",
                name=registration.name,
                title=registration.initiative.title,
                role=role.label,
                day=date_words(registration.expires_at),
            ),
            link=url_for("initiatives.agree", secret=secret),
            link_label=_("Lees mijn plan"),
        )


def thrown_away(email: str) -> None:
    """Tell a resident, once and without keeping it, that nothing of a plan is left."""
    with speaking(_language_of(email)):
        forgetting.mail_once_more(
            email,
            _("Het plan is gewist"),
            _(
                "Hallo,\n\nWij schreven een plan op met jouw e-mailadres. Het plan en je gegevens zijn"
                " gewist. Je hoeft niets te doen."
            ),
        )


def confirm_endorsement(email: str, initiative: Shown, token: str) -> None:
    """Mail a visitor the link that says that this is a good plan."""
    notifications.mail(
        email,
        _("Nog één klik: dit is een goed plan"),
        _(
            "Je vindt dit een goed plan: %(title)s.\n\nOpen de link en druk op de knop. De link werkt"
            " 15 minuten en één keer.\n\nHeb je hier niet om gevraagd? Dan hoef je niets te doen.",
            title=initiative.title,
        ),
        link=url_for("initiatives.confirm_endorsement", token=token),
        link_label=_("Ik vind dit een goed plan"),
    )


def way_back(registration: Registration, email: str, secret: str) -> None:
    """Mail the link to a draft."""
    notifications.mail(
        email,
        _("Ga verder met je plan voor de buurt"),
        _(
            "Je plan is bewaard. Met deze link ga je verder waar je was. De link werkt tot en met"
            " %(day)s. Geef hem niet aan anderen: wie de link heeft, kan je plan lezen en"
            " veranderen.\n\nHeb jij dit niet gevraagd? Dan hoef je niets te doen.",
            day=date_words(registration.expires_at),
        ),
        link=url_for("initiatives.resume", secret=secret),
        link_label=_("Verder met mijn plan"),
    )


@to_each(_owner)
def tell_owner_where_it_stands(owner: User, initiative: Initiative, *, reason: str) -> None:
    """Tell the owner that somebody else changed the status."""
    state = _("De status is nu: %(state)s.", state=initiative.state.label)
    paragraphs = [state, _("De reden is:"), reason] if reason else [state]
    _tell_owner(
        owner, initiative, _("Nieuwe status: %(title)s", title=initiative.title), paragraphs
    )


@to_each(_asked)
def asked(person: User, question: Question) -> None:
    """Tell everybody who runs the plan that there is a question to answer."""
    notifications.tell(
        person,
        _("Een vraag over %(title)s", title=question.initiative.title),
        _("Iemand stelt een vraag over je initiatief. Je kunt de vraag beantwoorden."),
        link=_page(question.initiative, "vragen"),
        link_label=_("Lees de vraag"),
        why=_(
            "Je krijgt deze mail omdat je meedoet aan “%(title)s”.", title=question.initiative.title
        ),
        news=News(Topic.PLANS, question.initiative.title),
    )


@to_each(_asker)
def answered(asker: User, answer: Answer) -> None:
    """Tell the person who asked that there is an answer."""
    initiative = answer.question.initiative
    notifications.tell(
        asker,
        _("Antwoord op je vraag over %(title)s", title=initiative.title),
        _("Het team heeft je vraag beantwoord."),
        link=_page(initiative, "vragen"),
        link_label=_("Lees het antwoord"),
        why=_("Je krijgt deze mail omdat je iets vroeg over “%(title)s”.", title=initiative.title),
        news=News(Topic.PLANS, initiative.title),
    )


def invited(invitation: Invitation, *, by: User) -> None:
    """Ask somebody to join the team, whether they have an account or not."""
    title = invitation.initiative.title
    with speaking(_language_of(invitation.email)):
        notifications.mail(
            invitation.email,
            _("Doe je mee met %(title)s?", title=title),
            _(
                "%(name)s vraagt je om mee te doen in het team van %(title)s.\n\nOpen de link en log in"
                " met dit e-mailadres. Daar kun je ja of nee zeggen.",
                name=by.name,
                title=title,
            ),
            link=url_for("initiatives.invitation", initiative_id=invitation.initiative_id),
            link_label=_("Bekijk de uitnodiging"),
            why=_("Je krijgt deze mail omdat het team van “%(title)s” je uitnodigt.", title=title),
            news=News(Topic.INVITATIONS, title, is_urgent=True),
        )


@to_each(_owner)
def joined(owner: User, initiative: Initiative, *, by: User) -> None:
    """Tell the owner who joined the team."""
    subject = _("%(name)s doet mee in je team", name=by.name)
    _tell_owner(
        owner,
        initiative,
        subject,
        [_("%(name)s zit nu in het team van %(title)s.", name=by.name, title=initiative.title)],
        news=News(Topic.PLANS, initiative.title),
    )


@to_each(_owner)
def handed_over(owner: User, initiative: Initiative) -> None:
    """Tell somebody of the team that the plan is theirs now."""
    _tell_owner(
        owner,
        initiative,
        _("Jij gaat verder met %(title)s", title=initiative.title),
        [
            _("Wie dit plan begon, heeft het account verwijderd. Jij zit het langst in het team."),
            _("Daarom staat het plan nu op jouw naam. Wil je dat niet? Bel of mail ons."),
        ],
    )


def removed(initiative: Initiative, member: User) -> None:
    """Tell somebody that they are no longer in the team."""
    with speaking(member.language):
        notifications.tell(
            member,
            _("Je zit niet meer in het team van %(title)s", title=initiative.title),
            _(
                "Het team heeft je plek gesloten. Klopt dat niet? Praat dan met het team of bel ons."
            ),
        )


def _tell_owner(
    owner: User,
    initiative: Initiative,
    subject: str,
    paragraphs: list[str],
    *,
    news: News | None = None,
) -> None:
    notifications.tell(
        owner,
        subject,
        "\n\n".join(paragraphs),
        link=url_for("initiatives.standing", key=queries.standing_key(initiative.id)),
        link_label=_("Kijk hoe je plan ervoor staat"),
        why=_("Je krijgt deze mail omdat “%(title)s” jouw plan is.", title=initiative.title),
        news=news,
    )


def _language_of(email: str) -> str:
    """Return the language of who has this address; empty as long as we do not know it."""
    known = accounts.by_email(email)
    return known.language if known else ""


def _page(initiative: Initiative, part: str | None = None) -> str:
    return url_for("initiatives.show", initiative_id=initiative.id, _anchor=part)
