"""Reports of texts on the site."""

from datetime import timedelta
from typing import Any

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.reports import service
from app.reports.models import ContentReport, Topic
from factories.accounts import a_person


def somebody(name: str, *, days: int = 30) -> User:
    """Return a person with an account of so many days."""
    person = a_person(name)
    person.created_at = clock.now() - timedelta(days=days)
    db.session.flush()
    return person


def a_report(
    subject: Any, by: User | None = None, *, topic: Topic = Topic.UNTRUE, words: str = ""
) -> ContentReport:
    """Return a report by somebody whose account is not new."""
    return service.report(subject, topic, words, by=by or somebody("Noor"))
