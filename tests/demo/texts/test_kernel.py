from app.demo.texts.kernel import THEMES, kernels
from app.initiatives.models import Theme
from app.initiatives.voices import ConcernTopic
from app.support.models import Expertise, SupportKind
from app.volunteering.models import MinimumAge


def test_there_are_eight_ideas_on_each_theme_and_the_themes_take_turns() -> None:
    assert len(kernels()) == 64
    assert {kernel.theme for kernel in kernels()} == {theme.value for theme in Theme}
    assert tuple(kernel.theme for kernel in kernels()[:8]) == THEMES
    assert len({kernel.key for kernel in kernels()}) == 64


def test_kernels_use_the_codes_of_the_rooms() -> None:
    subjects = {subject.value for subject in Expertise}
    kinds = {kind.value for kind in SupportKind} | {"volunteers"}
    topics = {topic.value for topic in ConcernTopic}
    ages = {age.value for age in MinimumAge}
    themes = {theme.value for theme in Theme}

    for kernel in kernels():
        assert set(kernel.expertise) <= subjects, kernel.key
        assert {need.kind for need in kernel.needs} <= kinds, kernel.key
        assert {concern.topic for concern in kernel.concerns} <= topics, kernel.key
        assert {task.age for task in kernel.tasks} <= ages, kernel.key
        assert set(kernel.also) <= themes - {kernel.theme}, kernel.key


def test_every_kernel_has_enough_to_tell() -> None:
    for kernel in kernels():
        counts = (kernel.titles, kernel.plan, kernel.needs, kernel.tasks, kernel.news, kernel.talks)
        assert min(map(len, counts)) >= 2, kernel.key
        assert kernel.expertise, kernel.key
        assert kernel.concerns, kernel.key


def test_amounts_are_given_for_money_and_hours_only() -> None:
    for kernel in kernels():
        for need in kernel.needs:
            assert (need.high > 0) == (need.kind in {"money", "team_hours"}), kernel.key
            assert 0 <= need.low <= need.high
