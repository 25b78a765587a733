"""Passkeys: made, named, removed, and shown to come in."""

from datetime import timedelta

from flask import current_app, session
from flask_babel import gettext as _
from sqlalchemy import delete, or_, update

from app.accounts import ceremonies, passkey_messages, queries, rules, sessions
from app.accounts.models import Actor, User
from app.accounts.passkey_models import LONGEST_NAME, Passkey, PasskeyChallenge
from app.audit.service import record
from app.core import clock, tokens
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from app.core.permissions import authorize
from app.core.text import one_line
from app.core.turns import take_turn

LASTS = timedelta(minutes=5)  # to find the device and a finger
MOST = 20  # passkeys of one person
IN_SESSION = "passkey"


class Copied(Refused):
    """A passkey counts less than before: there are two of it, and one of them may be a thief's."""

    def __init__(self, passkey: Passkey) -> None:
        super().__init__(_("Deze passkey werkt niet meer. Log op een andere manier in."))
        self.person_id, self.name = passkey.user_id, passkey.name


def ask_to_show(actor: Actor) -> str:
    """Return what to ask of a browser to sign in, as JSON: the same for every visitor.

    Who is signed in already is asked for one of their own.
    """
    own = queries.passkeys_of(actor) if actor.is_authenticated else []
    return ceremonies.question_to_show(_new_challenge(actor.id), known=own)


def ask_to_make(person: User, *, by: Actor) -> str:
    """Return what to ask of a browser to make a passkey, as JSON.

    Raises ``Refused`` for somebody who has ``MOST`` of them.
    """
    authorize(by, rules.have_passkeys, person)
    known = queries.passkeys_of(person)
    _refuse_more(len(known))
    return ceremonies.question_to_make(person, _new_challenge(person.id), known=known)


def spend_challenge(actor: Actor) -> str:
    """Use the question that this browser was asked, once; keep that whatever comes of the answer.

    Raises ``Refused`` when there is none (any more), or it was asked of somebody else.
    """
    challenge = str(session.pop(IN_SESSION, ""))
    asked = PasskeyChallenge.fingerprint == tokens.fingerprint(challenge)
    mine = delete(PasskeyChallenge).where(asked, PasskeyChallenge.expires_at > clock.now())
    spent = db.session.execute(mine.returning(PasskeyChallenge.user_id)).one_or_none()
    if spent is None or spent.user_id != actor.id:
        raise Refused(
            _("Dat duurde te lang, of je deed het in twee vensters. Probeer het opnieuw.")
        )
    return challenge


def add_passkey(person: User, answer: str, challenge: str, *, device: str, by: Actor) -> Passkey:
    """Keep the passkey that a browser made; tell ``person``. It is called after its ``device``.

    Raises ``Refused`` for an answer that is not right, and for a passkey that is here already.
    """
    authorize(by, rules.have_passkeys, person)
    take_turn(f"second factor of {person.id}")
    _refuse_more(len(queries.passkeys_of(person)))
    try:
        new = ceremonies.made(answer, challenge)
    except ceremonies.WrongAnswer as wrong:
        raise _not_right(wrong) from wrong
    if queries.passkey_with(new.credential_id) is not None:
        raise Refused(_("Deze passkey kennen we al."))
    passkey = Passkey(
        user_id=person.id,
        name=(device or _("Passkey"))[:LONGEST_NAME],
        **new._asdict(),
    )
    db.session.add(passkey)
    db.session.flush()
    record(by, "users.add_passkey", person)
    passkey_messages.tell_about_passkey(person, passkey.name)
    return passkey


