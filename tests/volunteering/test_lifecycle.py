"""The life of a sign-up: which states hold a place, and where they can lead."""

from app.volunteering.lifecycle import HOLDS_A_PLACE, LIVE, SIGN_UP_LIFE, SignUpState


def test_the_table_leads_where_the_waiting_list_needs_it() -> None:
    steps = {state: SIGN_UP_LIFE.possible(state) for state in SignUpState}

    assert steps == {
        SignUpState.NEW: ("request", "join", "queue"),
        SignUpState.REQUESTED: ("confirm", "decline", "cancel"),
        SignUpState.CONFIRMED: ("decline", "cancel"),
        SignUpState.WAITING: ("offer", "cancel"),
        SignUpState.OFFERED: ("accept", "lapse", "cancel"),
        SignUpState.DECLINED: (),
        SignUpState.CANCELLED: (),
        SignUpState.LAPSED: (),
    }


def test_whoever_waits_counts_as_there_but_holds_no_place() -> None:
    assert {SignUpState.WAITING} == LIVE - HOLDS_A_PLACE
    assert HOLDS_A_PLACE < LIVE
