"""The outbox: mail that is to be sent, kept until a mail server has taken it."""
