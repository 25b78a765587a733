"""Moments as a file for somebody's own calendar (RFC 5545). It holds no names of people."""

from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext as _
from icalendar import Calendar, Event, Timezone, vDuration

from app.core import clock
from app.core.text import one_line, tidy
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask
from app.web.addresses import whole

ASK_AGAIN = timedelta(hours=6)


def of_sign_up(sign_up: SignUp) -> bytes:
    """Return the appointment; importing it again updates or cancels the one that is there.

    The sequence number grows with every change of the sign-up and of its task, so that a
    calendar knows which file is the newest.
    """
    return _file([_own(sign_up)])


def of_person(sign_ups: Sequence[SignUp]) -> bytes:
    """Return the appointments of one person, each the same as in its own file.

    A calendar program asks for it again and again; it hears how often that is useful.
    """
    calendar = _calendar([_own(sign_up) for sign_up in sign_ups])
    calendar.add("name", _("Mijn klussen"))
    calendar.add("x-wr-calname", _("Mijn klussen"))
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASK_AGAIN))
    return bytes(calendar.to_ical())


def of_moments(shifts: Sequence[Shift]) -> bytes:
    """Return moments of public tasks; one that does not go on is cancelled in the calendar as well.

    Another time gives a moment a higher number, and so does calling it off, which happens once.
    """
    return _file([_public(shift) for shift in shifts])


def _own(sign_up: SignUp) -> Event:
    shift = sign_up.shift
    event = _event(shift, f"aanmelding-{sign_up.id}", _status(sign_up))
    event.add("sequence", sign_up.version + shift.revision + shift.task.version)
    remarks = [_("Je aanmelding: %(state)s", state=sign_up.state.label), *_to_bring(shift.task)]
    event.add("description", tidy("\n".join(remarks)))
    return event


def _public(shift: Shift) -> Event:
    task, is_off = shift.task, shift.cancelled_at is not None
    event = _event(shift, f"moment-{shift.id}", "CANCELLED" if is_off else "CONFIRMED")
    event.add("sequence", task.version + shift.revision + is_off)
    event.add("description", tidy("\n".join([task.what, *_to_bring(task)])))
    return event


def _event(shift: Shift, name: str, status: str) -> Event:
    task, event = shift.task, Event()
    host = urlsplit(current_app.config["PUBLIC_URL"]).hostname
    event.add("uid", f"{name}@{host}")
    event.add("dtstamp", clock.now())
    event.add("dtstart", shift.starts_at.astimezone(clock.AMSTERDAM))
    event.add("dtend", shift.ends_at.astimezone(clock.AMSTERDAM))
    event.add("status", status)
    event.add("summary", one_line(task.public_title))
    if task.is_public:
        event.add("location", one_line(task.place))
    event.add("url", whole("volunteering.show", task_id=task.id))
    return event


def _file(events: Sequence[Event]) -> bytes:
    return bytes(_calendar(events).to_ical())


def _calendar(events: Sequence[Event]) -> Calendar:
    """Return a calendar with the time zone of its events; also without one there is something in it."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Aanzet//Klussen//NL")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(event)
    years = [event.DTSTART.year for event in events] or [clock.today().year]
    first, last = date(min(years), 1, 1), date(max(years), 12, 31)
    zone = Timezone.from_tzid(clock.AMSTERDAM.key, first_date=first, last_date=last)
    calendar.add_component(zone)
    return calendar


def _status(sign_up: SignUp) -> str:
    if not sign_up.is_live:
        return "CANCELLED"
    return "CONFIRMED" if sign_up.state is SignUpState.CONFIRMED else "TENTATIVE"


def _to_bring(task: VolunteerTask) -> list[str]:
    if not task.is_public or not task.bring:
        return []
    return [str(_("Neem mee: %(things)s", things=task.bring))]
