"""Files that the portal makes itself: asked for each time, sent only when they changed."""

from flask import Response, make_response, request


def answer(content: bytes, mimetype: str, *, name: str, download: bool = False) -> Response:
    """Return ``content`` as a file, or 304 to somebody who has this very one already.

    No browser or proxy keeps it without asking: whoever may not see it any more gets nothing.
    """
    response = make_response(content)
    response.mimetype = mimetype
    kind = "attachment" if download else "inline"
    response.headers.set("Content-Disposition", kind, filename=name)
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
