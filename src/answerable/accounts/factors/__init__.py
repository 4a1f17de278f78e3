"""The second factor: an authenticator app, passkeys, and codes for when they are lost."""
