"""The queue: order, area, and the same answer as the rule."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.accounts.models import User
from app.accounts.roles import Role
from app.core.db import db
from app.core.inquiries import answer
from app.moderation import queries, rules, service
from app.moderation.models import Review, Rule
from app.moderation.queries import Queue
from factories.accounts import a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.moderation import a_review


def test_who_waits_longest_comes_first() -> None:
    first, second = a_review(title="Eerste"), a_review(title="Tweede")

    rows = db.session.scalars(queries.waiting_for(a_moderator())).all()

    assert list(rows) == [first, second]


def test_a_judged_text_leaves_the_queue() -> None:
    review, mo = a_review(), a_moderator()
    service.publish(review, by=mo)

    assert answer(queries.queue_of(mo)) == (Queue(0, None, None),)


def test_a_moderator_reads_how_many_texts_wait_in_the_area_and_since_when() -> None:
    first, _second = a_review(), a_review()
    first.submitted_at -= timedelta(days=3)
    db.session.flush()

    for mo in (a_moderator(), a_person("Noor", role=Role.MODERATOR, area=a_town().north)):
        assert answer(queries.queue_of(mo)) == (Queue(2, first.submitted_at, first.promised_on),)
    elsewhere = a_person("Zeno", role=Role.MODERATOR, area=a_town().south)
    assert answer(queries.queue_of(elsewhere)) == (Queue(0, None, None),)


@pytest.mark.parametrize(
    ("role", "area"),
    [
        (Role.MODERATOR, None),
        (Role.MODERATOR, "north"),
        (Role.MODERATOR, "south"),
        (Role.AREA_COORDINATOR, None),
        (None, None),
    ],
)
def test_the_list_and_the_rule_agree(role: Role | None, area: str | None) -> None:
    town = a_town()
    somebody: User = a_person("Nora", role=role, area=getattr(town, area) if area else None)
    for place in (town.mill, town.park):
        initiative = an_initiative(neighbourhood=place)
        service.receive(
            initiative,
            title="Plan",
            text="",
            author=initiative.owner,
            district_id=initiative.district_id,
        )

    listed = set(db.session.scalars(queries.visible_to(somebody)))
    allowed = {one for one in db.session.scalars(select(Review)) if rules.view(somebody, one)}

    assert listed == allowed


def test_only_the_author_finds_the_explanation() -> None:
    review = a_review()
    service.reject(review, by=a_moderator(), rule=Rule.OTHER, reason="Dit kan hier niet.")

    assert queries.found_as_author(review.author, review.id) == review
    with pytest.raises(Exception, match="uitleg"):
        queries.found_as_author(a_person("Bilal"), review.id)
