"""What counts as the picture of a tile: a PNG or JPEG of the usual size, and nothing else."""

from io import BytesIO

from PIL import Image

LARGEST = 500_000  # bytes
SIDES = {(256, 256), (512, 512)}  # pixels
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def is_tile(content: bytes) -> bool:
    """Tell whether ``content`` is a whole picture that browsers can be given as a tile."""
    if len(content) > LARGEST:
        return False
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if picture.size not in SIDES:
                return False
            picture.load()
    except BROKEN:
        return False
    return True


def kind_of(content: bytes) -> str:
    """Return the media type of a tile, which is one of two."""
    return "image/jpeg" if content.startswith(b"\xff\xd8") else "image/png"
