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
def dressed(request: pytest.FixtureRequest, app: Flask) -> Iterator[None]:
    """Dress the portal in a theme; it forgets templates and pieces that know another one."""
    names = app.jinja_env.globals
    before = names["portal"]
    names["portal"] = replace(before, stylesheet=face(request.param, "").stylesheet)
    app.debug = True
    assert app.jinja_env.cache is not None
    app.jinja_env.cache.clear()
    yield
    app.debug = False
    names["portal"] = before
    app.jinja_env.cache.clear()


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_theme_can_be_read(phones: Callable[..., Page], scheme: str) -> None:
    a_coordinator(a_town().north)
    plan = a_public_plan(a_person("Sanne"), moderator=a_moderator())
    an_answer(a_question(plan))
    task = a_task(plan)
    a_shift(task)
    page = phones(color_scheme=scheme)

    for path in ("/", "/initiatieven", f"/initiatieven/{plan.id}", f"/doe-mee/{task.id}", "/stijl"):
        page.goto(path)

        assert page.locator('link[rel="stylesheet"]').count() == 2
        assert broken_rules(page, "color-contrast") == [], path
