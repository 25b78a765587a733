"""Every theme can be read by day and by night: axe measures the contrast on the main pages."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask
from playwright.sync_api import Page

from app.web.face import face, themes
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import a_question, an_answer
from factories.volunteering import a_shift, a_task
from journeys.axe import broken_rules
from journeys.steps.setting import a_public_plan

pytestmark = pytest.mark.browser


@pytest.fixture(params=themes())
def dressed(request: pytest.FixtureRequest, app: Flask) -> Iterator[str]:
    """Dress the portal in a theme and return its address; the portal forgets templates and pieces that know another one."""
    names = app.jinja_env.globals
    before, address = names["portal"], face(request.param, "").stylesheet
    names["portal"] = replace(before, stylesheet=address)
    app.debug = True
    assert app.jinja_env.cache is not None
    app.jinja_env.cache.clear()
    yield address
    app.debug = False
    names["portal"] = before
    app.jinja_env.cache.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_theme_can_be_read(phones: Callable[..., Page], dressed: str, scheme: str) -> None:
    a_coordinator(a_town().north)
    plan = a_public_plan(a_person("Sanne"), moderator=a_moderator())
    an_answer(a_question(plan))
    task = a_task(plan)
    a_shift(task)
    page = phones(color_scheme=scheme)

    for path in ("/", "/initiatieven", f"/initiatieven/{plan.id}", f"/doe-mee/{task.id}", "/stijl"):
        page.goto(path)

        assert page.locator(f'link[rel="stylesheet"][href="{dressed}"]').count() == 1
        assert broken_rules(page, "color-contrast") == [], path
