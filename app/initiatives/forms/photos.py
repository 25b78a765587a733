"""A photo for a plan, and what is on it."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from app.core import pictures
from app.core.errors import Refused
from app.core.pictures import Picture
from app.web.careful import CarefulForm


def _alt_field() -> StringField:
    return StringField(
        _l("Wat zie je op de foto?"),
        [
            DataRequired(_l("Vertel wat er op de foto te zien is.")),
            Length(5, 200, _l("Gebruik 5 tot 200 tekens voor wat er op de foto te zien is.")),
        ],
    )


class DescribeForm(CarefulForm):
    """What is on a photo, for people who cannot see it."""

    free_texts = ("alt",)

    alt = _alt_field()


class PhotoForm(CarefulForm):
    """A photo from the phone, with what is on it."""

    free_texts = ("alt",)

    file = FileField(
        _l("Kies een foto of maak er een"),
        [FileRequired(_l("Kies een foto."))],
        render_kw={"accept": "image/*"},
    )
    alt = _alt_field()

    def picture(self) -> Picture:
        """Return what was sent as a clean picture; raises ``Refused`` at the field when it is none."""
        try:
            return pictures.clean(self.file.data.read(pictures.LARGEST_FILE + 1))
        except Refused as refusal:
            raise Refused(refusal.message, field="file") from refusal
