"""What initiatives keep of a person: plans, teams, and what neighbours say about plans."""

from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from app.core.keeping import WITH_SITE, Fate, Kept
from app.initiatives.lifecycle import State
from app.initiatives.models import (
    Initiative,
    InitiativeVersion,
    Invitation,
    Registration,
    TeamMember,
)
from app.initiatives.photos import Photo
from app.initiatives.voices import Answer, Concern, Endorsement, Question, Update

PLANS, DRAFTS, SAID = (
    _l("Je plannen"),
    _l("Je concepten"),
    _l("Nieuws, vragen en antwoorden van jou"),
)
TWO_WEEKS = _l("Tot twee weken na je laatste antwoord.")
IS_DRAFT = Initiative.state == State.DRAFT
PLAN = Initiative.title.label("initiative")
TEXTS: tuple[InstrumentedAttribute[Any], ...] = (
    *(Initiative.title, Initiative.state, Initiative.summary, Initiative.plan, Initiative.place),
    *(Initiative.for_whom, Initiative.with_whom, Initiative.needs_text, Initiative.needs),
    *(Initiative.initiator_kind, Initiative.starts_on, Initiative.created_at),
)

KEPT = (
    Kept(
        code="initiatives",
        name=PLANS,
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(
            *(Initiative.reference, *TEXTS, Initiative.submitted_at, Initiative.published_at)
        ).where(~IS_DRAFT),
        points=(Initiative.owner_id,),
    ),
    Kept(
        code="versions",
        name=PLANS,
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(
            PLAN, InitiativeVersion.texts, InitiativeVersion.state, InitiativeVersion.created_at
        ).join_from(InitiativeVersion, Initiative),
        points=(InitiativeVersion.author_id,),
    ),
    Kept(
        code="drafts",
        name=DRAFTS,
        term=TWO_WEEKS,
        fate=Fate.GOES,
        told=select(*TEXTS).where(IS_DRAFT),
        points=(Initiative.owner_id,),
    ),
    Kept(
        code="drafts_without_account",
        name=DRAFTS,
        term=TWO_WEEKS,
        fate=Fate.GOES,
        told=select(
            Registration.name.label("your_name"),
            *(Registration.email, Registration.street, Registration.postcode, Registration.town),
            *TEXTS,
        ).join_from(Registration, Initiative),
        addresses=(Registration.email,),
    ),
    Kept(
        code="teams",
        name=_l("Plannen waar je aan meewerkt"),
        term=_l("Zolang je in het team zit."),
        fate=Fate.GOES,
        told=select(PLAN, TeamMember.joined_at).join_from(TeamMember, Initiative),
        points=(TeamMember.user_id,),
    ),
    Kept(
        code="invitations",
        name=_l("Uitnodigingen voor een team"),
        term=_l("Tot er een antwoord is."),
        fate=Fate.GOES,
        told=select(PLAN, Invitation.email, Invitation.created_at).join_from(
            Invitation, Initiative
        ),
        points=(Invitation.invited_by_id,),
        addresses=(Invitation.email,),
    ),
    Kept(
        code="photos",
        name=_l("Foto's bij plannen"),
        term=_l("Tot je ze weghaalt."),
        fate=Fate.GOES,
        told=select(PLAN, Photo.alt, Photo.state, Photo.created_at).join_from(Photo, Initiative),
        points=(Photo.author_id,),
    ),
    Kept(
        code="updates",
        name=SAID,
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(PLAN, Update.title, Update.text, Update.state, Update.created_at).join_from(
            Update, Initiative
        ),
        points=(Update.author_id,),
    ),
    Kept(
        code="questions",
        name=SAID,
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(PLAN, Question.text, Question.state, Question.created_at).join_from(
            Question, Initiative
        ),
        points=(Question.author_id,),
    ),
    Kept(
        code="answers",
        name=SAID,
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(PLAN, Answer.text, Answer.state, Answer.created_at)
        .join_from(Answer, Question)
        .join(Initiative),
        points=(Answer.author_id,),
    ),
    Kept(
        code="endorsements",
        name=_l("Plannen die je steunt"),
        term=_l("Tot je je steun intrekt."),
        fate=Fate.NAMELESS,
        told=select(PLAN, Endorsement.created_at).join_from(Endorsement, Initiative),
        points=(Endorsement.user_id,),
    ),
    Kept(
        code="concerns",
        name=_l("Zorgen die je deelde"),
        term=_l("Tot je ze intrekt."),
        fate=Fate.GOES,
        told=select(PLAN, Concern.topic, Concern.text, Concern.created_at).join_from(
            Concern, Initiative
        ),
        points=(Concern.user_id,),
    ),
)
