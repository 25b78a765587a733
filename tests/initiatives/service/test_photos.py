"""Photos at a plan: never more than three, judged like everything else, and gone when taken away."""

import pytest

from app.accounts.models import User, Visitor
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, OutOfDate, Refused
from app.core.jobs import work_off
from app.initiatives import photo_files, queries, service
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative, Registration
from app.initiatives.photos import Photo
from app.moderation import service as moderation
from app.moderation.models import Review, ReviewState, Rule
from factories.accounts import a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.photos import a_photo, a_picture, has_files

ALT = "Drie mensen zetten planten in een bak"


def actions() -> list[str]:
    entries = db.session.query(Entry).filter_by(subject_type="photos").order_by(Entry.id)
    return [entry.action for entry in entries]


def an_idea(by: User | Visitor) -> Registration:
    """Return a draft in which everything is answered."""
    registration, _secret = service.start(by=by)
    for answers in (
        service.What("Geveltuintjes", "We maken samen tuintjes."),
        service.Where(a_town().mill.id),
        service.Who("Iedereen", name="Sanne", email="sanne@voorbeeld.example"),
    ):
        service.keep_answers(registration, answers, by=by)
    return registration


def test_a_photo_of_a_public_plan_waits_for_a_moderator() -> None:
    anna = a_person()
    initiative = an_initiative(anna)

    service.add_photo(initiative, a_picture(), ALT, by=anna)

    (photo,) = queries.photos_of(initiative)
    assert (photo.state, photo.alt, photo.author) == (TextState.WAITING, ALT, anna)
    assert has_files(photo.name)
    assert actions() == ["photos.add"]
    review = db.session.query(Review).one()
    assert (review.subject_type, review.subject_id, review.title) == (
        *("photos", photo.id),
        initiative.title,
    )


def test_personal_data_in_the_words_of_a_photo_are_pointed_out_to_the_moderator() -> None:
    anna = a_person()

    service.add_photo(an_initiative(anna), a_picture(), "Bel Karin op 06 12345678", by=anna)

    assert db.session.query(Review).one().flags == ["phone"]


def test_the_same_picture_again_changes_nothing() -> None:
    anna = a_person()
    initiative = an_initiative(anna)

    for _press in range(2):
        service.add_photo(initiative, a_picture(), ALT, by=anna)

    assert len(queries.photos_of(initiative)) == 1
    assert db.session.query(Review).count() == 1


def test_a_fourth_photo_is_refused_and_leaves_no_file() -> None:
    anna = a_person()
    initiative = an_initiative(anna)
    for colour in ("navy", "teal", "olive"):
        a_photo(initiative, colour=colour)

    with pytest.raises(Refused, match="al 3 foto's") as refusal:
        service.add_photo(initiative, a_picture(), ALT, by=anna)

    assert refusal.value.field == "file"
    assert not has_files(photo_files.name_for(initiative.id, a_picture()))


@pytest.mark.parametrize(
    ("state", "who"),
    [(State.RUNNING, "Bilal"), (State.SUBMITTED, "Anna"), (State.ARCHIVED, "Anna")],
)
def test_only_the_team_adds_photos_and_not_while_a_moderator_reads(state: State, who: str) -> None:
    initiative = an_initiative(a_person("Anna"), state=state)

    with pytest.raises(NotAllowed):
        service.add_photo(initiative, a_picture(), ALT, by=a_person(who))

    assert queries.photos_of(initiative) == []


def test_photos_of_a_visitor_get_their_author_and_are_published_with_the_plan() -> None:
    registration, initiative = _sent_in_by_a_visitor()
    photo = queries.photos_of(initiative)[0]
    assert photo.author is not None
    assert photo.author.name == "Sanne"
    assert registration.expires_at > clock.now()
    review = db.session.query(Review).one()  # one look, at everything together

    moderation.publish(review, by=a_moderator())

    assert photo.state == TextState.PUBLISHED
    assert actions() == ["photos.add", "photos.publish"]


def test_photos_of_a_plan_that_is_given_back_wait_until_it_is_published() -> None:
    _registration, initiative = _sent_in_by_a_visitor()
    review = db.session.query(Review).one()

    moderation.request_changes(
        review, by=a_moderator(), rule=Rule.UNCLEAR, reason="Vertel iets meer."
    )

    (photo,) = queries.photos_of(initiative)
    assert photo.state == TextState.WAITING
    assert photo.author is not None
    service.describe_photo(photo, "Een bak met planten", by=photo.author)
    assert (photo.alt, photo.state) == ("Een bak met planten", TextState.WAITING)


