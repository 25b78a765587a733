"""Who may do what with an initiative: small questions, combined into sentences.

``queries.visible_to`` selects what ``view`` allows; a parity test keeps the two the same.
"""

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.core.permissions import predicate
from app.initiatives.assisted import AssistedEntry
from app.initiatives.lifecycle import ACTIVE, PUBLIC, State
from app.initiatives.queries.shown import Plan, Shown
from app.initiatives.queries.visible import organisations_run_by
from app.initiatives.voices import Answer, Question, Update

EDITABLE = {State.DRAFT, State.CHANGES_REQUESTED, *PUBLIC}
Text = Update | Question | Answer


@predicate
def is_public(_actor: Actor, initiative: Plan) -> bool:
    return initiative.is_public


@predicate
def is_signed_in(actor: Actor, _thing: object) -> bool:
    return bool(actor.is_authenticated)


@predicate
def is_owner(actor: Actor, initiative: Plan) -> bool:
    return actor.id is not None and actor.id == initiative.owner_id


@predicate
def in_team(actor: Actor, initiative: Plan) -> bool:
    return actor.id is not None and any(member.user_id == actor.id for member in initiative.team)


@predicate
def is_organisation_admin(actor: Actor, initiative: Plan) -> bool:
    if actor.id is None or initiative.organisation_id is None:
        return False
    if isinstance(initiative, Shown):
        return actor.id in initiative.administrators
    return initiative.organisation_id in organisations_run_by(actor)


@predicate
def moderates_here(actor: Actor, initiative: Plan) -> bool:
    return actor.may_in(Permission.MODERATE, places_of(initiative))


@predicate
def coordinates_here(actor: Actor, initiative: Plan) -> bool:
    return actor.may_in(Permission.COORDINATE, places_of(initiative))


@predicate
def assists(actor: Actor, _thing: object) -> bool:
    return actor.may(Permission.ASSIST)


@predicate
def assists_here(actor: Actor, initiative: Plan) -> bool:
    return actor.may_in(Permission.ASSIST, places_of(initiative))


@predicate
def has_owner_by_post(_actor: Actor, initiative: Plan) -> bool:
    return initiative.owner_is_by_post


@predicate
def helps_with(actor: Actor, entry: AssistedEntry) -> bool:
    is_near = entry.by_id == actor.id or assists_here(actor, entry.initiative)
    return is_near and actor.may(Permission.ASSIST)


@predicate
def is_editable(_actor: Actor, initiative: Plan) -> bool:
    return initiative.state in EDITABLE and initiative.hidden_at is None


@predicate
def goes_on(_actor: Actor, initiative: Plan) -> bool:
    return initiative.state in ACTIVE


@predicate
def is_hidden(_actor: Actor, initiative: Plan) -> bool:
    return initiative.hidden_at is not None


@predicate
def is_author(actor: Actor, text: Text) -> bool:
    return actor.id is not None and actor.id == text.author_id


run_it = is_owner | in_team | is_organisation_admin
coordinate = coordinates_here
help_owner = assists_here & has_owner_by_post  # who has no e-mail cannot sign in
view = is_public | run_it | help_owner | moderates_here | coordinates_here
edit = run_it & is_editable
edit_for_owner = help_owner & is_editable
submit = run_it
appeal = run_it
judge = moderates_here & ~run_it
live = run_it & ~is_hidden  # take a step in the life of a public initiative
archive = (run_it | coordinates_here) & ~is_hidden
manage_team = is_owner | is_organisation_admin
tell_news = run_it & is_public
put_up = is_public & goes_on  # a poster, also of a plan of somebody else
answer = run_it & is_public
ask = is_public & is_signed_in
endorse = is_public & is_signed_in & ~run_it
worry = is_public & is_signed_in & ~run_it
read_worries = run_it | coordinates_here
see_waiting_photos = run_it | moderates_here
see_who_wrote = moderates_here | coordinates_here | assists_here  # for its owner
assist = assists
help_with = helps_with
see_reasons = run_it | moderates_here | coordinates_here


def places_of(initiative: Plan) -> set[int]:
    """Return the ids of the areas in which the initiative lies, as far as they are known."""
    places = {initiative.neighbourhood_id, initiative.district_id}
    return {place for place in places if place is not None}
