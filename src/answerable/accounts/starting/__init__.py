"""Signing in without a password, at this machine only: the sample's people, and whoever started the site."""
