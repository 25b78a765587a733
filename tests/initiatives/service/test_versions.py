"""Changing a plan: before and after publication, and two people at once."""

from dataclasses import replace
from datetime import date

import pytest

from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate
from app.initiatives import queries, service
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative, InitiativeVersion, NeedKind, Theme
from app.initiatives.service import Edited, Piece
from app.initiatives.signals import waiting_for_review, withdrawn
from factories.accounts import a_moderator, a_person
from factories.initiatives import a_version, an_initiative


def as_it_is(initiative: Initiative) -> Edited:
    return Edited(**initiative.texts, themes=tuple(row.theme for row in initiative.themes))


def test_before_publication_the_plan_itself_changes() -> None:
    initiative = an_initiative(state=State.CHANGES_REQUESTED)
    edited = replace(as_it_is(initiative), title="Tuintjes", needs=(NeedKind.MONEY,))

    waits = service.edit(initiative, edited, seen=initiative.version, by=a_person())

    assert (waits, initiative.title, initiative.needs) == (False, "Tuintjes", ["money"])
    assert db.session.query(InitiativeVersion).count() == 0


def test_after_publication_a_new_text_waits_while_everybody_reads_the_old_one() -> None:
    initiative = an_initiative()
    edited = replace(as_it_is(initiative), title="Tuintjes")
    news: list[object] = []

    def listen(sender: object, **_more: object) -> None:
        news.append(sender)

    with waiting_for_review.connected_to(listen):
        waits = service.edit(initiative, edited, seen=initiative.version, by=a_person())

    version = db.session.query(InitiativeVersion).one()
    assert (waits, initiative.title) == (True, "Geveltuintjes")
    assert (version.texts["title"], version.state) == ("Tuintjes", TextState.WAITING)
    assert news == [version]
    assert queries.waiting_version(initiative) is version


def test_choices_change_at_once_without_a_moderator() -> None:
    initiative = an_initiative()
    edited = replace(
        as_it_is(initiative), themes=(Theme.SAFETY,), starts_on=date(2027, 5, 14), needs=()
    )

    waits = service.edit(initiative, edited, seen=initiative.version, by=a_person())

    assert (waits, db.session.query(InitiativeVersion).count()) == (False, 0)
    assert [row.theme for row in initiative.themes] == [Theme.SAFETY]
    assert initiative.starts_on == date(2027, 5, 14)


def test_a_newer_text_takes_the_place_of_the_one_that_waits() -> None:
    initiative = an_initiative()
    first = a_version(initiative, title="Eerste")
    edited = replace(as_it_is(initiative), title="Tweede")
    gone: list[object] = []

    def listen(sender: object, **_more: object) -> None:
        gone.append(sender)

    with withdrawn.connected_to(listen):
        service.edit(initiative, edited, seen=initiative.version, by=a_person())

    assert (first.state, gone) == (TextState.WITHDRAWN, [first])
    waiting = queries.waiting_version(initiative)
    assert waiting is not None
    assert (waiting.number, waiting.texts["title"]) == (2, "Tweede")


def test_the_same_text_again_keeps_what_waits() -> None:
    initiative = an_initiative()
    first = a_version(initiative, title="Eerste")
    edited = replace(as_it_is(initiative), title="Eerste")

    assert service.edit(initiative, edited, seen=initiative.version, by=a_person()) is True
    assert queries.waiting_version(initiative) is first


def test_going_back_to_the_public_text_takes_back_what_waits() -> None:
    initiative = an_initiative()
    first = a_version(initiative, title="Eerste")

    waits = service.edit(initiative, as_it_is(initiative), seen=initiative.version, by=a_person())

    assert (waits, first.state) == (False, TextState.WITHDRAWN)


def test_the_second_of_two_editors_hears_who_was_first() -> None:
    tess = a_person("Tess")
    initiative = an_initiative(team=(tess,))
    seen = initiative.version
    service.edit(initiative, replace(as_it_is(initiative), title="Van Tess"), seen=seen, by=tess)
    db.session.commit()

    with pytest.raises(OutOfDate, match="Tess heeft dit plan net veranderd, op "):
        service.edit(
            initiative, replace(as_it_is(initiative), title="Van Anna"), seen=seen, by=a_person()
        )

    assert db.session.query(InitiativeVersion).count() == 1


def test_a_moderator_who_was_first_is_called_by_the_role() -> None:
    initiative = an_initiative()
    seen = initiative.version
    service.judge(a_version(initiative, title="Nieuw"), "publish", by=a_moderator())
    db.session.commit()

    with pytest.raises(OutOfDate, match="Een moderator heeft dit plan net veranderd"):
        service.edit(initiative, as_it_is(initiative), seen=seen, by=a_person())


def test_a_first_editor_who_left_no_name_is_somebody() -> None:
    initiative = an_initiative()

    with pytest.raises(OutOfDate, match="Iemand anders"):
        service.edit(initiative, as_it_is(initiative), seen=99, by=a_person())


@pytest.mark.parametrize("state", [State.SUBMITTED, State.REJECTED, State.ARCHIVED])
def test_a_plan_that_a_moderator_reads_is_not_changed(state: State) -> None:
    initiative = an_initiative(state=state)

    with pytest.raises(NotAllowed):
        service.edit(initiative, as_it_is(initiative), seen=initiative.version, by=a_person())


def test_the_changes_of_a_waiting_version_are_against_the_public_text() -> None:
    version = a_version(an_initiative(), number=3, title="Geveltuintjes en bankjes")

    change = service.changes(version)[0]

    assert len(service.changes(version)) == 1
    assert change.label == "Naam van je plan"
    assert change.pieces == [Piece("same", "Geveltuintjes "), Piece("new", "en bankjes")]


def test_the_changes_of_a_plan_sent_in_again_are_against_the_version_before() -> None:
    initiative = an_initiative(state=State.SUBMITTED)
    a_version(initiative, number=1, state=TextState.RETURNED, summary="Iets.")
    second = a_version(initiative, number=2)

    assert [change.label for change in service.changes(second)] == ["In het kort"]


def test_everything_in_a_first_version_is_new() -> None:
    first = a_version(an_initiative(state=State.SUBMITTED))

    kinds = {piece.kind for change in service.changes(first) for piece in change.pieces}

    assert kinds == {"new"}
