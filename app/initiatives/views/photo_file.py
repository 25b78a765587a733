"""The file of a photo: each time somebody asks for it, it is asked again who may see it.

The picture of a number never changes, so a browser keeps a public one. Caches that others share
have to ask us each time: a photo that is hidden is gone for everybody at once.
"""

from flask import Response, abort, request
from flask_login import current_user

from app.core.errors import NotFound
from app.core.pictures import widths_of
from app.initiatives import photo_files, queries, rules
from app.initiatives.views import draft
from app.initiatives.views.blueprint import bp

FOR_EVERYBODY = "public, max-age=31536000, immutable, s-maxage=0, proxy-revalidate"
FOR_ONE = "private, no-store"


@bp.get("/fotos/<int:photo_id>/<int:width>.webp")
def photo_file(photo_id: int, width: int) -> Response:
    """Give the file of a photo for a width; 404 to who may not know that it is there."""
    known = queries.file_of_photo(photo_id)
    if known is None or width not in widths_of(known.width):
        abort(404)
    if not known.is_public and not _may_see(known.initiative_id):
        abort(404)
    path = photo_files.path_of(known.name, width)
    if not path.exists():
        abort(404)
    answer = Response(path.read_bytes(), mimetype="image/webp")
    answer.headers["Content-Disposition"] = f"inline; filename=foto-{photo_id}.webp"
    answer.headers["Cache-Control"] = FOR_EVERYBODY if known.is_public else FOR_ONE
    answer.set_etag(f"{known.name}-{width}")
    answer.make_conditional(request)
    return answer


def _may_see(initiative_id: int) -> bool:
    """Tell whether the reader writes this plan, or is one of the people it is shown to before."""
    written = draft.sent_or_draft()
    if written is not None and written.initiative_id == initiative_id:
        return True
    try:
        initiative = queries.found(current_user, initiative_id)
    except NotFound:
        return False
    return rules.see_waiting_photos(current_user, initiative)
