"""The addresses of the register of actions, of each action and of promises."""

from __future__ import annotations

from django.urls import path

from answerable.public.actions import one, promises, register
from answerable.web.policy import shows

urlpatterns = [
    path("<slug:office>/actions", shows(register.register), name="public_actions"),
    path("<slug:office>/actions.csv", shows(register.as_csv), name="public_actions_csv"),
    path("<slug:office>/actions.json", shows(register.as_json), name="public_actions_json"),
    path("<slug:office>/actions/<slug:number>", shows(one.action), name="public_action"),
    path(
        "<slug:office>/actions/<slug:number>/version/<int:version>",
        shows(one.version),
        name="public_action_version",
    ),
    path("<slug:office>/promises", shows(promises.promises), name="public_promises"),
    path("<slug:office>/promises.csv", shows(promises.as_csv), name="public_promises_csv"),
    path("<slug:office>/promises.json", shows(promises.as_json), name="public_promises_json"),
]
