"""What happens around support, one function per intention. All of them flush, none commits."""

from app.support.service.bands import asks_to_sign_in_again, change_band, is_explained
from app.support.service.batches import do_together, undo
from app.support.service.budgets import add_budget, change_budget
from app.support.service.catalogue import add_type, change_type, restore_type, withdraw_type
from app.support.service.delays import (
    answer_supplement,
    ask_supplement,
    expect_extendable,
    extend,
    go_on,
)
from app.support.service.entrusting import hand_over, put_back
from app.support.service.files import note_file
from app.support.service.forget import forget_person
from app.support.service.hearing import expect_postponable, note_hearing, postpone_objection
from app.support.service.intentions import (
    ask_view,
    expect_no_question,
    expect_view_wanted,
    give_view,
    note_view,
)
from app.support.service.judging import assess, decide, not_consider
from app.support.service.objections import (
    expect_no_objection,
    expect_step,
    object_to,
    withdraw_objection,
)
from app.support.service.proposals import propose, reconsider
from app.support.service.requests import (
    change_needs,
    explain,
    free_texts,
    plan_money,
    start,
    submit,
    withdraw,
)
from app.support.service.ruling import decide_objection
from app.support.service.turn import expect

__all__ = [
    "add_budget",
    "add_type",
    "answer_supplement",
    "ask_supplement",
    "ask_view",
    "asks_to_sign_in_again",
    "assess",
    "change_band",
    "change_budget",
    "change_needs",
    "change_type",
    "decide",
    "decide_objection",
    "do_together",
    "expect",
    "expect_extendable",
    "expect_no_objection",
    "expect_no_question",
    "expect_postponable",
    "expect_step",
    "expect_view_wanted",
    "explain",
    "extend",
    "forget_person",
    "free_texts",
    "give_view",
    "go_on",
    "hand_over",
    "is_explained",
    "not_consider",
    "note_file",
    "note_hearing",
    "note_view",
    "object_to",
    "plan_money",
    "postpone_objection",
    "propose",
    "put_back",
    "reconsider",
    "restore_type",
    "start",
    "submit",
    "undo",
    "withdraw",
    "withdraw_objection",
    "withdraw_type",
]
