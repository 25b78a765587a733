"""The letters that were sent about a request, kept as they were: they never say anything else."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.core.speech import DEFAULT
from app.support.letters.parts import Part, PartKind, Said
from app.support.models import SupportRequest

SHEET = 1  # the version of the sheet that letters are written for now; see ``paper.py``


class LetterKind(Choice):
    """What happened to a request that its team has on paper."""

    RECEIPT = "receipt", _l("Bevestiging van je vraag")
    QUESTION = "question", _l("Vraag aan jullie")
    ANSWER_CAME = "answer_came", _l("Bevestiging van je antwoord")
    GOING_ON = "going_on", _l("We gaan verder")
    EXTENSION = "extension", _l("We nemen meer tijd")
    INTENTION = "intention", _l("Wat vind jij hiervan?")
    VIEW_CAME = "view_came", _l("Bevestiging van je reactie")
    DECISION = "decision", _l("Antwoord op je vraag")
    OBJECTION_CAME = "objection_came", _l("Bevestiging van je bezwaar")
    OBJECTION_POSTPONED = "objection_postponed", _l("Meer tijd voor je bezwaar")
    OBJECTION_DECIDED = "objection_decided", _l("Besluit op je bezwaar")


class Letter(Base):
    """A letter about a request: everything that is on its paper but the words, which are in ``texts``.

    Nothing of it changes but the names of people who delete their account.
    """

    __tablename__ = "letters"

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), index=True)
    kind: Mapped[LetterKind]
    written_at: Mapped[datetime] = mapped_column(default=clock.now)
    sender: Mapped[str]
    addressee: Mapped[list[str]]  # the name; below it the lines of an address when it is known
    about: Mapped[str]  # the title of the plan
    contact: Mapped[list[str]]  # who can tell more, and how to reach them
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    signed_by: Mapped[str] = mapped_column(default="")  # empty: nobody did, the portal wrote it
    template: Mapped[int]  # the version of the sheet that it is printed on
    form_version: Mapped[int | None]  # of the form that the request was sent in with (Awb 4:4)

    request: Mapped[SupportRequest] = relationship(back_populates="letters")
    texts: Mapped[list["LetterText"]] = relationship(
        order_by="LetterText.language", cascade="all, delete-orphan"
    )

    @property
    def written_on(self) -> date:
        return clock.day_of(self.written_at)

    def text_in(self, language: str) -> "LetterText":
        """Return its words in ``language``, and in Dutch when nobody of the team read that."""
        texts = {text.language: text for text in self.texts}
        return texts.get(language, texts[DEFAULT])


class LetterText(Base):
    """The words of a letter in one language; the one in Dutch is what counts."""

    __tablename__ = "letter_texts"
    __table_args__ = (UniqueConstraint("letter_id", "language"),)

    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"))
    language: Mapped[str] = mapped_column(String(10))
    subject: Mapped[str]
    paragraphs: Mapped[list[str]]
    kinds: Mapped[list[str]]  # of each paragraph

    @classmethod
    def of(cls, language: str, said: Said) -> "LetterText":
        """Return a text that keeps what is ``said``."""
        return cls(
            language=language,
            subject=said.subject,
            paragraphs=[part.text for part in said.parts],
            kinds=[part.kind.value for part in said.parts],
        )

    @property
    def said(self) -> Said:
        kinds = map(PartKind, self.kinds)
        return Said(self.subject, tuple(map(Part, kinds, self.paragraphs)))
