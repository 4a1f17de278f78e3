"""The addresses of pages about the site."""

from __future__ import annotations

from django.urls import path

from answerable.public.about import views
from answerable.web.policy import shows

urlpatterns = [
    path("<slug:office>/about", shows(views.about), name="public_about"),
    path("<slug:office>/accessibility", shows(views.accessibility), name="public_accessibility"),
    path("<slug:office>/privacy", shows(views.privacy), name="public_privacy"),
    path("<slug:office>/cookies", shows(views.cookies), name="public_cookies"),
    path("<slug:office>/licence", shows(views.licence), name="public_licence"),
    path("<slug:office>/formats", shows(views.formats), name="public_formats"),
]
