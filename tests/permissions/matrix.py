"""Everybody knocks on every door: who got in where, and what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask

from app.core.db import db
from factories.portals import a_portal
from permissions import people
from permissions.doors import Answer, Door, Knocker, doors
from permissions.scenes import all_scenes

HAD_IT = ("coordinator", "team")  # what those had who knock without it
GETS_IN = {"+", "~"}


@dataclass(frozen=True)
class Knock:
    """Who knocked where, and what came of it."""

    door: Door
    who: str
    answer: Answer

    def __str__(self) -> str:
        door = f"{self.door.method} {self.door.rule.rule} ({self.door.scene.name})"
        return f"{door} by {self.who}: {self.answer}"


@dataclass(frozen=True)
class Street:
    """A portal with all its doors, and the cookies of who knocks on them."""

    app: Flask
    doors: list[Door]
    knocker: Knocker
    everybody: dict[str, str]
    without: dict[str, str]  # who lost what they had

    def come_to(self, door: Door) -> Iterator[tuple[str, str]]:
        """Give name and cookie of who is tried at a door: one visitor at those for everybody."""
        people = list(self.everybody.items())
        yield from people[:1] if door.is_for_everybody else people


@dataclass
class Matrix:
    """The knocks of everybody; ``lost`` has those of who lost what they had."""

    endpoints: set[str]
    knocks: list[Knock] = field(default_factory=list)
    lost: list[Knock] = field(default_factory=list)

    def mark(self, door: Door, who: str) -> str:
        return next(one.answer.mark for one in self.knocks if one.door is door and one.who == who)


@contextmanager
def a_street(folder: Path) -> Iterator[Street]:
    """Open a portal of its own, with everybody and everything in it."""
    with a_portal(folder, on_sqlite=True) as app:
        app.config["PROPAGATE_EXCEPTIONS"] = False
        everybody = {name: _cookie(app, token) for name, token in people.the_people().items()}
        without = {name: _cookie(app, token) for name, token in people.who_lost_it().items()}
        scenes = all_scenes()
        db.session.commit()
        app.config["MAIL_URL"] = "smtp://localhost"  # the mailbox of a laptop shows every mail
        knocker = Knocker(app, folder / "kept.db")
        yield Street(app, list(doors(app, scenes)), knocker, everybody, without)
        knocker.close()


def tried(folder: Path) -> Matrix:
    """Let everybody knock; takes a minute or two."""
    with a_street(folder) as street:
        made = Matrix({rule.endpoint for rule in street.app.url_map.iter_rules()})
        for door in street.doors:
            marks = {}
            for who, cookie in street.come_to(door):
                answer = street.knocker.knock(door, cookie)
                marks[who] = answer.mark
                made.knocks.append(Knock(door, who, answer))
            if GETS_IN & {marks.get(who, "") for who in HAD_IT}:
                for who, cookie in street.without.items():
                    made.lost.append(Knock(door, who, street.knocker.knock(door, cookie)))
        return made


def _cookie(app: Flask, token: str) -> str:
    """Return the header of the browser with this session; none for a visitor."""
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    value = signer.dumps({"_user_id": token, "_fresh": True})
    return f"{app.config['SESSION_COOKIE_NAME']}={value}" if token else ""
