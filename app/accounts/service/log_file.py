"""The log as a file: its lines in words, with a line in the log about who took them."""

from app.accounts.models import User
from app.audit import queries, signals, words
from app.audit.choice import Choice
from app.audit.service import record
from app.core.dates import moment_words
from app.core.db import db

MOST = 20_000  # lines of one file, the newest ones


def take_log(choice: Choice, *, by: User) -> list[tuple[str, ...]]:
    """Return the newest ``MOST`` lines of ``choice`` in the words of its page, newest first.

    Who is named in them can see that ``by`` read it. Costs two statements, and a row for each name.
    """
    lines = list(db.session.scalars(choice.lines.limit(MOST)))
    names = queries.names_of(lines)
    signals.names_shown.send(people=list(names))
    record(by, "users.take_log", by, new=str(len(lines)))
    return [
        (
            *(moment_words(line.at), names[line.actor_id], words.deed(line), words.subject(line)),
            *(line.reason, words.origin(line)),
        )
        for line in lines
    ]
