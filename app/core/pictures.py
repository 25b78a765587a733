"""Pictures: a file from somebody we do not know becomes a clean picture, or it is refused.

Only the pixels go on. What a file is called or claims to be is never believed, and where and
when it was made, its thumbnails and its comments stay behind: a new picture is painted from the
pixels, and what comes out is looked at once more. Whatever goes wrong on the way is a refusal.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from flask_babel import gettext as _
from PIL import ExifTags, Image

from app.core.errors import Refused

WIDTHS = (480, 960, 1600)  # of a card, of a page, of a page on a sharp screen
LONGEST_SIDE = WIDTHS[-1]
SMALLEST_SIDE = 100
LARGEST_FILE = 12 * 1024 * 1024  # bytes
MOST_PIXELS = {"JPEG": 16_000_000, "PNG": 16_000_000, "WEBP": 10_000_000}  # in some 180 MB
MOST_PIXELS_IN_PARTS = 64_000_000  # of a plain JPEG, which is made smaller while it is read
QUALITY = 74
PLAIN_WEBP = b"VP8 "  # the first part of a file that cannot hold anything but the picture
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_one_at_a_time = Lock()  # a large picture takes much memory for a moment


@dataclass(frozen=True)
class Picture:
    """A clean picture as WebP: by each of ``WIDTHS`` up to the first that shows all of it.

    ``width`` and ``height`` are of the largest; ``fingerprint`` tells its content.
    """

    width: int
    height: int
    files: Mapping[int, bytes]

    @property
    def fingerprint(self) -> str:
        """64 letters and digits that only this picture has."""
        return hashlib.sha256(self.files[max(self.files)]).hexdigest()


def clean(content: bytes) -> Picture:
    """Return the picture in ``content``, upright and in sRGB-like colours without a profile.

    Raises ``Refused`` for anything but a whole JPEG, PNG or WebP of a fair size. Only the first
    picture of a moving one is kept. One at a time in each process, at most about a second.
    """
    if len(content) > LARGEST_FILE:
        raise Refused(_("Deze foto is te groot. Kies een foto van hoogstens 12 MB."))
    with _one_at_a_time:
        try:
            picture = _upright(content)
            files = {step: _webp(picture, step) for step in widths_of(picture.width)}
        except Refused:
            raise
        except Exception as error:  # a broken file fails in any way it likes
            raise Refused(
                _("We kunnen deze foto niet openen. Kies een foto als JPEG, PNG of WebP.")
            ) from error
    return Picture(picture.width, picture.height, files)


def widths_of(width: int) -> tuple[int, ...]:
    """Return the steps of ``WIDTHS`` that a picture of ``width`` has a file for."""
    smaller = [step for step in WIDTHS if step < width]
    return WIDTHS[: len(smaller) + 1]


def _upright(content: bytes) -> Image.Image:
    """Return a new picture of at most ``LONGEST_SIDE``, painted from the pixels alone."""
    with Image.open(BytesIO(content), formats=tuple(MOST_PIXELS)) as read:
        _check_size(read)
        turn = TURNS.get(read.getexif().get(ExifTags.Base.Orientation, 1))
        read.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        small = _small(read)
    turned = small if turn is None else small.transpose(turn)
    fresh = Image.new("RGB", turned.size)
    fresh.paste(turned)
    return fresh


def _check_size(read: Image.Image) -> None:
    """Look at the size that the file announces, before any pixel is unpacked."""
    kind = "JPEG" if read.format == "MPO" else read.format or ""  # some phones add a second one
    in_parts = kind == "JPEG" and "progressive" not in read.info
    if read.width * read.height > (MOST_PIXELS_IN_PARTS if in_parts else MOST_PIXELS[kind]):
        raise Refused(_("Deze foto heeft te veel beeldpunten. Kies een kleinere foto."))
    if min(read.size) < SMALLEST_SIDE:
        raise Refused(_("Deze foto is te klein om goed te zien. Kies een grotere foto."))


def _small(read: Image.Image) -> Image.Image:
    """Return the picture in red, green and blue; where it is see-through it becomes white."""
    read.load()
    mode = "RGBA" if read.has_transparency_data else "RGB"
    small = read if read.mode == mode else read.convert(mode)  # a copy takes as much memory again
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    if small.mode == "RGB":
        return small
    paper = Image.new("RGBA", small.size, "white")
    return Image.alpha_composite(paper, small).convert("RGB")


def _webp(picture: Image.Image, width: int) -> bytes:
    if width < picture.width:
        size = (width, max(1, round(picture.height * width / picture.width)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    file = BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, method=4)
    content = file.getvalue()
    if content[12:16] != PLAIN_WEBP:
        raise ValueError("there is more in this file than a picture")
    return content
