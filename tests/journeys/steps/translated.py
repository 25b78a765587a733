"""A phone in the hand of somebody who reads another language: the same steps, by the words it shows."""

from typing import Any

from flask_babel import gettext

from app.core.speech import speaking
from journeys.steps.phone import Phone


class TranslatedPhone(Phone):
    """Takes the Dutch words of a step, and looks for what they are in ``language``."""

    def __init__(self, phone: Phone, language: str) -> None:
        super().__init__(phone.page, runs_scripts=phone.runs_scripts)
        self.language = language

    def said(self, words: str, **values: Any) -> str:
        """Return Dutch words in the language of this reader."""
        with speaking(self.language):
            return str(gettext(words, **values))

    def follow(self, link: str, *, part: str | None = None) -> None:
        super().follow(self.said(link), part=part and self.said(part))

    def press(self, button: str, *, part: str | None = None) -> None:
        super().press(self.said(button), part=part and self.said(part))

    def answer(self, label: str, text: str, *, part: str | None = None) -> None:
        super().answer(self.said(label), text, part=part and self.said(part))

    def tick(self, *labels: str) -> None:
        super().tick(*(self.said(label) for label in labels))
