"""What we say about hours and responses, and to whom."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import User
from app.capacity import queries
from app.capacity.models import CapacityReservation, Response, ResponseKind
from app.capacity.quarters import words
from app.core.speech import to_each
from app.notifications.models import Topic
from app.notifications.service import News, tell
from app.support import queries as support
from app.support.models import SupportRequest


def _everybody(thing: Response | CapacityReservation) -> list[User]:
    """Return the team of the initiative and who looks after the request."""
    request = thing.request if isinstance(thing, Response) else thing.need.request
    people = [*support.team_of(request), *support.coordinators_of(request)]
    return list(dict.fromkeys(people))


def _author(response: Response) -> list[User]:
    return [response.author]


def _who_reserved(reservation: CapacityReservation) -> list[User]:
    return [reservation.by]


@to_each(_everybody)
def tell_response(person: User, response: Response) -> None:
    """Tell the team of the initiative and the coordinator what an organisation answered.

    A question to the team waits for no mail of the day: the organisation waits for the answer.
    """
    request = response.request
    lines = [
        _(
            "%(organisation)s schrijft over je vraag %(reference)s: %(kind)s.",
            organisation=response.organisation.name,
            reference=request.reference,
            kind=response.kind.label,
        ),
        response.text,
    ]
    if response.reservation is not None:
        lines.append(_("Er is %(hours)s voor je vastgehouden.", hours=_hours(response.reservation)))
        lines.append(_("Het is zeker zodra de gemeente besluit over je vraag."))
    title = request.initiative.title
    asks = response.kind is ResponseKind.WE_NEED_TO_KNOW
    news = News(Topic.HELP, title, is_urgent=asks)
    _tell(person, request, _("Reactie op “%(title)s”", title=title), lines, news=news)


@to_each(_author)
def tell_it_is_held(person: User, response: Response) -> None:
    """Tell the author that a moderator looks first, and why."""
    lines = [
        _("Een moderator leest je reactie eerst. Er staat misschien iets over een persoon in."),
        _("Schrijf nooit namen, ziektes of problemen van mensen op."),
        _("Je hoort het als je reactie geplaatst is, of als er iets anders moet."),
    ]
    _tell(person, response.request, _("Je reactie wordt eerst gelezen"), lines)


@to_each(_author)
def tell_answer(person: User, response: Response) -> None:
    """Tell the professional what the team answered."""
    title = response.initiative.title
    lines = [
        _("Je vroeg iets over “%(title)s”. Dit is het antwoord:", title=title),
        response.answer,
    ]
    _tell(person, response.request, _("Antwoord op je vraag"), lines)


@to_each(_who_reserved)
def tell_hours_are_confirmed(person: User, reservation: CapacityReservation) -> None:
    """Tell who reserved the hours that they are promised now."""
    lines = [
        _(
            "De gemeente zegt ja tegen de vraag van “%(title)s”. Jullie %(hours)s staan vast.",
            title=reservation.need.request.initiative.title,
            hours=_hours(reservation),
        )
    ]
    _tell(person, reservation.need.request, _("Uren staan vast"), lines)


@to_each(_who_reserved)
def tell_hours_are_free(person: User, reservation: CapacityReservation) -> None:
    """Tell who reserved the hours that the team has them back."""
    lines = [
        _(
            "De vraag van “%(title)s” gaat niet door. Jullie %(hours)s zijn weer vrij.",
            title=reservation.need.request.initiative.title,
            hours=_hours(reservation),
        )
    ]
    _tell(person, reservation.need.request, _("Uren zijn weer vrij"), lines)


@to_each(_everybody)
def tell_hours_are_withdrawn(person: User, reservation: CapacityReservation) -> None:
    """Tell who was counting on hours that they are gone, and what can be done now."""
    request = reservation.need.request
    lines = [
        _(
            "%(team)s kan toch niet helpen bij “%(title)s”. Het ging om %(hours)s, in %(period)s.",
            team=reservation.offer.team.organisation.name,
            title=request.initiative.title,
            hours=_hours(reservation),
            period=words(reservation.offer.starts_on),
        ),
    ]
    chooses = any(one.id == person.id for one in support.coordinators_of(request))
    if chooses:
        lines.append(_("Wat nu? Kies andere uren, of zeg de bewoners dat die er niet zijn."))
    else:
        lines.append(_("Wat nu? De wijkcoördinator zoekt met je naar iets anders."))
    others = queries.teams_with_room(request, reservation.hours, without=reservation.offer.team_id)
    if others:
        lines.append(_("Deze teams hebben nog tijd: %(teams)s.", teams=", ".join(others)))
    else:
        lines.append(_("Op dit moment heeft geen ander team genoeg tijd. Later kan het wel."))
    subject = _("Uren gaan niet door")
    if chooses:
        way = (url_for("matching.lapsed"), _("Kies wat er nu gebeurt"))
        _tell(person, request, subject, lines, way=way)
    else:
        _tell(person, request, subject, lines)


def _tell(
    person: User,
    request: SupportRequest,
    subject: str,
    lines: list[str],
    *,
    news: News | None = None,
    way: tuple[str, str] | None = None,
) -> None:
    title = request.initiative.title
    link, label = way or (url_for("support.show", request_id=request.id), _("Bekijk de vraag"))
    tell(
        person,
        subject,
        "\n\n".join(lines),
        link=link,
        link_label=label,
        why=_(
            "Je krijgt deze mail omdat je te maken hebt met de vraag van “%(title)s”.", title=title
        ),
        news=news,
    )


def _hours(reservation: CapacityReservation) -> str:
    return str(ngettext("%(num)s uur", "%(num)s uur", reservation.hours))
