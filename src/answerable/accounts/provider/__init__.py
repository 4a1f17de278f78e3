"""Signing in with an office's own identity provider (OpenID Connect), such as Microsoft Entra."""
