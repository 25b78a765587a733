"""What waits for a resident: what to finish, to answer and to confirm, and where one comes."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import User
from app.core import clock
from app.core.dates import date_words, moment_words
from app.core.db import db
from app.desk.items import FETCH, Item, Link, Section
from app.desk.queries import resident as queries
from app.desk.sections.words import since
from app.moderation.lifecycle import ReviewState
from app.support.lifecycle import RequestState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from app.volunteering.queries import coming_for
from app.volunteering.words import when


def team_invitations(person: User) -> Section:
    """Show which teams ask for ``person``."""
    return Section(
        code="uitnodigingen",
        title=_("Je bent gevraagd voor een team"),
        items=[
            Item(
                title=one.title,
                href=url_for("initiatives.invitation", initiative_id=one.initiative_id),
                facts=[since(one.since), _("Hierna: laat weten of je meedoet.")],
                waits=True,
            )
            for one in queries.team_invitations(person, FETCH)
        ],
    )


def open_questions(person: User) -> Section:
    """Show the questions of neighbours without an answer."""
    return Section(
        code="vragen",
        title=_("Vragen om te beantwoorden"),
        items=[
            Item(
                title=one.text,
                href=url_for(
                    "initiatives.answer", initiative_id=one.initiative_id, question_id=one.id
                ),
                facts=[
                    _("Over: %(title)s.", title=one.title),
                    since(one.asked_at),
                    _("Hierna: schrijf een antwoord."),
                ],
                waits=True,
            )
            for one in queries.open_questions(person, FETCH)
        ],
    )


def people_to_confirm(person: User) -> Section:
    """Show the tasks for which people wait to hear whether they can come."""
    return Section(
        code="aanmeldingen",
        title=_("Aanmeldingen om te bevestigen"),
        items=[
            Item(
                title=one.title,
                href=url_for("volunteering.people", task_id=one.task_id),
                facts=[
                    ngettext("%(num)s mens wacht.", "%(num)s mensen wachten.", one.people),
                    since(one.since),
                    _("Het eerste moment is %(moment)s.", moment=moment_words(one.first_shift)),
                ],
                due=one.first_shift.astimezone(clock.AMSTERDAM).date(),
                waits=True,
            )
            for one in queries.people_to_confirm(person, FETCH)
        ],
    )


def own_texts(person: User) -> list[Section]:
    """Show the texts that came back from a moderator, and those that are still there."""
    texts = queries.own_texts(person, FETCH)
    came_back = [one for one in texts if one.state is ReviewState.CHANGES_REQUESTED]
    return [
        Section(
            code="teksten",
            title=_("Teksten om aan te passen"),
            items=[
                Item(
                    title=one.title,
                    href=url_for("moderation.outcome", review_id=one.id),
                    facts=[_("Hierna: lees wat de moderator vraagt en stuur je tekst opnieuw in.")],
                    state=one.state,
                    waits=True,
                )
                for one in came_back
            ],
        ),
        Section(
            code="controle",
            title=_("Teksten bij de moderator"),
            items=[
                Item(
                    title=one.title,
                    facts=[
                        since(one.sent_at),
                        _("Je hoort het uiterlijk %(day)s.", day=date_words(one.promised_on)),
                    ],
                    state=one.state,
                    due=one.promised_on,
                )
                for one in texts
                if one not in came_back
            ],
        ),
    ]


def own_requests(person: User) -> Section:
    """Show the requests for support: to finish, to explain, or to wait for."""
    rows = queries.own_requests(person, FETCH)
    return Section(
        code="hulp",
        title=_("Je vragen om hulp"),
        items=[_request_item(row) for row in rows],
    )


def own_sign_ups(person: User, *, is_staff: bool) -> Section:
    """Show where ``person`` comes to help; a place that is offered comes first."""
    coming = list(db.session.scalars(coming_for(person).limit(FETCH)))
    coming.sort(key=lambda one: one.state is not SignUpState.OFFERED)
    invitation = _("Je hebt je nog niet aangemeld. Buren kunnen je hulp goed gebruiken.")
    ways = [Link(_("Kijk waar je kunt helpen"), url_for("volunteering.index"))]
    return Section(
        code="meehelpen",
        title=_("Waar je meehelpt"),
        items=[_sign_up_item(one) for one in coming],
        empty="" if is_staff else invitation,
        links=[] if is_staff and not coming else ways,
    )


def _request_item(row: queries.OwnRequest) -> Item:
    waits = True
    if row.state is RequestState.DRAFT:
        href = url_for("support.check", request_id=row.id)
        facts = [_("Hierna: maak je vraag af en stuur hem op.")]
    elif row.wants_to_know:
        href = url_for("capacity.answer", request_id=row.id, response_id=row.wants_to_know)
        facts = [_("Hierna: beantwoord de vraag van een organisatie die wil helpen.")]
    else:
        waits = False
        href = url_for("support.show", request_id=row.id)
        facts = [since(row.sent_at)]
        if row.due:
            facts.append(_("Je krijgt antwoord op of voor %(day)s.", day=date_words(row.due)))
    return Item(title=row.title, href=href, facts=facts, state=row.state, due=row.due, waits=waits)


def _sign_up_item(one: SignUp) -> Item:
    facts = [when(one.shift)]
    if one.state is SignUpState.OFFERED and one.answer_by is not None:
        facts.append(
            _("Hierna: zeg of je komt, voor %(moment)s.", moment=moment_words(one.answer_by))
        )
    if one.shift.cancelled_at is not None:
        facts.append(_("Dit gaat niet door."))
    return Item(
        title=one.shift.task.public_title,
        href=url_for("volunteering.mine"),
        facts=facts,
        state=one.state,
        waits=one.state is SignUpState.OFFERED,
    )
