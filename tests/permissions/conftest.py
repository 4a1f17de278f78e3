from tests.permissions.kept import made, there

__all__ = ["made", "there"]
