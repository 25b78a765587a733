"""The short texts on the page of a plan, as the page shows them: news, questions and answers.

Each is one statement that is put together once for every kind of reader.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any, Literal, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Select, Subquery, and_, bindparam, or_, select

from app.accounts.models import Actor, User
from app.core.inquiries import Inquiry, answer
from app.core.paging import SIZE, Page
from app.initiatives.lifecycle import TextState
from app.initiatives.queries.keys import KeyedList
from app.initiatives.queries.shown import Plan
from app.initiatives.voices import Answer, Question, Update

NEWEST = 10
Columns: TypeAlias = tuple[Any, ...]  # of a question, and of one answer to it
Sight = Literal["public", "own", "all"]  # what everybody reads, one's own as well, or everything
NEWS, ASKED, TOLD = Update.__table__, Question.__table__, Answer.__table__
WRITER, ANSWERER = User.__table__.alias("writer"), User.__table__.alias("answerer")


class Said(NamedTuple):
    """A short text with its writer."""

    id: int
    author_id: int
    author: str
    at: datetime
    text: str
    state: TextState
    title: str = ""


class Exchange(NamedTuple):
    """A question and what the team answered."""

    question: Said
    answers: tuple[Said, ...]

    @property
    def lacks_answer(self) -> bool:
        """Tell whether the question is public and no answer stands or waits under it."""
        return self.question.state is TextState.PUBLISHED and all(
            answer.state is TextState.REJECTED for answer in self.answers
        )


def newest_news(initiative: Plan, actor: Actor, *, all_texts: bool) -> Inquiry[Said]:
    """Ask for the newest news; with ``all_texts`` also what is not public."""
    return Inquiry(_news(_sight(actor, all_texts)), _names(initiative, actor), Said)


def newest_questions(initiative: Plan, actor: Actor, *, all_texts: bool) -> Inquiry[Columns]:
    """Ask for the rows of ``exchanges``: one question more than the page shows, to know of more."""
    return Inquiry(_newest(_sight(actor, all_texts)), _names(initiative, actor), _columns)


def question_page(
    initiative: Plan, actor: Actor, bookmark: str | None, *, all_texts: bool
) -> Page[Exchange]:
    """Return a page of all questions, newest first; two statements."""
    sight = _sight(actor, all_texts)
    page = _all_questions(sight).page(bookmark, size=SIZE, values=_names(initiative, actor))
    shown = select(ASKED).where(ASKED.c.id.in_([row.id for row in page.rows])).subquery()
    query = _with_answers(shown, sight)
    rows = answer(Inquiry(query, _names(initiative, actor), _columns))
    return Page(exchanges(rows), page.previous, page.next)


def exchanges(rows: Iterable[Columns]) -> list[Exchange]:
    """Put the rows of each question together."""
    width = len(_said(ASKED.c, WRITER))
    return [
        Exchange(Said(*question), tuple(Said(*row[width:]) for row in told if row[width]))
        for question, told in groupby(rows, key=lambda row: row[:width])
    ]


def _sight(actor: Actor, all_texts: bool) -> Sight:
    if all_texts:
        return "all"
    return "public" if actor.id is None else "own"


def _names(initiative: Plan, actor: Actor) -> dict[str, int | None]:
    return {"plan": initiative.id, "reader": actor.id}


def _may_read(columns: Any, sight: Sight) -> ColumnElement[bool]:
    public: ColumnElement[bool] = columns.state == TextState.PUBLISHED
    there: ColumnElement[bool] = columns.state != TextState.WITHDRAWN
    if sight == "own":
        return or_(public, and_(columns.author_id == bindparam("reader"), there))
    return there if sight == "all" else public


def _said(columns: Any, writer: Any) -> tuple[ColumnElement[Any], ...]:
    return (
        columns.id,
        columns.author_id,
        writer.c.name,
        columns.created_at,
        columns.text,
        columns.state,
    )


@cache
def _news(sight: Sight) -> Select[Any]:
    return (
        select(*_said(NEWS.c, WRITER), NEWS.c.title)
        .join_from(NEWS, WRITER, WRITER.c.id == NEWS.c.author_id)
        .where(NEWS.c.initiative_id == bindparam("plan"), _may_read(NEWS.c, sight))
        .order_by(NEWS.c.id.desc())
        .limit(NEWEST)
    )


@cache
def _newest(sight: Sight) -> Select[Any]:
    newest = (
        select(ASKED)
        .where(ASKED.c.initiative_id == bindparam("plan"), _may_read(ASKED.c, sight))
        .order_by(ASKED.c.id.desc())
        .limit(NEWEST + 1)
    )
    return _with_answers(newest.subquery(), sight)


@cache
def _all_questions(sight: Sight) -> KeyedList:
    asked = and_(ASKED.c.initiative_id == bindparam("plan"), _may_read(ASKED.c, sight))
    return KeyedList(select(ASKED.c.id).where(asked), (ASKED.c.id,))


def _with_answers(questions: Subquery, sight: Sight) -> Select[Any]:
    """Select a row for each answer that may be read, and one for a question without any."""
    answers = and_(TOLD.c.question_id == questions.c.id, _may_read(TOLD.c, sight))
    return (
        select(*_said(questions.c, WRITER), *_said(TOLD.c, ANSWERER))
        .select_from(questions)
        .join(WRITER, WRITER.c.id == questions.c.author_id)
        .outerjoin(TOLD, answers)
        .outerjoin(ANSWERER, ANSWERER.c.id == TOLD.c.author_id)
        .order_by(questions.c.id.desc(), TOLD.c.id)
    )


def _columns(*columns: Any) -> Columns:
    return columns
