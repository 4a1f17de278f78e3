"""Signing in, one's own account, and everybody's: allauth's views and ours, each behind a policy."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt

from answerable.accounts.administration import views as administration
from answerable.accounts.factors.views import changes_factors, changes_password, keeps_one
from answerable.accounts.own.views import choose_office, end_session, own_account
from answerable.accounts.provider.views import from_provider, to_provider
from answerable.accounts.starting.views import sample_people, this_machine
from answerable.core.permissions.table import Permission
from answerable.web.keeping import forgets
from answerable.web.policy import form, reads, writes

OPEN, OWN = Permission.OPEN_PAGES, Permission.OWN_ACCOUNT
SEE, MANAGE = Permission.READ_ACCOUNTS, Permission.MANAGE_ACCOUNTS

sign_in = [
    path("", form(OPEN, account.login), name="account_login"),
    path("second-factor/", form(OPEN, mfa.authenticate), name="mfa_authenticate"),
    path("passkey/", form(OPEN, passkeys.login_webauthn), name="mfa_login_webauthn"),
]
password = [
    path("", form(OWN, changes_password(account.password_change)), name="account_change_password"),
    path("first/", form(OWN, changes_password(account.password_set)), name="account_set_password"),
    path("forgotten/", form(OPEN, account.password_reset), name="account_reset_password"),
    path("forgotten/sent/", reads(OPEN, account.password_reset_done), name="account_reset_password_done"),
    re_path(
        r"^new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        form(OPEN, changes_password(account.password_reset_from_key)),
        name="account_reset_password_from_key",
    ),
    path(
        "new/done/",
        reads(OPEN, account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]
again = [
    path("", form(OWN, account.reauthenticate), name="account_reauthenticate"),
    path("code/", form(OWN, mfa.reauthenticate), name="mfa_reauthenticate"),
    path("passkey/", form(OWN, passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
]
second_factor = [
    path("", reads(OWN, mfa.index), name="mfa_index"),
    path("app/", form(OWN, changes_factors(totp.activate_totp)), name="mfa_activate_totp"),
    path("app/remove/", form(OWN, changes_factors(totp.deactivate_totp)), name="mfa_deactivate_totp"),
    path("codes/", reads(OWN, codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "codes/new/",
        form(OWN, changes_factors(codes.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path("passkeys/", reads(OWN, mfa.index), name="mfa_list_webauthn"),
    path("passkeys/add/", form(OWN, changes_factors(passkeys.add_webauthn)), name="mfa_add_webauthn"),
    path(
        "passkeys/<int:pk>/remove/",
        form(OWN, keeps_one(changes_factors(passkeys.remove_webauthn))),
        name="mfa_remove_webauthn",
    ),
    path("passkeys/<int:pk>/name/", form(OWN, passkeys.edit_webauthn), name="mfa_edit_webauthn"),
]

everybody = [
    path("", reads(SEE, administration.accounts), name="accounts"),
    path("new/", form(MANAGE, administration.new_account), name="new_account"),
    path("<int:pk>/", reads(SEE, administration.account), name="account"),
    path("<int:pk>/link/", writes(MANAGE, administration.link), name="account_link"),
    path("<int:pk>/role/", writes(MANAGE, administration.role), name="role"),
    path("<int:pk>/disable/", writes(MANAGE, administration.disabled), name="account_disable"),
    path("<int:pk>/enable/", writes(MANAGE, administration.enabled), name="account_enable"),
    path(
        "<int:pk>/second-factor/",
        writes(MANAGE, administration.second_factor),
        name="account_second_factor",
    ),
]

# Signing out needs no key of a form: a browser sends no SameSite cookie from another site, so nobody can be
# signed out from there; and a page without a key is the same for everybody.
urlpatterns = [
    path("accounts/", include(everybody)),
    path("account/", reads(OWN, own_account), name="own_account"),
    path("account/sessions/", writes(OWN, forgets(end_session)), name="end_session"),
    path("account/office/", writes(OWN, choose_office), name="choose_office"),
    path("account/provider/", writes(OPEN, to_provider), name="provider_start"),
    path("account/provider/back/", reads(OPEN, from_provider), name="openid_connect_callback"),
    path("account/sample/", form(OPEN, sample_people), name="sample_people"),
    path("account/this-machine/", form(OPEN, this_machine), name="this_machine"),
    path("account/sign-in/", include(sign_in)),
    path("account/sign-out/", form(OPEN, csrf_exempt(forgets(account.logout))), name="account_logout"),
    path("account/disabled/", reads(OPEN, account.account_inactive), name="account_inactive"),
    path("account/password/", include(password)),
    path("account/again/", include(again)),
    path("account/second-factor/", include(second_factor)),
]
