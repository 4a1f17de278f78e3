"""Changing one line of the code while a test runs, in the process that runs it.

A change in a copy of the code costs a process and a database each; this costs nothing. What it can change is
the inside of functions and the constants of a module; a function that nothing had imported stays the same
object, so everybody who imported it meanwhile calls the changed one.
"""

from __future__ import annotations

import importlib
import inspect
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.guarding.guards import Guard

ROOT = Path(__file__).resolve().parents[2]
CONSTANTS = (str, int, bool, tuple, frozenset)


@contextmanager
def without(guard: Guard) -> Iterator[None]:
    """The code as it is with ``gone`` in place of ``here``."""
    path = ROOT / guard.file
    text = path.read_text("utf-8")
    if text.count(guard.here) != 1:
        raise ValueError(f"{guard.name}: stands {text.count(guard.here)} times in {guard.file}")
    module = importlib.import_module(_name_of(guard.file))
    changed = types.ModuleType(module.__name__)
    changed.__dict__.update({"__file__": module.__file__, "__package__": module.__package__})
    exec(compile(text.replace(guard.here, guard.gone), str(path), "exec"), changed.__dict__)
    undo = _swap(module, changed)
    if not undo:
        raise ValueError(f"{guard.name}: nothing in {guard.file} is another one now")
    try:
        yield
    finally:
        for put_back in undo:
            put_back()


def _name_of(file: str) -> str:
    return file.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _swap(module: types.ModuleType, changed: types.ModuleType) -> list[Any]:
    """Put what differs into the module; what puts each back."""
    undo: list[Any] = []
    for name, new in vars(changed).items():
        old = vars(module).get(name)
        if isinstance(new, CONSTANTS) and not name.startswith("__") and old != new:
            setattr(module, name, new)
            undo.append(lambda name=name, old=old: setattr(module, name, old))
        for one, other in _functions(old, new, module.__name__):
            if (
                one.__code__.co_code != other.__code__.co_code
                or one.__code__.co_consts != other.__code__.co_consts
            ):
                undo.append(_restoring(one))
                one.__code__ = other.__code__
    return undo


def _restoring(function: types.FunctionType) -> Any:
    code = function.__code__

    def put_back() -> None:
        function.__code__ = code

    return put_back


def _functions(old: Any, new: Any, module: str) -> Iterator[tuple[types.FunctionType, types.FunctionType]]:
    """The functions of the same name in both: themselves, or of a class of this module."""
    if inspect.isclass(old) and inspect.isclass(new) and old.__module__ == module:
        for name, inside in vars(new).items():
            yield from _functions(vars(old).get(name), inside, module)
        return
    one, other = _plain(old), _plain(new)
    if one is not None and other is not None and one.__module__ == module:
        yield one, other


def _plain(found: Any) -> types.FunctionType | None:
    """The function itself, without what it is wrapped in."""
    if isinstance(found, property):
        found = found.fget
    found = inspect.unwrap(found) if callable(found) else found
    return found if isinstance(found, types.FunctionType) else None