def person_with_passkey(answer: str, challenge: str, *, by: Actor) -> User:
    """Return whose passkey was shown in answer to ``challenge``; of two at the same moment, to one.

    Raises ``Refused`` for an answer that is not right, and for a passkey of somebody else than who
    is signed in; ``Copied`` when its count goes back; ``NotAllowed`` for who is blocked.
    """
    try:
        passkey = queries.passkey_with(ceremonies.named(answer))
        if passkey is None:
            raise Refused(_("Deze passkey kennen we niet. Log op een andere manier in."))
        shown = ceremonies.shown(answer, passkey, challenge)
    except ceremonies.WrongAnswer as wrong:
        raise _not_right(wrong) from wrong
    if by.is_authenticated and by.id != passkey.user_id:
        raise Refused(_("Deze passkey is van een ander account. Log eerst uit."))
    if not passkey.user.is_active:
        raise NotAllowed(_("Je account is geblokkeerd. Neem contact met ons op."))
    count = shown.sign_count
    goes_on = Passkey.sign_count < count if count else Passkey.sign_count == 0
    used = (
        update(Passkey)
        .where(Passkey.id == passkey.id, goes_on)
        .values(sign_count=count, is_backed_up=shown.is_backed_up, used_at=clock.now())
    )
    if db.session.scalar(used.returning(Passkey.id)) is None:
        current_app.logger.warning("a passkey counts less than before")
        raise Copied(passkey)
    return passkey.user


def warn_of_copy(copied: Copied) -> None:
    """Tell whose passkey it is that somebody may have a copy; that is in the log."""
    person = db.session.get_one(User, copied.person_id)
    record(None, "users.copied_passkey", person)
    passkey_messages.warn_of_copy(person, copied.name)


def rename_passkey(passkey: Passkey, name: str, *, by: Actor) -> None:
    """Call a passkey what its owner calls it. Raises ``Refused`` without a name."""
    authorize(by, rules.change_passkey, passkey)
    name = one_line(name)
    if not name:
        raise Refused(_("Geef de passkey een naam."), field="name")
    passkey.name = name[:LONGEST_NAME]


def remove_passkey(passkey: Passkey, *, by: Actor) -> None:
    """Forget a passkey, and tell its owner.

    Raises ``Refused`` when staff who need a second factor would have none left.
    """
    authorize(by, rules.change_passkey, passkey)
    person = passkey.user
    take_turn(f"second factor of {person.id}")
    if is_last_factor(person):
        raise Refused(_("Zonder deze passkey kun je niet meer inloggen. Stel eerst een app in."))
    db.session.delete(passkey)
    record(by, "users.remove_passkey", person)
    passkey_messages.tell_about_removal(person, passkey.name)


def is_last_factor(person: User) -> bool:
    """Tell whether ``person``, of the staff, has one passkey, no app, and cannot do without both."""
    if not (person.assignments and sessions.is_obligatory()):
        return False
    return queries.second_factor_of(person) is None and len(queries.passkeys_of(person)) == 1


def forget_passkeys(person: User) -> None:
    """Forget the passkeys of ``person``, and what their browsers were asked."""
    for model in (Passkey, PasskeyChallenge):
        db.session.execute(delete(model).where(model.user_id == person.id))


def _new_challenge(user_id: int | None) -> str:
    """Return a new question for this browser; the one of before is over, and so are those too late."""
    token = tokens.secret()
    before = PasskeyChallenge.fingerprint == tokens.fingerprint(session.get(IN_SESSION, ""))
    over = PasskeyChallenge.expires_at <= clock.now()
    db.session.execute(delete(PasskeyChallenge).where(or_(before, over)))
    db.session.add(
        PasskeyChallenge(
            fingerprint=tokens.fingerprint(token),
            user_id=user_id,
            expires_at=clock.now() + LASTS,
        )
    )
    session[IN_SESSION] = token
    return token


def _refuse_more(number: int) -> None:
    if number >= MOST:
        raise Refused(_("Je hebt al 20 passkeys. Verwijder er eerst een."))


def _not_right(wrong: ceremonies.WrongAnswer) -> Refused:
    current_app.logger.warning("a passkey was refused: %s", wrong)
    return Refused(_("Het lukte niet met deze passkey. Probeer het nog een keer."))
