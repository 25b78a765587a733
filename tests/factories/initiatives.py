"""Plans to play with: "Geveltuintjes" by Anna in the Molenbuurt, in any state."""

from datetime import timedelta

from app.accounts.models import User
from app.areas.models import Area
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import PUBLIC, State, TextState
from app.initiatives.models import (
    Initiative,
    InitiativeTheme,
    InitiativeVersion,
    TeamMember,
    Theme,
)
from app.initiatives.voices import Answer, Question, Update
from factories.accounts import a_person
from factories.areas import a_town


def an_initiative(
    owner: User | None = None,
    *,
    state: State = State.PUBLISHED,
    title: str = "Geveltuintjes",
    neighbourhood: Area | None = None,
    themes: tuple[Theme, ...] = (Theme.SURROUNDINGS,),
    team: tuple[User, ...] = (),
    hidden: bool = False,
    days_old: int = 0,
) -> Initiative:
    """Return a complete plan; it was sent in and published ``days_old`` days ago."""
    here = neighbourhood or a_town().mill
    then = clock.now() - timedelta(days=days_old)
    initiative = Initiative(
        state=state,
        title=title,
        summary="We maken samen tuintjes langs de gevels.",
        plan="Elk huis krijgt een strook met planten.",
        place="De stoep aan de Molenstraat",
        for_whom="Alle bewoners van de straat",
        with_whom="De buren van de overkant",
        neighbourhood_id=here.id,
        district_id=here.parent_id,
        owner=owner or a_person(),
        themes=[InitiativeTheme(theme=theme) for theme in themes],
        team=[TeamMember(user=person) for person in team],
        submitted_at=None if state == State.DRAFT else then,
        published_at=then if state in PUBLIC or state == State.ARCHIVED else None,
        hidden_at=then if hidden else None,
    )
    db.session.add(initiative)
    db.session.flush()
    if state != State.DRAFT:
        initiative.reference = f"BUURT-2026-{initiative.id:04}"
        db.session.flush()
    return initiative


def a_version(
    initiative: Initiative, *, state: TextState = TextState.WAITING, number: int = 1, **texts: str
) -> InitiativeVersion:
    """Return a version with the texts as they stand, except for ``texts``."""
    version = InitiativeVersion(
        initiative=initiative,
        number=number,
        state=state,
        texts=initiative.texts | texts,
        author_id=initiative.owner_id,
    )
    db.session.add(version)
    db.session.flush()
    return version


def an_update(
    initiative: Initiative, author: User | None = None, *, state: TextState = TextState.PUBLISHED
) -> Update:
    """Return news from the team."""
    update = Update(
        initiative=initiative,
        author=author or initiative.owner,
        title="De eerste planten staan",
        text="Zaterdag zetten we tien planten in de grond.",
        state=state,
    )
    db.session.add(update)
    db.session.flush()
    return update


def a_question(
    initiative: Initiative,
    author: User | None = None,
    *,
    text: str = "Mag mijn huis ook meedoen?",
    state: TextState = TextState.PUBLISHED,
) -> Question:
    """Return a question by Bilal from next door."""
    question = Question(
        initiative=initiative, author=author or a_person("Bilal"), text=text, state=state
    )
    db.session.add(question)
    db.session.flush()
    return question


def an_answer(
    question: Question, author: User | None = None, *, state: TextState = TextState.PUBLISHED
) -> Answer:
    """Return what the team says to a question."""
    answer = Answer(
        question=question,
        author=author or question.initiative.owner,
        text="Ja, graag zelfs!",
        state=state,
    )
    db.session.add(answer)
    db.session.flush()
    return answer
