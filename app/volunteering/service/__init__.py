"""What happens around volunteering, one function per intention."""

from app.volunteering.service.attendance import (
    note_attendance,
    note_everybody,
    object_to_attendance,
)
from app.volunteering.service.certificates import make_certificate, withdraw_certificate
from app.volunteering.service.forget import forget_person
from app.volunteering.service.shifts import (
    ShiftPlan,
    add_shift,
    cancel_shift,
    change_places,
    check_shift,
)
from app.volunteering.service.sign_ups import accept, cancel, confirm, decline, sign_up
from app.volunteering.service.tasks import TEXTS, TaskPlan, create, edit, follow, withdraw
from app.volunteering.service.thanking import thank

__all__ = [
    "TEXTS",
    "ShiftPlan",
    "TaskPlan",
    "accept",
    "add_shift",
    "cancel",
    "cancel_shift",
    "change_places",
    "check_shift",
    "confirm",
    "create",
    "decline",
    "edit",
    "follow",
    "forget_person",
    "make_certificate",
    "note_attendance",
    "note_everybody",
    "object_to_attendance",
    "sign_up",
    "thank",
    "withdraw",
    "withdraw_certificate",
]
