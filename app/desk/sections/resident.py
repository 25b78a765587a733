"""What waits for a resident: what to finish, to answer and to confirm, and where one comes."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.core import clock
from app.core.dates import date_words, moment_words
from app.desk.items import Item, Link, Section
from app.desk.queries.own import OwnText, TeamInvitation
from app.desk.queries.running import OpenQuestion, OwnRequest, Waiting
from app.desk.remembered import remembered
from app.desk.sections.words import since
from app.moderation.lifecycle import ReviewState
from app.support.lifecycle import RequestState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.queries import Coming
from app.volunteering.words import when


@remembered
def team_invitations(rows: tuple[TeamInvitation, ...]) -> Section:
    """Show which teams ask for somebody."""
    return Section(
        code="uitnodigingen",
        title=_("Je bent gevraagd voor een team"),
        items=tuple(
            Item(
                title=row.title,
                href=url_for("initiatives.invitation", initiative_id=row.initiative_id),
                facts=(since(row.since), _("Hierna: laat weten of je meedoet.")),
                waits=True,
            )
            for row in rows
        ),
    )


@remembered
def open_questions(rows: tuple[OpenQuestion, ...]) -> Section:
    """Show the questions of neighbours without an answer."""
    return Section(
        code="vragen",
        title=_("Vragen om te beantwoorden"),
        items=tuple(map(_question_item, rows)),
    )


@remembered
def people_to_confirm(rows: tuple[Waiting, ...]) -> Section:
    """Show the tasks for which people wait to hear whether they can come."""
    return Section(
        code="aanmeldingen",
        title=_("Aanmeldingen om te bevestigen"),
        items=tuple(map(_people_item, rows)),
    )


@remembered
def own_texts(rows: tuple[OwnText, ...]) -> tuple[Section, Section]:
    """Show the texts that came back from a moderator, and those that are still there."""
    came_back = [row for row in rows if row.state is ReviewState.CHANGES_REQUESTED]
    waiting = [row for row in rows if row.state is not ReviewState.CHANGES_REQUESTED]
    return (
        Section(
            code="teksten",
            title=_("Teksten om aan te passen"),
            items=tuple(map(_returned_item, came_back)),
        ),
        Section(
            code="controle",
            title=_("Teksten bij de moderator"),
            items=tuple(map(_waiting_item, waiting)),
        ),
    )


@remembered
def own_requests(rows: tuple[OwnRequest, ...]) -> Section:
    """Show the requests for support: to finish, to explain, or to wait for."""
    return Section(
        code="hulp",
        title=_("Je vragen om hulp"),
        items=tuple(map(_request_item, rows)),
    )


@remembered
def own_sign_ups(rows: tuple[Coming, ...], *, is_staff: bool) -> Section:
    """Show where somebody comes to help; a place that is offered comes first."""
    rows = tuple(sorted(rows, key=lambda row: row.state is not SignUpState.OFFERED))
    invitation = _("Je hebt je nog niet aangemeld. Buren kunnen je hulp goed gebruiken.")
    ways = (
        Link(_("Kijk waar je kunt helpen"), url_for("volunteering.index")),
        Link(_("Bekijk welke klussen bij je passen"), url_for("matching.fitting")),
    )
    return Section(
        code="meehelpen",
        title=_("Waar je meehelpt"),
        items=tuple(map(_sign_up_item, rows)),
        empty="" if is_staff else invitation,
        links=() if is_staff and not rows else ways,
    )


def _question_item(row: OpenQuestion) -> Item:
    return Item(
        title=row.text,
        href=url_for("initiatives.answer", initiative_id=row.initiative_id, question_id=row.id),
        facts=(
            _("Over: %(title)s.", title=row.title),
            since(row.asked_at),
            _("Hierna: schrijf een antwoord."),
        ),
        waits=True,
    )


def _people_item(row: Waiting) -> Item:
    return Item(
        title=row.title,
        href=url_for("volunteering.people", task_id=row.task_id),
        facts=(
            ngettext("%(num)s mens wacht.", "%(num)s mensen wachten.", row.people),
            since(row.since),
            _("Het eerste moment is %(moment)s.", moment=moment_words(row.first_shift)),
        ),
        due=row.first_shift.astimezone(clock.AMSTERDAM).date(),
        waits=True,
    )


def _returned_item(row: OwnText) -> Item:
    return Item(
        title=row.title,
        href=url_for("moderation.outcome", review_id=row.id),
        facts=(_("Hierna: lees wat de moderator vraagt en stuur je tekst opnieuw in."),),
        state=row.state,
        waits=True,
    )


def _waiting_item(row: OwnText) -> Item:
    return Item(
        title=row.title,
        facts=(
            since(row.sent_at),
            _("Je hoort het uiterlijk %(day)s.", day=date_words(row.promised_on)),
        ),
        state=row.state,
        due=row.promised_on,
    )


def _request_item(row: OwnRequest) -> Item:
    waits, due = True, row.due
    if row.state is RequestState.DRAFT:
        href = url_for("support.check", request_id=row.id)
        facts = [_("Hierna: maak je vraag af en stuur hem op.")]
    elif row.state is RequestState.INCOMPLETE:
        href = url_for("support.supplement", request_id=row.id)
        facts = [_("Hierna: beantwoord de vraag van de gemeente.")]
        due = None  # it is not the municipality that is waited for
    elif row.wants_to_know:
        href = url_for("capacity.answer", request_id=row.id, response_id=row.wants_to_know)
        facts = [_("Hierna: beantwoord de vraag van een organisatie die wil helpen.")]
    else:
        waits = False
        href = url_for("support.show", request_id=row.id)
        facts = [since(row.sent_at)]
        if row.due:
            facts.append(_("Je krijgt antwoord op of voor %(day)s.", day=date_words(row.due)))
    return Item(
        title=row.title, href=href, facts=tuple(facts), state=row.state, due=due, waits=waits
    )


def _sign_up_item(row: Coming) -> Item:
    facts = [when(row)]
    if row.state is SignUpState.OFFERED and row.answer_by is not None:
        facts.append(
            _("Hierna: zeg of je komt, voor %(moment)s.", moment=moment_words(row.answer_by))
        )
    if row.cancelled_at is not None:
        facts.append(_("Dit gaat niet door."))
    return Item(
        title=row.public_title,
        href=url_for("volunteering.mine"),
        facts=tuple(facts),
        state=row.state,
        waits=row.state is SignUpState.OFFERED,
    )
