"""What was put in the index is found, in both databases alike."""

from typing import Any

import pytest
from sqlalchemy import Select, TextClause, select, text

from app.core.db import db
from app.search import service
from app.search.likeness import gist

HOSTILE = [
    '"',
    "'",
    "tuin' OR '1'='1",
    'tuin" OR kind:"x',
    "tuin*",
    "-tuin",
    "tuin NEAR/2 huis",
    "tuin AND",
    "NOT",
    "(((",
    ":*",
    "a\x00b",
    "\ud7ff\u0000",
    "<->",
    "kind:initiative",
    "%_\\",
    "a" * 10_000,
    "tuin " * 5_000,
    "🌳",
    "садик 花园 حديقة",
    "ʻ ʼ ´ `",
]


def found(words: str, kind: str = "plan") -> list[int] | None:
    """Return the ids found, newest first; ``None`` when there was nothing to look for."""
    hits, asked = service.hits(), service.asked(kind, words)
    if asked is None:
        return None
    return list(db.session.scalars(select(hits.c.id).order_by(hits.c.position.desc()), asked))


def found_about(title: str, text: str) -> list[int]:
    """Return the ids of what may be about the same."""
    asked = service.asked_about("plan", gist(title, text))
    return list(db.session.scalars(select(service.hits().c.id), asked)) if asked else []


def test_a_thing_is_found_by_another_form_of_its_words() -> None:
    service.put("plan", 7, "Nieuwe buurttuinen bij de cafés")

    assert found("buurttuin") == found("café buurttuintje") == found("CAFE") == [7]


def test_all_words_have_to_be_there() -> None:
    service.put("plan", 1, "een bankje in het park")
    service.put("plan", 2, "een bankje op het plein")

    assert (found("bankjes"), found("bankjes plein")) == ([2, 1], [2])


def test_the_last_word_may_be_half_typed_and_only_that_one() -> None:
    service.put("plan", 1, "samen koken met de gemeente")

    assert (found("koken gemeen"), found("gemeen koken"), found("ge")) == ([1], [], [])


def test_a_word_may_be_half_typed_past_what_it_comes_down_to() -> None:
    service.put("plan", 1, "allerlei activiteiten")

    assert (found("activit"), found("activitei"), found("activiteiten")) == ([1], [1], [1])


def test_a_kind_finds_its_own_things_only() -> None:
    service.put("plan", 1, "tuin")
    service.put("task", 2, "tuin")

    assert (found("tuin"), found("tuin", "task"), found("tuin", "thing")) == ([1], [2], [])


def test_a_thing_put_again_is_found_by_its_new_words_at_its_old_place() -> None:
    service.put("plan", 1, "tuin oud")
    service.put("plan", 2, "tuin")
    service.put("plan", 1, "tuin nieuw")

    assert (found("oud"), found("nieuw"), found("tuin")) == ([], [1], [2, 1])


def test_a_thing_taken_out_is_found_no_more() -> None:
    service.put("plan", 1, "tuin")
    service.put("plan", 2, "tuin")
    service.remove("plan", 1)
    service.remove("plan", 99)

    assert found("tuin") == [2]


def test_what_was_taken_out_leaves_nothing_behind_for_what_comes_after() -> None:
    service.put("plan", 1, "tuin")
    service.remove("plan", 1)
    service.put("plan", 2, "huis")

    assert (found("tuin"), found("huis")) == ([], [2])


def test_many_are_put_at_once_and_the_index_is_put_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(service, "BATCH", 10)
    monkeypatch.setattr(service, "MANY", 20)

    count = service.put_many("plan", ((number, f"tuin nummer {number}") for number in range(1, 26)))

    assert (count, found("tuin"), found("nummer 12")) == (25, list(range(25, 0, -1)), [12])


def test_one_word_of_the_subject_is_enough_for_what_may_be_about_the_same() -> None:
    service.put("plan", 1, "smalle tuintjes langs de gevel")
    service.put("plan", 2, "een feest met de hele buurt op zaterdag")
    service.put("task", 3, "gevel")

    assert found_about("Geveltuinen met de buurt", "Op zaterdag planten we stokrozen.") == [1]


@pytest.mark.parametrize("title", ["", "Samen met de hele buurt", "\x00 !?"])
def test_without_a_subject_nothing_is_asked(title: str) -> None:
    assert service.asked_about("plan", gist(title)) is None


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_somebody_plans_is_only_words(words: str) -> None:
    service.put("plan", 1, "een gewone speelplaats")

    assert found_about(words, words) == []


@pytest.mark.parametrize("words", ["", "   ", "!?", "de het een", "\x00"])
def test_nothing_to_look_for_is_not_a_search(words: str) -> None:
    assert found(words) is None


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_somebody_types_is_only_words(words: str) -> None:
    service.put("plan", 1, "een gewone speelplaats")

    assert found(words) in ([], None)


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_somebody_wrote_can_be_kept_and_found(words: str) -> None:
    service.put("plan", 1, words)

    assert found(words) in ([1], None)


def test_a_page_of_finds_is_read_in_order_without_sorting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MANY", 1)  # PostgreSQL plans by what it counted
    service.put_many("person", ((number, f"tuinen van nummer {number}") for number in range(2_000)))
    hits, asked = service.hits(), service.asked("person", "een tuintje")
    query = hits.select().order_by(hits.c.position.desc()).limit(20).params(asked)

    plan = "\n".join(str(row[-1]) for row in db.session.execute(_explained(query)))

    assert "SCAN search_index" in plan or "Index Scan Backward" in plan
    assert not any(sorting in plan for sorting in ("TEMP B-TREE", "Sort"))


def _explained(query: Select[Any]) -> TextClause:
    dialect = db.engine.dialect
    written = query.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    verb = "explain query plan " if dialect.name == "sqlite" else "explain "
    return text(verb + str(written).replace(":", r"\:"))
