"""The time of a team, as everybody may read it."""

import pytest

from app.capacity.words import room


@pytest.mark.parametrize(
    ("free", "sentence"),
    [
        (0, "Dit team heeft dit kwartaal geen tijd meer."),
        (5, "Dit team heeft dit kwartaal tijd voor ongeveer 1 initiatief."),
        (10, "Dit team heeft dit kwartaal tijd voor ongeveer 1 initiatief."),
        (30, "Dit team heeft dit kwartaal tijd voor ongeveer 3 initiatieven."),
    ],
)
def test_time_is_said_in_initiatives(free: int, sentence: str) -> None:
    assert room(free) == sentence
