"""What is asked of a team that answers a question of the municipality."""

from flask_babel import lazy_gettext as _l
from wtforms.fields import TextAreaField

from app.support.forms.fields import needed
from app.web.careful import CarefulForm


class SupplementForm(CarefulForm):
    """The answer of the team."""

    free_texts = ("text",)
    has_moderator = False

    text = TextAreaField(_l("Je antwoord"), needed(_l("Schrijf je antwoord."), 4000))
