"""PDF out of HTML, with tags for screen readers (PDF/UA-1) and nothing fetched from anywhere.

WeasyPrint needs Pango, which not every laptop has, and takes more than a second to load. That is
why it is loaded here and nowhere else, when somebody first asks for a PDF or whether there is one.
"""

import logging
from contextlib import redirect_stdout
from functools import cache, lru_cache
from importlib import import_module
from io import StringIO
from threading import Lock
from typing import Any

from PIL import ImageFile

log = logging.getLogger(__name__)
DRAWING = Lock()  # one at a time in each process: it keeps a processor busy


def is_possible() -> bool:
    """Tell whether this machine can make PDFs."""
    return _engine() is not None


@lru_cache(maxsize=64)
def pdf(html: str, css: str) -> bytes:
    """Return a document as PDF; the same document is made once and remembered.

    Ask ``is_possible`` first. Takes about 170 ms of a processor.
    """
    engine = _engine()
    if engine is None:
        raise RuntimeError("this machine cannot make PDFs")
    nothing = engine.urls.URLFetcher(allowed_protocols=())  # no network, no disk
    with DRAWING:
        style = engine.CSS(string=css, url_fetcher=nothing)
        document = engine.HTML(string=html, url_fetcher=nothing)
        made: bytes = document.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")
    return made


@cache
def _engine() -> Any:
    try:
        with redirect_stdout(StringIO()):  # it prints how to install what is missing
            engine = import_module("weasyprint")
    except OSError as missing:
        log.warning("no PDFs: %s", missing)
        return None
    ImageFile.LOAD_TRUNCATED_IMAGES = (
        False  # it lets Pillow take broken pictures, also from strangers
    )
    return engine
