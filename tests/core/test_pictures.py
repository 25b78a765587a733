"""What comes in may be anything; what comes out is a picture and nothing else."""

import struct
import time
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import ExifTags, Image

from app.core import pictures
from app.core.errors import Refused
from factories.photos import a_file, drawn

GPS = {1: "N", 2: (52.0, 0.0, 41.0), 3: "E", 4: (4.0, 21.0, 23.0)}
SECRETS = (b"GEHEIM", b"Exif", b"EXIF", b"http://ns.adobe.com", b"<x:xmpmeta", b"ICCP", b"Anna")
NO_PICTURES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "words": lambda: b"Dit is geen foto." * 100,
    "gif": lambda: a_file("GIF"),
    "bmp": lambda: a_file("BMP"),
    "tiff": lambda: a_file("TIFF"),
    "svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "pdf": lambda: a_file("PDF"),
    "eps": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\n",
    "heic": lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 500,
    "avif": lambda: a_file("AVIF"),
    "zip": lambda: b"PK\x03\x04" + b"\0" * 500,
    "half of a jpeg": lambda: _half(a_file(picture=Image.effect_noise((800, 600), 90))),
    "half of a png": lambda: _half(a_file("PNG", Image.effect_noise((800, 600), 90))),
    "half of a webp": lambda: _half(a_file("WEBP", Image.effect_noise((800, 600), 90))),
    "the head of a jpeg": lambda: a_file()[:30],
    "30,000 by 30,000": lambda: a_png(30_000, 30_000),
    "more than a number holds": lambda: a_png(2**31 - 1, 2**31 - 1),
    "no width": lambda: a_png(0, 500),
    "a profile that unpacks to 20 MB": lambda: a_png(500, 500, chunk(b"iCCP", _bomb())),
    "a comment that unpacks to 20 MB": lambda: a_png(500, 500, chunk(b"zTXt", _bomb())),
}


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def a_png(width: int, height: int, *extra: bytes) -> bytes:
    """Return a PNG that says how large it is, with hardly anything in it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * (500 * 1501)))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + body + chunk(b"IEND", b"")


def _bomb() -> bytes:
    return b"x\0\0" + zlib.compress(b"\0" * 20_000_000)


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def shown(picture: pictures.Picture, width: int) -> Image.Image:
    return Image.open(BytesIO(picture.files[width]))


def where_it_is_red(image: Image.Image) -> tuple[str, str]:
    """Return the corner of the red part."""
    right, bottom = image.width - 20, image.height - 20
    corners = {
        ("left", "top"): (20, 20),
        ("right", "top"): (right, 20),
        ("left", "bottom"): (20, bottom),
        ("right", "bottom"): (right, bottom),
    }
    seen = image.convert("RGB")
    (found,) = [name for name, spot in corners.items() if seen.getpixel(spot)[0] > 200]
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_becomes_webp_in_the_widths_that_it_fills(kind: str) -> None:
    picture = pictures.clean(a_file(kind, drawn(2000, 1500)))

    assert (picture.width, picture.height) == (1600, 1200)
    sizes = {width: shown(picture, width).size for width in picture.files}
    assert sizes == {480: (480, 360), 960: (960, 720), 1600: (1600, 1200)}
    assert {shown(picture, width).format for width in picture.files} == {"WEBP"}


def test_a_small_photo_is_never_made_larger() -> None:
    picture = pictures.clean(a_file(picture=drawn(700, 500)))

    assert {width: shown(picture, width).size for width in picture.files} == {
        480: (480, 343),
        960: (700, 500),
    }
    assert pictures.widths_of(700) == (480, 960)


def test_a_tall_photo_fits_as_well() -> None:
    picture = pictures.clean(a_file(picture=drawn(1500, 3000)))

    assert (picture.width, picture.height) == (800, 1600)


def test_nothing_but_the_picture_is_left() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "GEHEIM toestel"
    exif[ExifTags.Base.Artist] = "Anna"
    exif[ExifTags.Base.ImageDescription] = "<script>GEHEIM</script>"
    exif[ExifTags.IFD.GPSInfo] = GPS
    exif[ExifTags.IFD.Exif] = {ExifTags.Base.DateTimeOriginal: "2026:11:22 10:00:00"}
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">GEHEIM</x:xmpmeta>'
    profile = b"GEHEIM" * 50
    told = {"exif": exif, "xmp": xmp, "icc_profile": profile}
    files = [
        a_file("JPEG", comment=b"GEHEIM", **told) + b"GEHEIM na de foto",
        a_file("PNG", exif=exif) + b"GEHEIM",
        a_file("WEBP", **told),
        a_file("JPEG", **told) + b"PK\x03\x04GEHEIM",  # a picture that is an archive as well
    ]

    for file in files:
        assert b"GEHEIM" in file
        for content in pictures.clean(file).files.values():
            assert content[8:16] == b"WEBPVP8 "
            assert struct.unpack("<I", content[16:20])[0] in {len(content) - 20, len(content) - 21}
            assert [secret for secret in SECRETS if secret in content] == []
            assert dict(Image.open(BytesIO(content)).getexif()) == {}


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [
        (1, ("left", "top")),
        (2, ("right", "top")),
        (3, ("right", "bottom")),
        (4, ("left", "bottom")),
        (5, ("left", "top")),
        (6, ("right", "top")),
        (7, ("right", "bottom")),
        (8, ("left", "bottom")),
    ],
)
def test_a_photo_stands_upright(orientation: int, corner: tuple[str, str]) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation

    picture = pictures.clean(a_file(exif=exif))

    assert where_it_is_red(shown(picture, 960)) == corner
    is_turned = orientation >= 5
    assert (picture.width, picture.height) == ((600, 800) if is_turned else (800, 600))


@pytest.mark.parametrize("name", NO_PICTURES)
def test_what_is_no_picture_is_refused_within_a_second(name: str) -> None:
    content = NO_PICTURES[name]()
    start = time.process_time()

    with pytest.raises(Refused, match=r"niet openen|beeldpunten|te klein"):
        pictures.clean(content)

    assert time.process_time() - start < 1


def test_a_file_of_too_many_bytes_is_refused_unread() -> None:
    with pytest.raises(Refused, match="12 MB"):
        pictures.clean(a_file() + b"\0" * pictures.LARGEST_FILE)


def test_more_pixels_are_taken_of_a_photo_that_is_read_in_parts() -> None:
    large = Image.new("RGB", (6_000, 5_000))

    assert pictures.clean(a_file("JPEG", large, quality=30)).width == 1600
    for kind, options in (("JPEG", {"progressive": True}), ("PNG", {"compress_level": 1})):
        with pytest.raises(Refused, match="beeldpunten"):
            pictures.clean(a_file(kind, large, **options))


def test_a_photo_on_which_nothing_can_be_seen_is_refused() -> None:
    with pytest.raises(Refused, match="te klein"):
        pictures.clean(a_file("PNG", drawn(1, 1)))


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "I;16"])
def test_any_kind_of_colours_becomes_a_picture(mode: str) -> None:
    seen = shown(
        pictures.clean(a_file("PNG", drawn().convert("L" if mode == "I;16" else mode))), 960
    )

    assert (seen.mode, seen.size) == ("RGB", (800, 600))


def test_colours_of_print_are_turned_into_colours_of_a_screen() -> None:
    picture = pictures.clean(a_file("JPEG", drawn().convert("CMYK")))

    assert where_it_is_red(shown(picture, 960)) == ("left", "top")


def test_what_is_see_through_becomes_white() -> None:
    glass = Image.new("RGBA", (400, 300), (0, 0, 0, 0))

    seen = shown(pictures.clean(a_file("PNG", glass)), 480).convert("RGB")

    assert min(seen.getpixel((200, 150))) > 250


def test_of_a_moving_picture_only_the_first_is_kept() -> None:
    many = [drawn(colour=colour) for colour in ("navy", "olive", "teal")]
    file = a_file("WEBP", many[0], save_all=True, append_images=many[1:])

    seen = shown(pictures.clean(file), 480)

    assert getattr(seen, "n_frames", 1) == 1
    assert seen.convert("RGB").getpixel((400, 300))[2] > 100  # type: ignore[index]  # navy


def test_the_same_picture_has_the_same_fingerprint() -> None:
    one, same, other = drawn(), drawn(), drawn(colour="navy")
    prints = [pictures.clean(a_file("PNG", picture)).fingerprint for picture in (one, same, other)]

    assert prints[0] == prints[1] != prints[2]
    assert len(prints[0]) == 64


def test_a_picture_that_would_hold_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "PLAIN_WEBP", b"VP8X")

    with pytest.raises(Refused, match="niet openen"):
        pictures.clean(a_file())
