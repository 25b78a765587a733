"""Forms with free text: personal data are pointed out before a text is sent, and some are refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wtforms import Field, StringField

from app.core.personal_data import (
    find,
    health_words,
    is_refused,
    why_refused,
    why_unwise,
    words_for,
)
from app.web.forms import PortalForm


@dataclass(frozen=True)
class Found:
    """One kind of personal data in a form: ``places`` are what was found, with the id of its field."""

    code: str
    places: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        """What may be in the text."""
        return words_for(self.code)

    @property
    def why(self) -> str:
        """Why it may be unwise."""
        return why_unwise(self.code)


class CarefulForm(PortalForm):
    """A form that comes back once when its free texts seem to hold personal data.

    The writer changes the text, or says (``noticed``) that it has to stay; then ``kept`` tells what
    was chosen to stay. Numbers that only help a thief are refused at their field.
    """

    free_texts: Sequence[str] = ()  # fields that others read; not the ones meant for who to call
    about_health = False  # whether words about health are pointed out as well
    warns = True  # whether somebody reads the answer
    has_moderator = True  # whether somebody reads the text before others do
    noticed = StringField()  # the codes of what the writer was warned about and wants to keep

    kept: Sequence[str] = ()
    warnings: Sequence[Found] = ()

    def validate(self, extra_validators: object = None) -> bool:
        """Refuse, at their fields, the numbers that cannot be placed."""
        is_valid = bool(super().validate(extra_validators))
        for field in self._written():
            refused = dict.fromkeys(one.kind for one in find(field.data or "") if is_refused(one))
            field.errors = [*field.errors, *map(why_refused, refused)]
            is_valid = is_valid and not refused
        return is_valid

    def accepted(self) -> bool:
        """Tell whether the form was sent, is valid, and holds nothing to warn about (any more)."""
        if not super().accepted():
            return False
        found = list(self._found()) if self.warns else []
        self.kept = [one.code for one in found]
        if not set(self.kept) <= set((self.noticed.data or "").split()):
            self.warnings = found
        return not self.warnings

    @property
    def status(self) -> int:
        """422 as well for a page that comes back with a warning."""
        return 422 if self.warnings else super().status

    def _found(self) -> Iterator[Found]:
        places: dict[str, list[tuple[str, str]]] = {}
        for id_of_field, text in self._texts():
            for code, words in self._in(text):
                places.setdefault(code, []).append((id_of_field, words))
        return (Found(code, tuple(dict.fromkeys(where))) for code, where in places.items())

    def _texts(self) -> Iterator[tuple[str, str]]:
        """Yield what others will read, with where it stands on the page."""
        return ((field.id, field.data or "") for field in self._written())

    def _in(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the codes of what is in a text, with the words themselves."""
        for one in find(text):
            yield one.kind.value, text[one.start : one.end]
        if self.about_health:
            yield from (("health", word) for word in health_words(text))

    def _written(self) -> Iterator[Field]:
        """Yield the fields with free text; ``lines.words`` stands for the words of every line."""
        for name in self.free_texts:
            outer, _dot, inner = name.partition(".")
            if inner:
                yield from (line.form[inner] for line in self[outer])
            elif outer in self:
                yield self[outer]
