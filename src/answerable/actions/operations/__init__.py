"""Writes of actions: storing what a record gives, tying updates, working out lives, and steps in them."""

from answerable.actions.operations.announcing import set_default_due
from answerable.actions.operations.bulk import carry_many, close_many
from answerable.actions.operations.dating import carry_forward, meet_due, move_due, record_happened
from answerable.actions.operations.deciding import accept_update, reject_update
from answerable.actions.operations.drafting import DraftAction, Drafted, draft_actions
from answerable.actions.operations.ending import close_action, refuse_report, reopen_action, withdraw_action
from answerable.actions.operations.parting import Part, merge_actions, split_action
from answerable.actions.operations.referring import refer_action, return_action
from answerable.actions.operations.settling import Settled, relink, settle
from answerable.actions.operations.storing import add_actions, lost_actions, replace_actions

__all__ = [
    "DraftAction",
    "Drafted",
    "Part",
    "Settled",
    "accept_update",
    "add_actions",
    "carry_forward",
    "carry_many",
    "close_action",
    "close_many",
    "draft_actions",
    "lost_actions",
    "meet_due",
    "merge_actions",
    "move_due",
    "record_happened",
    "refer_action",
    "refuse_report",
    "reject_update",
    "relink",
    "reopen_action",
    "replace_actions",
    "return_action",
    "set_default_due",
    "settle",
    "split_action",
    "withdraw_action",
]
