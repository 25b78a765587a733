"""The form of the style page."""

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired

PLACES = {"voorhof": "Voorhof", "buitenhof": "Buitenhof"}


class SampleForm(FlaskForm):
    """One field of every kind."""

    title = StringField("Hoe heet je idee?", [InputRequired()])
    email = EmailField("Wat is je e-mailadres?", [InputRequired()])
    people = IntegerField("Hoeveel mensen zoek je?")
    start = DateField("Wanneer wil je beginnen?")
    story = TextAreaField("Vertel over je idee", [InputRequired()])
    place = SelectField("In welke wijk?", [InputRequired()], choices=PLACES)
    way = RadioField("Hoe praat je het liefst met ons?", [InputRequired()], choices=PLACES)
    help = SelectMultipleField("Waar kun je bij helpen?", choices=PLACES)
    agreed = BooleanField("Ik heb de spelregels gelezen", [InputRequired()])
