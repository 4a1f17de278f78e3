"""What our rules make of the conformance cases: a module to a kind, each with ``takes`` and ``answer``."""
