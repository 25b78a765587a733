from app.demo.catalogue import BUDGETS, CATALOGUE
from app.demo.geography.city import City
from app.support.models import LegalRegime, SupportKind


def test_the_catalogue_covers_every_kind_and_regime() -> None:
    assert {support.kind for support in CATALOGUE} == {kind.value for kind in SupportKind}
    assert {support.regime for support in CATALOGUE} == {regime.value for regime in LegalRegime}
    assert len({support.key for support in CATALOGUE}) == len(CATALOGUE) == 18


def test_every_support_has_conditions_and_a_promised_term() -> None:
    for support in CATALOGUE:
        assert (support.conditions != (), 0 < support.promised_days <= 56) == (True, True)


def test_budgets_have_a_legal_basis_and_lie_in_the_town(city: City) -> None:
    codes = {city.code, *(district.code for district in city.districts)}

    assert len(BUDGETS) == 3
    for budget in BUDGETS:
        assert budget.area_code in codes
        assert "artikel" in budget.legal_basis
        assert 0 < budget.per_request_cents < budget.ceiling_cents
