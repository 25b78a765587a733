"""The photos of a plan: its team adds one, says again what is on it, and takes it away."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound
from app.core.pictures import Picture
from app.initiatives import queries, rules, service
from app.initiatives.forms.photos import DescribeForm, PhotoForm
from app.initiatives.lifecycle import PUBLIC, TEXT_LIFE
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from app.initiatives.service.photos import MOST
from app.initiatives.views.blueprint import bp, found
from app.initiatives.views.sending import MOST_BYTES, PHOTOS_PER_NETWORK, sent_picture
from app.web.throttle import limiter
from app.web.uploads import takes_files


@bp.route("/<int:initiative_id>/fotos", methods=["GET", "POST"])
@takes_files(MOST_BYTES)
@limiter.limit(PHOTOS_PER_NETWORK, methods=["POST"])
def photos(initiative_id: int) -> ResponseReturnValue:
    """Show all photos of a plan to its team, also those that wait; POST adds one."""
    initiative = found(initiative_id, rules.run_it)

    def keep(picture: Picture) -> None:
        plan = found(initiative_id, rules.run_it)
        photo = service.add_photo(plan, picture, form.alt.data or "", by=current_user)
        _insist(photo or plan, form.kept)

    form = PhotoForm.from_request()
    if sent_picture(form, keep):
        flash(_said(is_public=initiative.state in PUBLIC))
        return redirect(url_for(".photos", initiative_id=initiative_id), 303)
    known = queries.photos_of(initiative)
    page = render_template(
        "initiatives/photos.html",
        initiative=initiative,
        form=form,
        photos=[(photo, queries.reason_for_text(photo)) for photo in known],
        may_add=len(known) < MOST and rules.edit(current_user, initiative),
        is_full=len(known) >= MOST,
        may_describe=_may_describe,
    )
    return page, form.status


@bp.route("/<int:initiative_id>/fotos/<int:photo_id>", methods=["GET", "POST"])
def describe_photo(initiative_id: int, photo_id: int) -> ResponseReturnValue:
    """Say again what is on a photo."""
    photo = queries.found_photo(found(initiative_id, rules.edit), photo_id)
    form = DescribeForm.from_request(photo)
    if form.accepted():
        service.describe_photo(photo, form.alt.data or "", by=current_user)
        _insist(photo, form.kept)
        flash(_said(is_public=photo.initiative.state in PUBLIC))
        return redirect(url_for(".photos", initiative_id=initiative_id), 303)
    if not _may_describe(photo):
        return redirect(url_for(".photos", initiative_id=initiative_id), 303)
    page = render_template(
        "initiatives/photo.html", initiative=photo.initiative, photo=photo, form=form
    )
    return page, form.status


@bp.post("/<int:initiative_id>/fotos/<int:photo_id>/einde")
def remove_photo(initiative_id: int, photo_id: int) -> ResponseReturnValue:
    """Take a photo away; pressed a second time it is gone already."""
    initiative = found(initiative_id, rules.run_it)
    try:
        photo = queries.found_photo(initiative, photo_id)
    except NotFound:
        return redirect(url_for(".photos", initiative_id=initiative_id), 303)
    service.remove_photo(photo, by=current_user)
    flash(_("De foto is weggehaald."))
    return redirect(url_for(".photos", initiative_id=initiative_id), 303)


def _insist(text: Photo | Initiative, kept: Sequence[str]) -> None:
    """Remember what stays at what the moderator looks at: the photo, or the whole plan before it is public."""
    plan = text.initiative if isinstance(text, Photo) else text
    service.insist(text if plan.state in PUBLIC else plan, kept, by=current_user)


def _said(*, is_public: bool) -> str:
    said = _("De foto staat bij je plan.")
    if is_public:
        said = _("Bedankt. Een moderator bekijkt je foto eerst. Daarna staat hij op de site.")
    return str(said)


def _may_describe(photo: Photo) -> bool:
    return "resubmit" in TEXT_LIFE.possible(photo.state) or photo.initiative.state not in PUBLIC
