"""What we say about a support request, and to whom."""

from app.support.messages.colleagues import tell_of_requests, tell_requests_went_back
from app.support.messages.days import (
    tell_it_is_late,
    tell_team_objection_is_late,
    tell_the_day_is_near,
)
from app.support.messages.delays import (
    remind_the_team,
    tell_time_to_answer_is_over,
)
from app.support.messages.entrusting import (
    tell_it_waits_again,
    tell_who_looks_now,
)
from app.support.messages.intentions import remind_of_view, tell_coordinators_no_view_came
from app.support.messages.letters import send
from app.support.messages.objections import (
    tell_objection_is_late,
    tell_objection_is_near,
    tell_objection_was_withdrawn,
    tell_of_objection,
)
from app.support.messages.requests import (
    tell_coordinators,
    tell_it_is_taken_on,
    tell_it_was_withdrawn,
)
from app.support.messages.staff import (
    tell_coordinators_it_is_late,
    tell_coordinators_of_answer,
    tell_coordinators_of_silence,
    tell_coordinators_the_day_is_near,
)

__all__ = [
    "remind_of_view",
    "remind_the_team",
    "send",
    "tell_coordinators",
    "tell_coordinators_it_is_late",
    "tell_coordinators_no_view_came",
    "tell_coordinators_of_answer",
    "tell_coordinators_of_silence",
    "tell_coordinators_the_day_is_near",
    "tell_it_is_late",
    "tell_it_is_taken_on",
    "tell_it_waits_again",
    "tell_it_was_withdrawn",
    "tell_objection_is_late",
    "tell_objection_is_near",
    "tell_objection_was_withdrawn",
    "tell_of_objection",
    "tell_of_requests",
    "tell_requests_went_back",
    "tell_team_objection_is_late",
    "tell_the_day_is_near",
    "tell_time_to_answer_is_over",
    "tell_who_looks_now",
]
