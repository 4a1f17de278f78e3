"""A chain of decisions: what was changed, taken out or put in is found and named."""

from __future__ import annotations

import datetime as dt
import json
from base64 import b64encode
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from answerable.audit.keys import identify, public_of
from answerable.audit.keys import signed as is_signed
from answerable.core.publication.deciding import NOTHING_BEFORE, Decision, Doing, hash_of, header
from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.verifying import Held, verify

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
PUBLIC = public_of(KEY)
KEYS = {identify(PUBLIC): PUBLIC}
AT = dt.datetime(2022, 8, 25, tzinfo=dt.UTC)
PATH = "wyvern/assurance/2022-08-25"


def part(text: str, path: str = PATH) -> Part:
    return made(path, Kind.MEETING, {"text": text})


def chain(*steps: tuple[list[Part], list[str]]) -> list[Held]:
    """Decisions that bring these parts and withdraw these addresses."""
    found: list[Held] = []
    for number, (parts, withdrawn) in enumerate(steps, start=1):
        before = found[-1].hash if found else NOTHING_BEFORE
        said = header(
            Decision(
                "wyvern", number, AT, AT, Doing.PUBLISH, "Minutes", "", "", "officer", "commissioner", parts,
                withdrawn, before,
            )
        )  # fmt: skip
        hash_ = hash_of(said)
        signature = b64encode(KEY.sign(hash_.encode())).decode()
        there = {one.path: one.sha256 for one in parts}
        found.append(Held(number, said, hash_, identify(PUBLIC), signature, there))
    return found


def wrong(held: list[Held]) -> list[str]:
    return list(verify(held, KEYS, is_signed, "wyvern"))


@pytest.fixture
def held() -> list[Held]:
    return chain(([part("One.")], []), ([part("Two.")], []), ([part("Three.", "wyvern")], []))


def test_a_whole_chain_has_nothing_wrong(held: list[Held]) -> None:
    assert wrong(held) == []
    assert wrong([]) == []


def test_what_was_withdrawn_is_not_missed() -> None:
    held = chain(([part("One.")], []), ([], [PATH]))
    assert wrong(held) == ["Publication 1: the bytes of /" + PATH + " are there, though they were withdrawn."]
    assert list(verify(held, KEYS, is_signed, "wyvern", keeps=True)) == []
    held[0] = replace(held[0], parts={PATH: None})
    assert wrong(held) == []


def test_a_header_that_was_changed(held: list[Held]) -> None:
    held[1] = replace(held[1], header=held[1].header.replace("Minutes", "Notes"))
    assert wrong(held) == ["Publication 2: its header was changed."]


def test_one_that_was_taken_out(held: list[Held]) -> None:
    assert wrong([held[0], held[2]]) == [
        "Publication 3 follows publication 1: some are missing between them."
    ]


def test_one_that_was_put_in_anothers_place(held: list[Held]) -> None:
    other = chain(([part("One.")], []), ([part("Another.")], []))
    assert "Publication 3 does not follow what stands before it" in wrong([*other, held[2]])[0]


def test_of_another_office(held: list[Held]) -> None:
    found = list(verify(held, KEYS, is_signed, "otterdale"))
    assert found == [f"Publication {n}: its header is of another publication." for n in (1, 2, 3)]


def test_a_signature_of_nobody_known(held: list[Held]) -> None:
    assert len(list(verify(held, {}, is_signed, "wyvern"))) == 3


def test_a_signature_that_is_not_genuine(held: list[Held]) -> None:
    held[0] = replace(held[0], signature=held[1].signature)
    assert wrong(held) == ["Publication 1: its signature is not genuine."]


def test_bytes_that_were_changed_lost_or_put_in(held: list[Held]) -> None:
    assert wrong([replace(held[0], parts={PATH: "0" * 64}), *held[1:]]) == [
        f"Publication 1: the bytes of /{PATH} were changed."
    ]
    assert wrong([replace(held[0], parts={}), *held[1:]]) == [
        f"Publication 1: the bytes of /{PATH} are missing."
    ]
    assert wrong([replace(held[0], parts={PATH: None}), *held[1:]]) == [
        f"Publication 1: the bytes of /{PATH} are gone, and no publication withdrew them."
    ]
    more = {**held[0].parts, "wyvern/else": "0" * 64}
    assert wrong([replace(held[0], parts=more), *held[1:]]) == [
        "Publication 1: /wyvern/else is there, which it did not bring."
    ]


def test_no_header_at_all(held: list[Held]) -> None:
    for header_ in ("", "[]", "{", "null", "[" * 100_000):
        assert wrong([replace(held[0], header=header_), *held[1:]])


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["path", "sha256"]), inner),
    max_leaves=6,
)


@given(ANYTHING, ANYTHING)
def test_a_header_of_any_shape_is_said_to_be_wrong_in_sentences(parts: object, withdrawn: object) -> None:
    [one] = chain(([part("One.")], []))
    header_ = json.dumps({**json.loads(one.header), "parts": parts, "withdrawn": withdrawn})
    found = wrong([replace(one, header=header_, hash=hash_of(header_))])
    assert "Publication 1: its signature is not genuine." in found
    assert all(each.endswith(".") for each in found)


@given(st.integers(0, 2), st.integers(0, 10_000), st.integers(1, 127))
def test_any_change_of_a_header_is_found(which: int, where: int, by: int) -> None:
    held = chain(([part("One.")], []), ([part("Two.")], []), ([part("Three.", "wyvern")], []))
    text = bytearray(held[which].header.encode())
    text[where % len(text)] ^= by
    held[which] = replace(held[which], header=text.decode("latin-1"))
    assert wrong(held)
