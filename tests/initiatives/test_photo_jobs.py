"""Files of photos go when nothing needs them any more, and never before."""

import os
from datetime import timedelta

from app.accounts.models import Visitor
from app.core import clock
from app.core.db import db
from app.core.jobs import Job, work_off
from app.initiatives import photo_files, queries, service
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from factories.accounts import a_person
from factories.initiatives import an_initiative
from factories.photos import a_photo, a_picture, has_files

ALT = "Drie mensen zetten planten in een bak"


def test_files_stay_when_the_same_photo_was_added_again() -> None:
    anna = a_person()
    initiative = an_initiative(anna)
    service.add_photo(initiative, a_picture(), ALT, by=anna)
    (photo,) = queries.photos_of(initiative)

    service.remove_photo(photo, by=anna)
    service.add_photo(initiative, a_picture(), ALT, by=anna)
    db.session.commit()
    work_off()

    assert has_files(queries.photos_of(initiative)[0].name)


def test_a_forgotten_draft_takes_its_photos_along() -> None:
    registration, _secret = service.start(by=Visitor())
    service.add_photo_to_draft(registration, a_picture(), ALT, by=Visitor())
    name = queries.photos_of(registration.initiative)[0].name
    registration.expires_at = clock.now()
    db.session.query(Job).update({"due_at": clock.now()})
    db.session.commit()

    work_off()

    assert (db.session.query(Photo).count(), db.session.query(Initiative).count()) == (0, 0)
    assert not has_files(name)


def test_at_night_files_that_no_photo_needs_are_swept_up() -> None:
    photo = a_photo(an_initiative())
    anna = photo.initiative.owner
    assert anna is not None
    service.add_photo(photo.initiative, a_picture("navy"), ALT, by=anna)
    lost = photo_files.name_for(0, a_picture())
    photo_files.keep(lost, a_picture())
    then = (clock.now() - timedelta(days=2)).timestamp()
    for name in (photo.name, lost):
        for width in (480, 960):
            os.utime(photo_files.path_of(name, width), (then, then))
    sweeps = db.session.query(Job).filter_by(kind="initiatives.sweep_photos")
    assert sweeps.one().due_at > clock.now()
    sweeps.update({"due_at": clock.now()})
    db.session.commit()

    work_off()

    assert (has_files(photo.name), has_files(lost)) == (True, False)