def test_personal_data_with_a_photo_of_a_new_plan_are_pointed_out_too() -> None:
    _sent_in_by_a_visitor(alt="Bel Karin op 06 12345678")

    assert db.session.query(Review).one().flags == ["phone"]


def test_a_photo_that_was_given_back_is_sent_in_again_with_other_words() -> None:
    anna, mo = a_person(), a_moderator()
    initiative = an_initiative(anna)
    service.add_photo(initiative, a_picture(), ALT, by=anna)
    review = db.session.query(Review).one()
    moderation.request_changes(review, by=mo, rule=Rule.UNCLEAR, reason="Wat zie je precies?")
    (photo,) = queries.photos_of(initiative)
    assert photo.state == TextState.RETURNED

    service.describe_photo(photo, "Een bak met planten", by=anna)

    assert (photo.alt, photo.state) == ("Een bak met planten", TextState.WAITING)
    assert actions() == [
        *("photos.add", "photos.request_changes"),
        *("photos.resubmit", "photos.describe"),
    ]
    assert [one.state for one in db.session.query(Review).order_by(Review.id)] == [
        *(ReviewState.CHANGES_REQUESTED, ReviewState.WAITING),
    ]


def test_the_words_of_a_public_photo_do_not_change_unseen() -> None:
    anna = a_person()
    photo = a_photo(an_initiative(anna))

    with pytest.raises(OutOfDate):
        service.describe_photo(photo, "Iets heel anders", by=anna)


def test_a_rejected_photo_may_be_looked_at_again_by_somebody_else() -> None:
    anna, mo = a_person(), a_moderator()
    initiative = an_initiative(anna)
    service.add_photo(initiative, a_picture(), ALT, by=anna)
    review = db.session.query(Review).one()
    moderation.reject(review, by=mo, rule=Rule.PERSONAL, reason="Je ziet een kenteken.")

    moderation.appeal(review, by=anna, reason="Dat is mijn eigen fiets.")

    second = db.session.query(Review).order_by(Review.id.desc()).first()
    assert second is not None
    assert (second.is_appeal, second.earlier_moderator_id) == (True, mo.id)
    with pytest.raises(NotAllowed):
        moderation.publish(second, by=mo)
    moderation.publish(second, by=a_moderator("Mina"))
    assert queries.photos_of(initiative)[0].state == TextState.PUBLISHED


def test_the_team_never_judges_its_own_photo() -> None:
    mo = a_moderator()
    initiative = an_initiative(a_person(), team=(mo,))
    service.add_photo(initiative, a_picture(), ALT, by=mo)

    with pytest.raises(NotAllowed):
        moderation.publish(db.session.query(Review).one(), by=mo)


def test_a_photo_that_is_taken_away_leaves_with_its_files_and_its_review() -> None:
    anna = a_person()
    initiative = an_initiative(anna)
    service.add_photo(initiative, a_picture(), ALT, by=anna)
    (photo,) = queries.photos_of(initiative)
    name = photo.name

    service.remove_photo(photo, by=anna)

    assert queries.photos_of(initiative) == []
    assert db.session.query(Review).one().state == ReviewState.WITHDRAWN
    assert actions() == ["photos.add", "photos.remove"]
    assert has_files(name), "until the row is really gone"
    db.session.commit()
    work_off()
    assert not has_files(name)


@pytest.mark.parametrize("state", [State.RUNNING, State.SUBMITTED])
def test_the_team_takes_a_photo_away_at_any_time_and_nobody_else_does(state: State) -> None:
    anna = a_person()
    photo = a_photo(an_initiative(anna, state=state), state=TextState.WAITING)

    with pytest.raises(NotAllowed):
        service.remove_photo(photo, by=a_moderator())
    service.remove_photo(photo, by=anna)

    assert db.session.query(Photo).count() == 0


def test_nobody_adds_to_or_takes_from_a_draft_of_somebody_else() -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    registration = an_idea(anna)
    service.add_photo_to_draft(registration, a_picture(), ALT, by=anna)
    (photo,) = queries.photos_of(registration.initiative)

    with pytest.raises(NotFound):
        service.add_photo_to_draft(registration, a_picture("navy"), ALT, by=bilal)
    with pytest.raises(NotFound):
        service.remove_photo_from_draft(registration, photo, by=bilal)
    service.remove_photo_from_draft(registration, photo, by=anna)

    assert queries.photos_of(registration.initiative) == []


def _sent_in_by_a_visitor(alt: str = ALT) -> tuple[Registration, Initiative]:
    registration = an_idea(Visitor())
    service.add_photo_to_draft(registration, a_picture(), alt, by=Visitor())
    sanne = a_person("Sanne")
    service.submit_draft(registration, by=sanne)
    return registration, registration.initiative
