"""What happens in matching, one function per intention. A person decides."""

from app.matching.service.approval import WorldChanged, approve
from app.matching.service.fitting import Fitting, call_volunteers, fitting_for, recent_call
from app.matching.service.invitations import Ranking, invite, suggest_for
from app.matching.service.lapsed import close_lapsed, replace_lapsed
from app.matching.service.rounds import discard, solve_round, start_round, stop_solving
from app.matching.service.trials import Change, drop, free_choices, keep, solve_again, try_change

__all__ = [
    "Change",
    "Fitting",
    "Ranking",
    "WorldChanged",
    "approve",
    "call_volunteers",
    "close_lapsed",
    "discard",
    "drop",
    "fitting_for",
    "free_choices",
    "invite",
    "keep",
    "recent_call",
    "replace_lapsed",
    "solve_again",
    "solve_round",
    "start_round",
    "stop_solving",
    "suggest_for",
    "try_change",
]
