"""The link by which somebody sets a password: for the first time, or anew."""

from __future__ import annotations

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from answerable.accounts.models import User


def password_link(user: User, site: str) -> str:
    """The address, on a site such as "https://answerable.example"; it works once, for three days."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    values = {"uidb36": user_pk_to_url_str(user), "key": token}
    return site.rstrip("/") + reverse("account_reset_password_from_key", kwargs=values)


def mail_link(user: User, link: str) -> bool:
    """Send it to its owner; False where no mail is set up. Raises OSError or SMTPException."""
    if not settings.MAIL:
        return False
    values = {"user": user, "password_reset_url": link}
    subject = render_to_string("account/email/password_reset_key_subject.txt").strip()
    text = render_to_string("account/email/password_reset_key_message.txt", values).strip()
    send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [user.email])
    return True
