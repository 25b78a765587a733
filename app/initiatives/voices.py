"""What people say about an initiative: updates, questions, endorsements and concerns."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.models import Initiative


class ConcernTopic(Choice):
    """What a worry is about: the initiator sees the topics, not who has them."""

    NOISE = "noise", _l("Geluid of drukte")
    SAFETY = "safety", _l("Veiligheid")
    PARKING = "parking", _l("Verkeer en parkeren")
    MAINTENANCE = "maintenance", _l("Wie houdt het netjes?")
    MONEY = "money", _l("Geld")
    NOT_FOR_ALL = "not_for_all", _l("Niet voor iedereen")
    OTHER = "other", _l("Iets anders")


class Update(Base):
    """News from the team."""

    __tablename__ = "updates"
    __table_args__ = (Index(None, "initiative_id", "state", "id"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    title: Mapped[str] = mapped_column(String(80))
    text: Mapped[str]
    state: Mapped[TextState] = mapped_column(default=TEXT_LIFE.initial)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column(default=1)

    initiative: Mapped[Initiative] = relationship()
    author: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}


class Question(Base):
    """A question from a neighbour, with the team's answer once there is one."""

    __tablename__ = "questions"
    __table_args__ = (Index(None, "initiative_id", "state", "id"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    text: Mapped[str] = mapped_column(String(1000))
    state: Mapped[TextState] = mapped_column(default=TEXT_LIFE.initial)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column(default=1)

    initiative: Mapped[Initiative] = relationship()
    author: Mapped[User] = relationship()
    answers: Mapped[list["Answer"]] = relationship(back_populates="question", order_by="Answer.id")

    __mapper_args__ = {"version_id_col": version}


class Answer(Base):
    """What the team says to a question."""

    __tablename__ = "answers"

    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    text: Mapped[str] = mapped_column(String(2000))
    state: Mapped[TextState] = mapped_column(default=TEXT_LIFE.initial)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column(default=1)

    question: Mapped[Question] = relationship(back_populates="answers")
    author: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @property
    def initiative(self) -> Initiative:
        return self.question.initiative


class Endorsement(Base):
    """Ik vind dit een goed plan: once per person, and it can be taken back."""

    __tablename__ = "endorsements"
    __table_args__ = (UniqueConstraint("initiative_id", "user_id"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class Concern(Base):
    """Wat maakt je ongerust? Read by the initiator and the coordinator only."""

    __tablename__ = "concerns"
    __table_args__ = (UniqueConstraint("initiative_id", "user_id"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    topic: Mapped[ConcernTopic]
    text: Mapped[str] = mapped_column(String(1000))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    initiative: Mapped[Initiative] = relationship()
