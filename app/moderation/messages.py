"""What we say to the author of a text: the moderator's reason always word for word."""

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core.speech import to_each
from app.initiatives import queries as initiatives
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from app.moderation import subjects
from app.moderation.models import Review
from app.notifications import service as notifications
from app.web.addresses import whole


def _author(review: Review) -> list[User]:
    return [review.author]


def _owner(initiative: Initiative, *_details: object) -> list[User]:
    return [initiative.owner] if initiative.owner is not None else []


@to_each(_author)
def tell_author_it_is_public(author: User, review: Review) -> None:
    """Good news: everybody can read it; for a plan also what its team can do next."""
    paragraphs = [
        _("We hebben je foto bekeken. Iedereen kan hem nu zien.")
        if _is_photo(review)
        else _("Wij hebben je tekst gelezen. Iedereen kan hem nu zien.")
    ]
    notifications.tell(
        author,
        _("Geplaatst: %(title)s", title=review.title),
        "\n\n".join([*paragraphs, *_what_comes_next(review), *_how_it_stands(review)]),
        link=subjects.address(review) + ("#team" if _is_plan(review) else ""),
        link_label=_("Kies wat je nu gaat doen") if _is_plan(review) else _see(review),
        why=_why(review),
    )


def _is_plan(review: Review) -> bool:
    return review.subject_type == Initiative.__tablename__


def _is_photo(review: Review) -> bool:
    return review.subject_type == Photo.__tablename__


def _see(review: Review) -> str:
    return str(_("Bekijk je foto") if _is_photo(review) else _("Bekijk je tekst"))


def _why(review: Review) -> str:
    return str(_("Je krijgt deze mail omdat je “%(title)s” instuurde.", title=review.title))


def _rule_and_second_look(review: Review) -> list[str]:
    """Return which rule it is, and what the author can do; a second look is given once."""
    return [
        _("De regel is: %(rule)s.", rule=review.rule.label if review.rule else ""),
        _("Dit was de nieuwe blik waar je om vroeg. Heb je nog vragen? Bel of mail ons.")
        if review.is_appeal
        else _(
            "Ben je het er niet mee eens? Vraag dan om een nieuwe blik. Een andere moderator leest je tekst dan opnieuw."
        ),
    ]


def _what_comes_next(review: Review) -> list[str]:
    if not _is_plan(review):
        return []
    plan_id = review.subject_id
    return [
        _("Wat kun je nu doen?"),
        _("Zoek buren die willen helpen. Schrijf op wat er te doen is, en wanneer."),
        _("Heb je geld, spullen, een ruimte of advies nodig? Vraag dan hulp."),
        _("Je vindt dit op de pagina van je plan, bij “Voor het team”."),
        _("Vertel het verder. Dit adres kun je doorgeven:"),
        whole("short.plan", initiative_id=plan_id),
        _("Of hang een poster op. Die print je hier:"),
        whole("initiatives.poster", initiative_id=plan_id),
    ]


def _how_it_stands(review: Review) -> list[str]:
    """Return where the maker of a plan reads how it stands, without signing in."""
    if not _is_plan(review):
        return []
    key = initiatives.standing_key(review.subject_id)
    return [
        _("Hoe je plan ervoor staat, zie je altijd hier:"),
        whole("initiatives.standing", key=key),
    ]


@to_each(_author)
def tell_author_what_to_change(author: User, review: Review) -> None:
    """It can be published after a change: what, and why."""
    if _is_photo(review):
        _tell_author_to_look_at_photo(author, review)
        return
    notifications.tell(
        author,
        _("Pas je tekst aan: %(title)s", title=review.title),
        "\n\n".join(
            [
                _(
                    "Wij hebben je tekst gelezen. We kunnen hem nog niet plaatsen. Dit schrijft de moderator:"
                ),
                review.reason,
                _("Pas je tekst aan en stuur hem opnieuw in. Wat je schreef, staat er nog."),
                *_how_it_stands(review),
            ]
        ),
        link=subjects.address(review),
        link_label=_("Pas je tekst aan"),
        why=_why(review),
    )


def _tell_author_to_look_at_photo(author: User, review: Review) -> None:
    notifications.tell(
        author,
        _("Kijk nog eens naar je foto: %(title)s", title=review.title),
        "\n\n".join(
            [
                _(
                    "We hebben je foto bekeken. We kunnen hem nog niet plaatsen. Dit schrijft de moderator:"
                ),
                review.reason,
                _("Verander wat er bij de foto staat, of haal de foto weg."),
            ]
        ),
        link=subjects.address(review),
        link_label=_see(review),
        why=_why(review),
    )


@to_each(_author)
def tell_author_it_is_rejected(author: User, review: Review) -> None:
    """It will not be published: the rule, the reason, and the way to a second pair of eyes."""
    notifications.tell(
        author,
        _("Niet geplaatst: %(title)s", title=review.title),
        "\n\n".join(
            [
                _("We hebben je foto bekeken. We plaatsen hem niet. Dit schrijft de moderator:")
                if _is_photo(review)
                else _(
                    "Wij hebben je tekst gelezen. We plaatsen hem niet. Dit schrijft de moderator:"
                ),
                review.reason,
                *_rule_and_second_look(review),
            ]
        ),
        link=url_for("moderation.outcome", review_id=review.id),
        link_label=_("Bekijk de uitleg"),
        why=_why(review),
    )


@to_each(_author)
def tell_author_it_is_hidden(author: User, review: Review) -> None:
    """It was public and is out of sight: the rule, the reason, and the way to a second pair of eyes."""
    notifications.tell(
        author,
        _("Niet meer te zien: %(title)s", title=review.title),
        "\n\n".join(
            [
                _("Een moderator heeft je foto van de site gehaald. Dit schrijft de moderator:")
                if _is_photo(review)
                else _(
                    "Een moderator heeft je tekst van de site gehaald. Dit schrijft de moderator:"
                ),
                review.reason,
                *_rule_and_second_look(review),
            ]
        ),
        link=url_for("moderation.outcome", review_id=review.id),
        link_label=_("Bekijk de uitleg"),
        why=_why(review),
    )


@to_each(_owner)
def tell_owner_it_is_back(owner: User, initiative: Initiative, reason: str) -> None:
    """The initiative can be seen again."""
    _tell_owner(
        owner,
        initiative,
        _("Weer te zien: %(title)s", title=initiative.title),
        [_("Je initiatief staat weer op de site. Dit schrijft de moderator:"), reason],
    )


def _tell_owner(owner: User, initiative: Initiative, subject: str, paragraphs: list[str]) -> None:
    notifications.tell(
        owner,
        subject,
        "\n\n".join(paragraphs),
        link=url_for("initiatives.standing", key=initiatives.standing_key(initiative.id)),
        link_label=_("Kijk hoe je plan ervoor staat"),
        why=_("Je krijgt deze mail omdat “%(title)s” jouw plan is.", title=initiative.title),
    )
