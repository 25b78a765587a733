"""What happens to an initiative: one function per intention, told in the order it happens."""

from app.initiatives.service.answers import Edited, Needed, What, Where, Who
from app.initiatives.service.assisting import (
    agree,
    ask_resident,
    asked_with,
    begin_for_resident,
    note_agreement,
    refuse,
    take_back,
    write_on,
)
from app.initiatives.service.differences import Piece, differences
from app.initiatives.service.drafts import keep_answers, open_again, send_way_back, start
from app.initiatives.service.endorsing import ask_to_endorse, endorse_by_mail
from app.initiatives.service.findable import words_to_find
from app.initiatives.service.for_owner import edit_for_owner, submit_for_owner
from app.initiatives.service.forget import forget_person
from app.initiatives.service.insisting import insist
from app.initiatives.service.life import take
from app.initiatives.service.phone import take_from_phone, take_photo_from_phone
from app.initiatives.service.photos import (
    add_photo,
    add_photo_to_draft,
    describe_photo,
    remove_photo,
    remove_photo_from_draft,
)
from app.initiatives.service.review import (
    appeal,
    appeal_text,
    hide,
    judge,
    keep_hidden,
    publish,
    reject,
    request_changes,
    restore,
    take_down,
)
from app.initiatives.service.submit import ask_confirmation, confirm, submit, submit_draft
from app.initiatives.service.team import decline, invite, join, leave, remove
from app.initiatives.service.versions import Change, changes, edit
from app.initiatives.service.voices import (
    answer,
    ask,
    endorse,
    post_update,
    raise_concern,
    rewrite,
    withdraw,
    withdraw_concern,
    withdraw_endorsement,
)

__all__ = [
    "Change",
    "Edited",
    "Needed",
    "Piece",
    "What",
    "Where",
    "Who",
    "add_photo",
    "add_photo_to_draft",
    "agree",
    "answer",
    "appeal",
    "appeal_text",
    "ask",
    "ask_confirmation",
    "ask_resident",
    "ask_to_endorse",
    "asked_with",
    "begin_for_resident",
    "changes",
    "confirm",
    "decline",
    "describe_photo",
    "differences",
    "edit",
    "edit_for_owner",
    "endorse",
    "endorse_by_mail",
    "forget_person",
    "hide",
    "insist",
    "invite",
    "join",
    "judge",
    "keep_answers",
    "keep_hidden",
    "leave",
    "note_agreement",
    "open_again",
    "post_update",
    "publish",
    "raise_concern",
    "refuse",
    "reject",
    "remove",
    "remove_photo",
    "remove_photo_from_draft",
    "request_changes",
    "restore",
    "rewrite",
    "send_way_back",
    "start",
    "submit",
    "submit_draft",
    "submit_for_owner",
    "take",
    "take_back",
    "take_down",
    "take_from_phone",
    "take_photo_from_phone",
    "withdraw",
    "withdraw_concern",
    "withdraw_endorsement",
    "words_to_find",
    "write_on",
]
