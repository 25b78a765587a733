"""What we say to volunteers and organisers about a sign-up. No mail holds the name of somebody else."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _

from app.accounts.models import User
from app.core import clock
from app.core.dates import moment_words
from app.core.speech import to_each
from app.initiatives.rules import run_it
from app.notifications.models import Topic
from app.notifications.service import News, tell
from app.volunteering import words
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp, VolunteerTask
from app.web.addresses import whole

SOON = timedelta(days=3)  # before a shift there is something to arrange


def _volunteer(sign_up: SignUp, *_details: object) -> list[User]:
    return [sign_up.user]


def _organiser(sign_up: SignUp) -> list[User]:
    organiser = organiser_of(sign_up.shift.task)
    return [] if organiser is None or organiser.id == sign_up.user_id else [organiser]


@to_each(_volunteer)
def tell_confirmed(person: User, sign_up: SignUp) -> None:
    """You take part."""
    _tell_volunteer(
        person,
        sign_up,
        _("Je doet mee: %(title)s", title=_title(sign_up)),
        _(
            "Fijn dat je meedoet aan “%(title)s”. We zien je op %(when)s.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
        _("Kun je toch niet? Meld je dan af. Dan kan iemand anders meedoen."),
        _("Zet het in je agenda:"),
        _calendar(sign_up),
    )


@to_each(_volunteer)
def tell_it_is_near(person: User, sign_up: SignUp) -> None:
    """You take part soon: come, or say that you cannot."""
    text = _(
        "Je doet mee aan “%(title)s” op %(when)s. Kom je? Laat het weten met één knop.",
        title=_title(sign_up),
        when=words.when(sign_up.shift),
    )
    tell(
        person,
        _("Binnenkort: %(title)s", title=_title(sign_up)),
        "\n\n".join([text, _("Kun je toch niet? Meld je dan af. Dan kan iemand anders meedoen.")]),
        link=url_for("volunteering.answer", sign_up_id=sign_up.id),
        link_label=_("Ik kom, of ik kan niet"),
        why=_why(sign_up),
    )


@to_each(_volunteer)
def tell_requested(person: User, sign_up: SignUp) -> None:
    """Your place is kept until the organiser has answered."""
    _tell_volunteer(
        person,
        sign_up,
        _("Je aanmelding is binnen: %(title)s", title=_title(sign_up)),
        _(
            "Je wilt meedoen aan “%(title)s” op %(when)s. We houden een plek voor je vast.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
        _("De organisator bekijkt je aanmelding. Daarna krijg je bericht."),
    )


@to_each(_volunteer)
def tell_position(person: User, sign_up: SignUp, position: int) -> None:
    """It is full; this is your place in the queue."""
    _tell_volunteer(
        person,
        sign_up,
        _("Je staat op de wachtlijst: %(title)s", title=_title(sign_up)),
        _(
            "“%(title)s” op %(when)s is vol. Je staat op plek %(position)s van de wachtlijst.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
            position=position,
        ),
        _("Meldt iemand zich af? Dan schuif je vanzelf op. Je krijgt dan bericht."),
    )


@to_each(_volunteer)
def tell_moved_up(person: User, sign_up: SignUp) -> None:
    """There is a place for you, kept until the deadline."""
    _tell_volunteer(
        person,
        sign_up,
        _("Er is een plek voor je: %(title)s", title=_title(sign_up)),
        _(
            "Je kunt toch meedoen aan “%(title)s” op %(when)s.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
        _(
            "Wil je nog? Laat het weten vóór %(deadline)s. Daarna gaat je plek naar de volgende.",
            deadline=moment_words(sign_up.answer_by),
        ),
    )


@to_each(_volunteer)
def tell_lapsed(person: User, sign_up: SignUp) -> None:
    """You did not answer in time."""
    _tell_volunteer(
        person,
        sign_up,
        _("Je plek is naar iemand anders: %(title)s", title=_title(sign_up)),
        _(
            "Er was een plek voor je bij “%(title)s” op %(when)s. We kregen geen antwoord.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
        _("Wil je nog meedoen? Meld je dan opnieuw aan."),
    )


@to_each(_volunteer)
def tell_declined(person: User, sign_up: SignUp) -> None:
    """The organiser cannot place you."""
    _tell_volunteer(
        person,
        sign_up,
        _("Je kunt deze keer niet meedoen: %(title)s", title=_title(sign_up)),
        _(
            "De organisator heeft geen plek voor je bij “%(title)s” op %(when)s.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
        _("Er zijn vast andere klussen in de buurt waar je welkom bent."),
    )


@to_each(_volunteer)
def tell_shift_cancelled(person: User, sign_up: SignUp, reason: str) -> None:
    """The shift does not take place."""
    _tell_volunteer(
        person,
        sign_up,
        _("Gaat niet door: %(title)s", title=_title(sign_up)),
        _(
            "“%(title)s” op %(when)s gaat niet door. Je hoeft dus niet te komen.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
        _("De organisator schrijft: “%(reason)s”", reason=reason) if reason else "",
        _("Staat het in je agenda? Dit bestand haalt het eruit:"),
        _calendar(sign_up),
    )


@to_each(_volunteer)
def tell_thanks(person: User, sign_up: SignUp, quarters: int) -> None:
    """You were there: thank you, in the words of the organiser when there are any."""
    said = sign_up.shift.thanks
    paragraphs = [
        _(
            "Je hielp bij “%(title)s” op %(when)s. Bedankt!",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
        _("De organisator schrijft: “%(reason)s”", reason=said) if said else "",
        _(
            "De organisator schreef %(hours)s voor je op. Klopt dat niet? Laat het weten.",
            hours=words.hours(quarters),
        ),
    ]
    tell(
        person,
        _("Bedankt voor je hulp: %(title)s", title=_title(sign_up)),
        "\n\n".join(filter(None, paragraphs)),
        link=url_for("volunteering.done"),
        link_label=_("Bekijk wat je hebt gedaan"),
        why=_why(sign_up),
        news=News(Topic.PLANS, sign_up.shift.task.initiative.title),
    )


@to_each(_organiser)
def tell_organiser_of_objection(organiser: User, sign_up: SignUp) -> None:
    """A volunteer says that what was noted is not right."""
    tell(
        organiser,
        _("Klopt dit? %(title)s", title=_title(sign_up)),
        _(
            "Een vrijwilliger vindt dat niet klopt wat je opschreef over “%(title)s” op %(when)s. "
            "Lees wat er volgens deze persoon niet klopt.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
        link=url_for("volunteering.attendance", shift_id=sign_up.shift_id),
        link_label=_("Bekijk wie er was"),
        why=_("Je krijgt deze mail omdat je “%(title)s” organiseert.", title=_title(sign_up)),
        news=News(Topic.TASKS, sign_up.shift.task.initiative.title, is_urgent=True),
    )


@to_each(_organiser)
def tell_organiser_of_sign_up(organiser: User, sign_up: SignUp) -> None:
    """Somebody joined, or asks to."""
    _tell_organiser(
        organiser,
        sign_up,
        _("Nieuwe aanmelding: %(title)s", title=_title(sign_up)),
        _(
            "Er is een nieuwe aanmelding voor “%(title)s” op %(when)s.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
    )


@to_each(_organiser)
def tell_organiser_of_cancellation(organiser: User, sign_up: SignUp) -> None:
    """Somebody who had a place does not come."""
    _tell_organiser(
        organiser,
        sign_up,
        _("Afmelding: %(title)s", title=_title(sign_up)),
        _(
            "Iemand heeft zich afgemeld voor “%(title)s” op %(when)s. "
            "Staat er iemand op de wachtlijst? Dan vragen wij die persoon.",
            title=_title(sign_up),
            when=words.when(sign_up.shift),
        ),
    )


def organiser_of(task: VolunteerTask) -> User | None:
    """Return who hears about sign-ups: the maker, or the owner once the maker has left."""
    return task.author if run_it(task.author, task.initiative) else task.initiative.owner


def _tell_volunteer(person: User, sign_up: SignUp, subject: str, *paragraphs: str) -> None:
    tell(
        person,
        subject,
        "\n\n".join(paragraph for paragraph in paragraphs if paragraph),
        link=url_for("volunteering.mine"),
        link_label=_("Bekijk je aanmeldingen"),
        why=_why(sign_up),
    )


def _tell_organiser(organiser: User, sign_up: SignUp, subject: str, text: str) -> None:
    """Tell the organiser, at once when somebody waits for an answer or the moment is near."""
    waits = sign_up.state is SignUpState.REQUESTED
    is_urgent = waits or sign_up.shift.starts_at < clock.now() + SOON
    tell(
        organiser,
        subject,
        text,
        link=url_for("volunteering.people", task_id=sign_up.shift.task_id),
        link_label=_("Bekijk de aanmeldingen"),
        why=_("Je krijgt deze mail omdat je “%(title)s” organiseert.", title=_title(sign_up)),
        news=News(Topic.TASKS, sign_up.shift.task.initiative.title, is_urgent=is_urgent),
    )


def _why(sign_up: SignUp) -> str:
    title = _title(sign_up)
    return str(_("Je krijgt deze mail omdat je je aanmeldde voor “%(title)s”.", title=title))


def _title(sign_up: SignUp) -> str:
    return sign_up.shift.task.public_title


def _calendar(sign_up: SignUp) -> str:
    return whole("volunteering.calendar", sign_up_id=sign_up.id)
