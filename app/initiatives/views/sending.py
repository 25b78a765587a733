"""A photo on its way in: how large, how often, and without letting others wait for it."""

from collections.abc import Callable

from app.core.errors import Refused
from app.core.pictures import LARGEST_FILE, Picture
from app.initiatives.forms.photos import PhotoForm
from app.web.transaction import paused

MOST_BYTES = LARGEST_FILE + 8 * 1024 * 1024  # a photo that is a bit too large gets a kind answer
PHOTOS_PER_NETWORK = "60 per hour"  # a whole community centre may sit behind one address


def sent_picture(form: PhotoForm, keep: Callable[[Picture], None]) -> bool:
    """Clean the picture that was sent and ``keep`` it; tell whether there was one that is kept."""
    if not form.accepted():
        return False
    try:
        with paused():
            picture = form.picture()
        keep(picture)
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return True
