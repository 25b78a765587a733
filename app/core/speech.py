"""Whose language we speak: that of who reads a text, not that of who causes it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from babel import Locale
from flask_babel import force_locale, get_locale

DEFAULT = "nl"  # of the municipality: for everybody of whom we know nothing else


class Reader(Protocol):
    """Somebody with a language; empty as long as nobody chose one."""

    language: str


R = TypeVar("R", bound=Reader)
P = ParamSpec("P")


def spoken() -> str:
    """Return the code of the language that is spoken now."""
    return _code(get_locale())


@cache
def _code(locale: Locale | None) -> str:
    """Return the code of ``locale``; worked out once, because every word on a page asks for it."""
    return str(locale or DEFAULT)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside in ``language``; empty stands for that of the municipality."""
    with force_locale(language or DEFAULT):
        yield


def to_each(
    readers: Callable[..., Iterable[R]],
) -> Callable[[Callable[Concatenate[R, P], None]], Callable[P, None]]:
    """Say the same to each of ``readers``, in their own language.

    ``readers`` gets what the decorated function is called with; that function gets one reader
    before it.
    """

    def decorated(say: Callable[Concatenate[R, P], None]) -> Callable[P, None]:
        @wraps(say)
        def to_all(*args: P.args, **kwargs: P.kwargs) -> None:
            for reader in readers(*args, **kwargs):
                with speaking(reader.language):
                    say(reader, *args, **kwargs)

        return to_all

    return decorated
