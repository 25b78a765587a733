"""Photos at a plan that is being written: from the page on which the answers are checked."""

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound
from app.core.pictures import Picture
from app.initiatives import queries, service
from app.initiatives.forms.photos import PhotoForm
from app.initiatives.models import Registration
from app.initiatives.service.photos import MOST
from app.initiatives.views import draft
from app.initiatives.views.blueprint import bp
from app.initiatives.views.sending import MOST_BYTES, PHOTOS_PER_NETWORK, sent_picture
from app.web.throttle import limiter
from app.web.uploads import takes_files


@bp.route("/nieuw/fotos", methods=["GET", "POST"])
@takes_files(MOST_BYTES)
@limiter.limit(PHOTOS_PER_NETWORK, methods=["POST"])
def draft_photos() -> ResponseReturnValue:
    """Show the photos at the draft of this browser; POST adds one."""
    known = draft.current()
    if known is None:
        return redirect(url_for(".start"), 303)

    def keep(picture: Picture) -> None:
        known = _draft()
        service.add_photo_to_draft(known, picture, form.alt.data or "", by=current_user)
        service.insist(known.initiative, form.kept, by=current_user)

    form = PhotoForm.from_request()
    if sent_picture(form, keep):
        session.modified = True  # the cookie lasts from the last answer on, as the draft does
        flash(_("De foto staat bij je plan."))
        return redirect(url_for(".draft_photos"), 303)
    photos = queries.photos_of(known.initiative)
    page = render_template(
        "initiatives/draft_photos.html", form=form, photos=photos, is_full=len(photos) >= MOST
    )
    return page, form.status


@bp.post("/nieuw/fotos/<int:photo_id>/einde")
def remove_draft_photo(photo_id: int) -> ResponseReturnValue:
    """Take a photo away; pressed a second time it is gone already."""
    known = _draft()
    try:
        photo = queries.found_photo(known.initiative, photo_id)
    except NotFound:
        return redirect(url_for(".draft_photos"), 303)
    service.remove_photo_from_draft(known, photo, by=current_user)
    flash(_("De foto is weggehaald."))
    return redirect(url_for(".draft_photos"), 303)


def _draft() -> Registration:
    known = draft.current()
    if known is None:
        raise NotFound(_("We kunnen je concept niet vinden. Misschien heb je het al ingestuurd."))
    return known
