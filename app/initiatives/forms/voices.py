"""What people say about a plan."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from app.initiatives.voices import ConcernTopic
from app.web.careful import CarefulForm


class UpdateForm(CarefulForm):
    """News from the team."""

    title = StringField(
        _l("Titel"),
        [
            DataRequired(_l("Geef je bericht een titel.")),
            Length(3, 80, _l("Gebruik 3 tot 80 tekens voor de titel.")),
        ],
    )
    text = TextAreaField(
        _l("Wat is het nieuws?"),
        [
            DataRequired(_l("Schrijf op wat het nieuws is.")),
            Length(max=5000, message=_l("Gebruik hoogstens 5000 tekens.")),
        ],
    )

    free_texts = ("title", "text")


class QuestionForm(CarefulForm):
    """A question for the team."""

    text = TextAreaField(
        _l("Wat wil je weten?"),
        [
            DataRequired(_l("Schrijf je vraag op.")),
            Length(5, 1000, _l("Gebruik 5 tot 1000 tekens voor je vraag.")),
        ],
    )

    free_texts = ("text",)


class AnswerForm(CarefulForm):
    """What the team says to a question."""

    text = TextAreaField(
        _l("Jullie antwoord"),
        [
            DataRequired(_l("Schrijf een antwoord op.")),
            Length(max=2000, message=_l("Gebruik hoogstens 2000 tekens voor je antwoord.")),
        ],
    )

    free_texts = ("text",)


class ConcernForm(CarefulForm):
    """Wat maakt je ongerust?"""

    free_texts = ("text",)
    has_moderator = False

    topic = RadioField(
        _l("Waar gaat het over?"),
        [DataRequired(_l("Kies waar het over gaat."))],
        choices=ConcernTopic.pairs,
    )
    text = TextAreaField(
        _l("Wat maakt je ongerust?"),
        [
            DataRequired(_l("Schrijf op wat je ongerust maakt.")),
            Length(5, 1000, _l("Gebruik 5 tot 1000 tekens.")),
        ],
    )
