"""Register a plan on one page, that a phone keeps and sends when it has internet again."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.models import Visitor
from app.core import tokens
from app.core.errors import NotAllowed, Refused
from app.core.pictures import Picture
from app.core.speech import spoken
from app.initiatives import service
from app.initiatives.forms.offline import OfflineForm, PhonePhotoForm
from app.initiatives.queries.words import step_titles
from app.initiatives.views.blueprint import WRITES, bp
from app.initiatives.views.sending import MOST_BYTES, PHOTOS_PER_NETWORK, sent_picture
from app.web import again
from app.web.compression import squeezed_well
from app.web.throttle import limiter
from app.web.uploads import takes_files


@bp.route("/nieuw/offline", methods=["GET", "POST"])
@squeezed_well
@limiter.limit(WRITES, methods=["POST"])
def offline() -> ResponseReturnValue:
    """Ask everything at once; POST keeps a draft of nobody, which the key opens.

    Cookies mean nothing here: a phone sends by itself, whoever is signed in by then. The script of
    the page asks for JSON and gets the way on, and where the photos go; without scripts the browser
    goes there, and photos can be added on the way.
    """
    if request.method == "POST":
        _refuse_other_sites()
    form = OfflineForm.from_request(key=tokens.secret())
    if form.accepted():
        try:
            draft = service.take_from_phone(
                form.key.data or "", form.answers(), form.photo.data or []
            )
            service.insist(draft.initiative, form.kept, by=Visitor())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            way_on = url_for(".resume", secret=form.key.data)
            if request.accept_mimetypes.best == "application/json":
                photos = url_for(".offline_photo", taal=spoken())
                return {"address": way_on, "photos": photos}, 201
            return redirect(way_on, 303)
    page = render_template("initiatives/offline.html", form=form, steps=step_titles())
    return page, form.status


@bp.post("/nieuw/offline/fotos")
@takes_files(MOST_BYTES)
@limiter.limit(PHOTOS_PER_NETWORK)
def offline_photo() -> ResponseReturnValue:
    """Keep a photo of a plan that a phone sent; a refusal says in words what is wrong with it."""
    _refuse_other_sites()
    form = PhonePhotoForm.from_request()

    def keep(picture: Picture) -> None:
        service.take_photo_from_phone(
            form.key.data or "", form.photo.data or "", picture, form.alt.data or ""
        )

    if sent_picture(form, keep):
        return {}, 201
    return {"message": form.problem}, 422


def _refuse_other_sites() -> None:
    if not again.stood_on_our_page():
        raise NotAllowed(_("Dit formulier kwam van een andere site. Vul het hier in."))
