"""Read initiatives: what somebody may see, lists, drafts, and what belongs to one plan."""

from app.initiatives.queries.alike import Alike, alike_near
from app.initiatives.queries.assisted import (
    entry_behind,
    entry_of,
    has_plan_called,
    open_entries,
    open_entry,
    waits_already,
    written_for_resident,
)
from app.initiatives.queries.cards import Card, card_page
from app.initiatives.queries.drafts import (
    draft_behind,
    drafts_of,
    first_missing,
    may_write,
    organisations_of,
    registration_from_phone,
    registration_of,
    registration_with,
)
from app.initiatives.queries.insisting import kept_in
from app.initiatives.queries.leaving import (
    drafts_without_account,
    handed_over_by,
    left_alone_by,
    owned_by,
    successor_of,
    teams_ever_joined,
)
from app.initiatives.queries.lists import of_person
from app.initiatives.queries.newest import (
    newest_cards,
    newest_cards_in,
    newest_cards_in_district,
)
from app.initiatives.queries.photos import (
    FileOfPhoto,
    file_of_photo,
    found_photo,
    photo_from_phone,
    photos_of,
)
from app.initiatives.queries.shown import Plan, Shown, shown
from app.initiatives.queries.standing import (
    Standing,
    plan_behind,
    standing_key,
    standing_of,
)
from app.initiatives.queries.team import (
    invitation_to,
    invitations,
    invitations_since,
    invited_initiative,
    is_in_team,
    is_member_with,
    people_who_run,
)
from app.initiatives.queries.texts import (
    NEWEST,
    Exchange,
    Said,
    question_page,
)
from app.initiatives.queries.timeline import ahead, promised_on
from app.initiatives.queries.told import Told, told
from app.initiatives.queries.versions import (
    last_change,
    newest_version,
    next_version_number,
    reason_for_text,
    reason_to_change,
    texts_before,
    waiting_version,
)
from app.initiatives.queries.visible import (
    found,
    ids_run_by,
    in_care_of,
    run_by,
    visible_to,
)
from app.initiatives.queries.voices import (
    concern_of,
    concerns_about,
    found_question,
    own_text,
    stance_of,
    support_by_neighbourhood,
    worries_about,
)

__all__ = [
    "NEWEST",
    "Alike",
    "Card",
    "Exchange",
    "FileOfPhoto",
    "Plan",
    "Said",
    "Shown",
    "Standing",
    "Told",
    "ahead",
    "alike_near",
    "card_page",
    "concern_of",
    "concerns_about",
    "draft_behind",
    "drafts_of",
    "drafts_without_account",
    "entry_behind",
    "entry_of",
    "file_of_photo",
    "first_missing",
    "found",
    "found_photo",
    "found_question",
    "handed_over_by",
    "has_plan_called",
    "ids_run_by",
    "in_care_of",
    "invitation_to",
    "invitations",
    "invitations_since",
    "invited_initiative",
    "is_in_team",
    "is_member_with",
    "kept_in",
    "last_change",
    "left_alone_by",
    "may_write",
    "newest_cards",
    "newest_cards_in",
    "newest_cards_in_district",
    "newest_version",
    "next_version_number",
    "of_person",
    "open_entries",
    "open_entry",
    "organisations_of",
    "own_text",
    "owned_by",
    "people_who_run",
    "photo_from_phone",
    "photos_of",
    "plan_behind",
    "promised_on",
    "question_page",
    "reason_for_text",
    "reason_to_change",
    "registration_from_phone",
    "registration_of",
    "registration_with",
    "run_by",
    "shown",
    "stance_of",
    "standing_key",
    "standing_of",
    "successor_of",
    "support_by_neighbourhood",
    "teams_ever_joined",
    "texts_before",
    "told",
    "visible_to",
    "waiting_version",
    "waits_already",
    "worries_about",
    "written_for_resident",
]
