"""What somebody runs."""

from app.initiatives import queries
from app.initiatives.lifecycle import State
from factories.accounts import a_person
from factories.initiatives import an_initiative


def test_a_person_reads_what_they_run_drafts_too() -> None:
    tess = a_person("Tess")
    draft = an_initiative(tess, state=State.DRAFT)
    joined = an_initiative(team=(tess,))
    an_initiative(tess, state=State.ARCHIVED)
    an_initiative()

    assert queries.of_person(tess) == [joined, draft]
