"""The application put together: settings, URLs, the WSGI entry point and the command that serves it."""
