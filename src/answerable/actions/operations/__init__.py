"""Writes of actions: storing what a record gives, tying updates to actions, working out each life."""

from answerable.actions.operations.deciding import accept_update, reject_update
from answerable.actions.operations.drafting import DraftAction, Drafted, draft_actions
from answerable.actions.operations.settling import Settled, relink, settle
from answerable.actions.operations.storing import add_actions, lost_actions, replace_actions

__all__ = [
    "DraftAction",
    "Drafted",
    "Settled",
    "accept_update",
    "add_actions",
    "draft_actions",
    "lost_actions",
    "reject_update",
    "relink",
    "replace_actions",
    "settle",
]
