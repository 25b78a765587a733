"""Reading a PDF as people do: on paper, with a phone, and with a screen reader."""

import os
import re
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import NamedTuple

import pytest
import zxingcpp
from PIL import Image

from app.web.pdf import is_possible

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
DOTS = 150  # per inch: a plain office printer


class Code(NamedTuple):
    """A QR code on paper."""

    says: str
    centimetres: float


def skip_without_pango() -> None:
    """Leave a test out on a laptop that makes no PDFs; in CI that is a failure."""
    if not is_possible() and not os.environ.get("CI"):
        pytest.skip("Pango is not installed: no PDFs here")


def skip_without_poppler() -> None:
    """Leave a test out on a laptop that makes PDFs but cannot read them."""
    skip_without_pango()
    if shutil.which("pdftoppm") is None and not os.environ.get("CI"):
        pytest.skip("poppler-utils is not installed: nothing can read the PDF")


def code_on(pdf: bytes, folder: Path) -> Code:
    """Return the QR code of a PDF that is printed in pure black and white."""
    (folder / "poster.pdf").write_bytes(pdf)
    _run("pdftoppm", "-r", str(DOTS), "-png", "-singlefile", "poster.pdf", "poster", folder=folder)
    with Image.open(folder / "poster.png") as printed:
        black_and_white = printed.convert("1", dither=Image.Dither.NONE).convert("L")
    (found,) = zxingcpp.read_barcodes(black_and_white)
    wide = found.position.top_right.x - found.position.top_left.x
    return Code(found.text, wide / DOTS * 2.54)


def words_on(pdf: bytes, folder: Path) -> str:
    """Return the words in the order in which a screen reader says them, on one line."""
    (folder / "poster.pdf").write_bytes(pdf)
    return " ".join(_run("pdftotext", "-raw", "poster.pdf", "-", folder=folder).split())


def facts_of(pdf: bytes, folder: Path) -> dict[str, str]:
    """Return what a reader program says about the document."""
    (folder / "poster.pdf").write_bytes(pdf)
    lines = _run("pdfinfo", "poster.pdf", folder=folder).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def inside(pdf: bytes) -> bytes:
    """Return the objects of a document as they were written, unpacked."""
    parts = [pdf]
    for packed in STREAM.findall(pdf):
        try:  # of a stream whose last byte looks like a line end that byte is missing
            parts.append(zlib.decompressobj().decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(parts)


def _run(*command: str, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()
