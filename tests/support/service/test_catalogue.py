"""Keeping the catalogue."""

from dataclasses import replace

import pytest

from app.audit.queries import history
from app.core import clock
from app.core.errors import NotAllowed
from app.support import service
from app.support.models import LegalRegime, SupportKind
from app.support.values import TypePlan
from factories.accounts import a_coordinator, an_administrator
from factories.support import a_municipality, a_type


def a_plan(name: str = "Aanhanger voor straatfeesten") -> TypePlan:
    return TypePlan(
        kind=SupportKind.MATERIALS,
        name=name,
        description="Een aanhanger met tafels en banken.",
        conditions=("Je brengt hem schoon terug.",),
        promised_days=7,
        legal_regime=LegalRegime.AGREEMENT,
        provider_id=a_municipality().id,
    )


def test_a_new_line_gets_an_address_of_its_own() -> None:
    ada = an_administrator()

    lines = [service.add_type(a_plan(), by=ada) for _ in range(3)]

    assert [line.slug for line in lines] == [
        "aanhanger-voor-straatfeesten",
        "aanhanger-voor-straatfeesten-2",
        "aanhanger-voor-straatfeesten-3",
    ]
    assert (lines[0].conditions, lines[0].promised_days) == (["Je brengt hem schoon terug."], 7)


def test_a_name_without_letters_gets_an_address_too() -> None:
    assert service.add_type(a_plan("???"), by=an_administrator()).slug == "hulp"


def test_a_change_keeps_the_address() -> None:
    line, ada = a_type(), an_administrator()

    service.change_type(line, replace(a_plan("Plein gebruiken"), max_cents=100_00), by=ada)

    assert (line.name, line.slug, line.max_cents) == ("Plein gebruiken", "veldje-gebruiken", 100_00)


def test_withdrawing_can_be_undone_and_both_are_in_the_log() -> None:
    line, ada = a_type(), an_administrator()

    service.withdraw_type(line, by=ada)
    assert line.withdrawn_on == clock.today()
    service.restore_type(line, by=ada)
    assert line.withdrawn_on is None

    actions = [event.action for event in history("support_types", line.id)]
    assert actions == ["support_types.withdraw", "support_types.restore"]


def test_only_administrators_keep_the_catalogue() -> None:
    line, carla = a_type(), a_coordinator()

    for change in (
        lambda: service.add_type(a_plan(), by=carla),
        lambda: service.change_type(line, a_plan(), by=carla),
        lambda: service.withdraw_type(line, by=carla),
        lambda: service.restore_type(line, by=carla),
    ):
        with pytest.raises(NotAllowed):
            change()
