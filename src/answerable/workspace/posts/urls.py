"""The addresses of: posts: who holds them, and who acts for them."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, writes
from answerable.workspace.posts.views import accounts, give, holder, public, take_back

SET = Permission.SET_POSTS

urlpatterns: list[URLPattern] = [
    path("<int:key>/holder", form(SET, holder), name="post_holder"),
    path("<int:key>/accounts", form(SET, accounts), name="post_accounts"),
    path("<int:key>/public", form(SET, public), name="post_public"),
    path("<int:key>/give", writes(Permission.FOLLOW_ACTIONS, give), name="post_give"),
    path("handovers/<int:key>/take-back", writes(SET, take_back), name="post_take_back"),
]
