"""Flip every question that a rule asks, one at a time: does any test notice?

    python -m tests.bench.rules

First everybody knocks on the doors again where the question used to have the other answer: that is
what ``tests/permissions`` would notice. What no knock notices is tried on the tests of the room
that the rule is of. A flip that nobody notices is a check that may go without a test turning red.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, NamedTuple

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))  # where the tests import from

import app
from app.core.permissions import Predicate
from app.policy import POLICY
from app.web.guard import PUBLIC, SIGNED_IN
from permissions.doors import Answer, Door
from permissions.matrix import Street, a_street

Rule = Predicate[Any, Any]
Asked = dict[tuple[int, bool], list[tuple[Door, str, Answer]]]
MOST = 400  # knocks that are tried again for one flip


class Flip(NamedTuple):
    """A rule, and the one answer that it gives from now on."""

    name: str
    rule: Rule
    says: bool


def main() -> int:
    """Flip all; return 1 when a flip goes unnoticed."""
    with tempfile.TemporaryDirectory() as folder, a_street(Path(folder)) as street:
        flips = [Flip(*one, says) for one in _all_rules() for says in (True, False)]
        asked = _who_asks(street)
        left = [flip for flip in flips if not _is_noticed_at_a_door(street, flip, asked)]
        opened, kept = _open_doors(street)
    print(f"{opened} closed doors of the policy opened: {opened - kept} noticed at the door,")
    print(f"{kept} not, because a rule of the room keeps out the same people")
    print(
        f"{len(flips)} flips of {len(flips) // 2} rules: {len(flips) - len(left)} noticed at a door"
    )
    silent = [flip for flip in left if not _is_noticed_by_its_room(flip)]
    print(f"{len(left) - len(silent)} more noticed by the tests of their room")
    for flip in silent:
        print(f"unnoticed: {flip.name} is always {flip.says}")
    return 1 if silent else 0


def _all_rules() -> list[tuple[str, Rule]]:
    """Return every rule that has a name in ``rules.py`` of a room, under the first of its names."""
    found: dict[int, tuple[str, Rule]] = {}
    for module in walk_packages(app.__path__, "app."):
        if module.name.endswith(".rules"):
            for name, thing in vars(import_module(module.name)).items():
                if isinstance(thing, Predicate):
                    found.setdefault(id(thing), (f"{module.name}.{name}", thing))
    return list(found.values())


def _who_asks(street: Street) -> Asked:
    """Let everybody knock; return for each answer of each rule the knocks in which it was given."""
    asked: Asked = defaultdict(list)
    heard: set[tuple[int, bool]] = set()
    answer_to = Predicate.__call__

    def listen(rule: Rule, actor: object, thing: object) -> bool:
        says = answer_to(rule, actor, thing)
        heard.add((id(rule), bool(says)))
        return says

    Predicate.__call__ = listen  # type: ignore[method-assign]
    try:
        for door in street.doors:
            for who, cookie in street.come_to(door):
                heard.clear()
                answer = street.knocker.knock(door, cookie)
                for one in heard:
                    asked[one].append((door, who, answer))
    finally:
        Predicate.__call__ = answer_to  # type: ignore[method-assign]
    return asked


def _is_noticed_at_a_door(street: Street, flip: Flip, asked: Asked) -> bool:
    with _flipped(flip):
        knocks = asked[id(flip.rule), not flip.says][:MOST]
        return any(_differs(street, *knock) for knock in knocks)


def _differs(street: Street, door: Door, who: str, before: Answer) -> bool:
    """Knock again; tell whether the mark or the secrets on the page are others now."""
    now = street.knocker.knock(door, street.everybody[who])
    return (now.mark, now.told) != (before.mark, before.told)


@contextmanager
def _flipped(flip: Flip) -> Iterator[None]:
    ask = flip.rule._ask
    flip.rule._ask = lambda _actor, _thing: flip.says
    try:
        yield
    finally:
        flip.rule._ask = ask


def _is_noticed_by_its_room(flip: Flip) -> bool:
    room = TESTS / flip.name.split(".")[1]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "bench.flipped", str(room)]
    environment = {
        **os.environ,
        "FLIP": f"{flip.name}={flip.says}",
        "PYTHONPATH": f"{TESTS.parent}:{TESTS}",
    }
    return (
        subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 1
    )


def _open_doors(street: Street) -> tuple[int, int]:
    """Open each door that the policy closes; return how many, and how often nobody got further."""
    kept = 0
    closed = {name: access for name, access in POLICY.items() if access != PUBLIC}
    for name, access in closed.items():
        here = [door for door in street.doors if door.rule.endpoint == name]
        knocks = [
            (door, who, street.knocker.knock(door, cookie))
            for door in here
            for who, cookie in street.everybody.items()
        ]
        POLICY[name] = PUBLIC if access == SIGNED_IN else SIGNED_IN
        try:
            kept += not any(_differs(street, *knock) for knock in knocks)
        finally:
            POLICY[name] = access
    return len(closed), kept


if __name__ == "__main__":
    sys.exit(main())
