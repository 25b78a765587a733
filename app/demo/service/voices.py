"""What neighbours and the team say about an initiative: questions, answers and news."""

from collections.abc import Iterator
from datetime import datetime

from app.demo.chance import pick
from app.demo.service import letters
from app.demo.service.days import DAY, HOUR, between, later
from app.demo.service.log import Thing
from app.demo.service.reviews import Sent, Verdict, judge, verdict_on
from app.demo.service.stage import Plan, Stage
from app.demo.texts.asides import asides
from app.demo.texts.idea import News, Talk
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.voices import Answer, Question, Update

QUESTIONS, MOST_QUESTIONS = 2.9, 8  # on average, before the largest numbers are cut off
NEWS = (0, 0, 1, 1, 2, 2, 3)
ANSWERED = 0.85  # the chance that a public question is


def talk(stage: Stage, plan: Plan) -> None:
    """Let neighbours ask and the team tell, from publication until the end."""
    if plan.published_at is None:
        return
    number, throws = pick(plan.throws, NEWS), plan.throws
    for news, at in zip(plan.idea.news, moments(stage, plan, number), strict=False):
        sent = Sent(news.title, pick(throws, plan.writers), at)
        post(stage, plan, news, sent, verdict_on(stage, plan, sent))
    number = min(MOST_QUESTIONS, round(throws.expovariate(1 / QUESTIONS)))
    for words, at in zip(talks_of(plan), moments(stage, plan, number), strict=False):
        sent = Sent(plan.idea.title, neighbour_of(stage, plan), at)
        ask(stage, plan, words, sent, verdict_on(stage, plan, sent))


def moments(stage: Stage, plan: Plan, number: int) -> list[datetime]:
    """Return so many moments at which the plan could be read, in order."""
    if plan.published_at is None:
        return []
    end = plan.ended_at or stage.days.now
    return sorted(between(plan.throws, plan.published_at, end) for _ in range(number))


def neighbour_of(stage: Stage, plan: Plan) -> int:
    """Return somebody who lives near and does not run the plan, as far as there is anybody."""
    pool = stage.people.near(plan.idea.district_code)
    someone = pick(plan.throws, pool)
    return someone if someone not in plan.insiders else pick(plan.throws, stage.people.residents)


def talks_of(plan: Plan) -> Iterator[Talk]:
    """Yield what can be asked about a plan: what fits it first, then what fits any plan."""
    yield from plan.idea.talks
    asked = {words.question for words in plan.idea.talks}
    for pattern in asides().talks:
        question = pattern.question.say(plan.throws, plan.slots)
        if question not in asked:
            yield Talk(question, pattern.answer.say(plan.throws, plan.slots))


def post(stage: Stage, plan: Plan, news: News, sent: Sent, verdict: Verdict | None) -> None:
    """Write one piece of news."""
    update = stage.log.begin(Update, TEXT_LIFE)
    judge(stage, plan, update, sent, verdict)
    stage.rows.add(
        Update,
        id=update.id,
        initiative_id=plan.id,
        author_id=sent.author,
        title=news.title,
        text=news.text,
        state=update.state,
        created_at=sent.at,
    )


def ask(
    stage: Stage,
    plan: Plan,
    words: Talk,
    sent: Sent,
    verdict: Verdict | None,
    *,
    answered: float = ANSWERED,
) -> None:
    """Write one question; a public one may get an answer, if there was time for it."""
    question = stage.log.begin(Question, TEXT_LIFE)
    judge(stage, plan, question, sent, verdict)
    stage.rows.add(
        Question,
        id=question.id,
        initiative_id=plan.id,
        author_id=sent.author,
        text=words.question,
        state=question.state,
        created_at=sent.at,
    )
    if verdict is None or question.state is not TextState.PUBLISHED:
        return
    _tell_owner(stage, plan, verdict.at)
    at = later(plan.throws, verdict.at, 2 * HOUR, 6 * DAY)
    if at < (plan.ended_at or stage.days.now) and plan.throws.random() < answered:
        reply = Sent(plan.idea.title, pick(plan.throws, plan.writers), at)
        answer(stage, plan, question, words, reply, verdict_on(stage, plan, reply))


def answer(
    stage: Stage,
    plan: Plan,
    question: Thing[TextState],
    words: Talk,
    sent: Sent,
    verdict: Verdict | None,
) -> None:
    """Write the answer of the team."""
    reply = stage.log.begin(Answer, TEXT_LIFE)
    judge(stage, plan, reply, sent, verdict)
    stage.rows.add(
        Answer,
        id=reply.id,
        question_id=question.id,
        author_id=sent.author,
        text=words.answer,
        state=reply.state,
        created_at=sent.at,
    )


def _tell_owner(stage: Stage, plan: Plan, at: datetime) -> None:
    page = letters.path("initiatives.show", "initiative_id", plan.id)
    letters.tell(
        stage,
        plan.owner,
        at,
        f"Een vraag over {plan.idea.title}",
        "Iemand stelt een vraag over je initiatief. Je kunt de vraag beantwoorden.",
        link=f"{page}#vragen",
        label="Lees de vraag",
    )
