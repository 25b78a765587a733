"""What happens around volunteering, one function per intention."""

from app.volunteering.service.attendance import (
    note_attendance,
    note_everybody,
    object_to_attendance,
)
from app.volunteering.service.attendance_file import take_attendance
from app.volunteering.service.certificates import make_certificate, withdraw_certificate
from app.volunteering.service.feeds import end_all_feeds, end_feed, make_feed
from app.volunteering.service.forget import forget_person
from app.volunteering.service.series import LeftOut, SeriesDay, days_of_series, make_series
from app.volunteering.service.shifts import (
    ShiftPlan,
    add_shift,
    cancel_shift,
    change_places,
    check_shift,
)
from app.volunteering.service.sign_ups import (
    accept,
    cancel,
    confirm,
    decline,
    say_yes,
    sign_up,
)
from app.volunteering.service.tasks import TEXTS, TaskPlan, create, edit, follow, withdraw
from app.volunteering.service.thanking import thank
from app.volunteering.service.together import (
    NewTimes,
    Scope,
    cancel_moments,
    change_moments,
    of_scope,
)
from app.volunteering.service.wishes import (
    REST,
    Wishes,
    hide_task,
    keep_wishes,
    note_asked,
    show_hidden,
    wipe_wishes,
)

__all__ = [
    "REST",
    "TEXTS",
    "LeftOut",
    "NewTimes",
    "Scope",
    "SeriesDay",
    "ShiftPlan",
    "TaskPlan",
    "Wishes",
    "accept",
    "add_shift",
    "cancel",
    "cancel_moments",
    "cancel_shift",
    "change_moments",
    "change_places",
    "check_shift",
    "confirm",
    "create",
    "days_of_series",
    "decline",
    "edit",
    "end_all_feeds",
    "end_feed",
    "follow",
    "forget_person",
    "hide_task",
    "keep_wishes",
    "make_certificate",
    "make_feed",
    "make_series",
    "note_asked",
    "note_attendance",
    "note_everybody",
    "object_to_attendance",
    "of_scope",
    "say_yes",
    "show_hidden",
    "sign_up",
    "take_attendance",
    "thank",
    "wipe_wishes",
    "withdraw",
    "withdraw_certificate",
]
