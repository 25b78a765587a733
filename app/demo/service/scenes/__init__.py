"""Scenes: what is laid down about the cast, so that everybody has work that waits."""

from collections.abc import Iterator

from app.demo.service.scenes.association import of_the_association
from app.demo.service.scenes.district import of_the_district
from app.demo.service.scenes.moderation import of_the_moderators
from app.demo.service.scenes.resident import of_the_resident
from app.demo.service.scenes.scene import Scene
from app.demo.service.stage import Stage

__all__ = ["Scene", "scenes"]


def scenes(stage: Stage) -> Iterator[Scene]:
    """Yield the scenes; the same ones in a demo of any size."""
    yield from of_the_resident(stage)
    yield from of_the_association(stage)
    yield from of_the_district(stage)
    yield from of_the_moderators(stage)
