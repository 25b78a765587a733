"""What happens with accounts: links, people, roles, and the door."""

from app.accounts.service.door import let_in, let_in_with_passkey, wait, waiting
from app.accounts.service.erase import erase, lay_down_roles, take_hold, warn
from app.accounts.service.links import ask_link, make_link, peek, pressed_twice, renew, spend
from app.accounts.service.log_file import take_log
from app.accounts.service.passkeys import (
    Copied,
    add_passkey,
    ask_to_make,
    ask_to_show,
    is_last_factor,
    person_with_passkey,
    remove_passkey,
    rename_passkey,
    spend_challenge,
    warn_of_copy,
)
from app.accounts.service.people import (
    change_language,
    change_profile,
    end_session,
    enter,
    person_by_post,
    person_for,
    person_with_password,
    set_password,
    sign_out_everywhere,
)
from app.accounts.service.roles import give_role, register_staff, take_role
from app.accounts.service.second_factor import (
    give_code,
    renew_recovery_codes,
    reset_app,
    set_up_app,
    take_try,
    use_recovery_code,
    warn_of_guessing,
)
from app.accounts.service.starting_anew import sign_everybody_out

__all__ = [
    "Copied",
    "add_passkey",
    "ask_link",
    "ask_to_make",
    "ask_to_show",
    "change_language",
    "change_profile",
    "end_session",
    "enter",
    "erase",
    "give_code",
    "give_role",
    "is_last_factor",
    "lay_down_roles",
    "let_in",
    "let_in_with_passkey",
    "make_link",
    "peek",
    "person_by_post",
    "person_for",
    "person_with_passkey",
    "person_with_password",
    "pressed_twice",
    "register_staff",
    "remove_passkey",
    "rename_passkey",
    "renew",
    "renew_recovery_codes",
    "reset_app",
    "set_password",
    "set_up_app",
    "sign_everybody_out",
    "sign_out_everywhere",
    "spend",
    "spend_challenge",
    "take_hold",
    "take_log",
    "take_role",
    "take_try",
    "use_recovery_code",
    "wait",
    "waiting",
    "warn",
    "warn_of_copy",
    "warn_of_guessing",
]
