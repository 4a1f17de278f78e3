"""Heads are signed with a key that is made once, kept well, changed on record, and known to openssl."""

from __future__ import annotations

import re
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from answerable.audit import keys
from answerable.audit.checking import KeptHead, check
from answerable.audit.models import Event
from answerable.audit.operations import change_key, replace_lost_key, sign_head, signing
from answerable.audit.queries import key_statements, last_head
from answerable.core.chain.statements import Head, heads_in
from answerable.core.refusal import Refusal
from tests import factories as make
from tests.audit.chains import people, write_chain

pytestmark = pytest.mark.django_db


def wrong(*heads: Head, publics: list[str] | None = None) -> list[str]:
    kept = [KeptHead(one, "kept.txt") for one in heads]
    return [str(one) for one in check(kept, publics or []) if one.harm]


def openssl(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["openssl", *arguments], capture_output=True, text=True, check=False)


def test_the_first_head_makes_a_key_for_its_owner_only(key: Path) -> None:
    write_chain(5, people())
    head = sign_head(at=make.NOW)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert Event.objects.get(pk=6).operation == "audit.first_key"
    assert head.sequence == 6
    assert head.hash == Event.objects.get(pk=6).hash
    again = sign_head(at=make.NOW)
    assert (again.sequence, again.key) == (6, head.key), "a head makes no event"
    assert last_head() is not None
    assert wrong(head, again) == []


def test_two_at_once_make_one_key(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    with ThreadPoolExecutor(8) as threads:
        made = set(threads.map(lambda _: keys.public_of(keys.make_key(path)), range(8)))
    assert len(made) == 1
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.needs("openssl")
def test_a_person_checks_a_head_with_openssl(tmp_path: Path) -> None:
    """As docs/how-to/keep-the-audit-key.md tells them to."""
    write_chain(5, people())
    Path(tmp_path, "head.txt").write_text(str(sign_head(at=make.NOW)))
    with Path(tmp_path, "key.pem").open("w") as file:
        call_command("audit", "key", stdout=file)
    page = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "keep-the-audit-key.md"
    told = re.search(r"```\n(head -n 5 .*?)```", page.read_text("utf-8"), re.DOTALL)
    assert told
    done = subprocess.run(["sh", "-ec", told[1]], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "Signature Verified Successfully\n"
    Path(tmp_path, "head.txt").write_text(
        Path(tmp_path, "head.txt").read_text().replace("event", "").replace("sequence 6", "sequence 7")
    )
    done = subprocess.run(["sh", "-c", told[1]], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Signature Verified Successfully" not in done.stdout


@pytest.mark.needs("openssl")
def test_a_key_that_openssl_made_will_do(key: Path) -> None:
    key.parent.mkdir()
    assert openssl("genpkey", "-algorithm", "ed25519", "-out", key).returncode == 0
    assert wrong(sign_head(at=make.NOW)) == []


def test_a_head_survives_the_mail() -> None:
    head = sign_head(at=make.NOW)
    quoted = (
        "Dear all,\r\n\r\n" + "".join(f"> {line}  \r\n" for line in str(head).splitlines()) + "-- \r\nKim\r\n"
    )
    assert heads_in(quoted + str(head)) == [head, head]
    assert heads_in(str(head).replace("sequence 1", "sequence 0")) == []
    assert heads_in("Answerable audit head\nsequence 1\n") == []


def test_a_forged_head_proves_nothing(tmp_path: Path) -> None:
    head = sign_head(at=make.NOW)
    forged = Head(head.sequence, "0" * 64, head.at, head.key, head.signature)
    assert wrong(forged) == ["the head of event 1 in kept.txt proves nothing: its signature is false"]
    stranger = keys.make_key(tmp_path / "stranger.pem")
    unsigned = Head(head.sequence, head.hash, head.at, keys.identify(keys.public_of(stranger)))
    foreign = unsigned.signed(stranger.sign(unsigned.said))
    why = f"nobody vouches for the key {foreign.key} that signed it"
    assert wrong(foreign) == [f"the head of event 1 in kept.txt proves nothing: {why}"]


def test_a_changed_key_is_vouched_for_both_ways(key: Path) -> None:
    before = sign_head(at=make.NOW)
    old = keys.public_of(keys.load_key(key))
    statement = change_key(by=make.user(), at=make.NOW)
    after = sign_head(at=make.NOW)
    assert after.key == statement.key != before.key
    assert Event.objects.get(operation="audit.change_key").by == make.user()
    assert wrong(before, after) == [], "the new key vouches for the old one"
    new = key.read_bytes()
    key.unlink()
    assert wrong(before, after, publics=[old]) == [], "the old key signed for the new one"
    assert len(wrong(before, after)) == 4, (
        "without any key nothing is believed, nor the heads in the database"
    )
    key.write_bytes(new)
    assert not keys.next_path().exists()


def test_a_key_that_went_missing_is_not_made_again_in_silence(key: Path) -> None:
    head = sign_head(at=make.NOW)
    key.unlink()
    with pytest.raises(Refusal, match=f"^The chain's key is {head.key}, and .* does not hold it"):
        sign_head(at=make.NOW)
    assert not key.exists()
    replace_lost_key(by=None, at=make.NOW)
    assert key_statements()[-1].signature_before is None
    assert wrong(head, sign_head(at=make.NOW)) == [], "the new key says which one it follows"


def test_a_key_that_is_there_is_not_lost() -> None:
    with pytest.raises(Refusal, match="No key has been used yet"):
        replace_lost_key(by=None, at=make.NOW)
    sign_head(at=make.NOW)
    with pytest.raises(Refusal, match="The key is where it should be"):
        replace_lost_key(by=None, at=make.NOW)


def test_somebody_elses_key_is_refused(key: Path, tmp_path: Path) -> None:
    sign_head(at=make.NOW)
    keys.make_key(tmp_path / "other.pem").sign(b"")
    key.write_bytes((tmp_path / "other.pem").read_bytes())
    with pytest.raises(Refusal, match="does not hold it"):
        sign_head(at=make.NOW)


def test_a_change_that_was_cut_short_is_finished(key: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine stops between the event and the file: the next head finds the new key beside the old."""
    sign_head(at=make.NOW)

    def stop(*paths: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(signing.os, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            change_key(by=None, at=make.NOW)
    assert wrong(sign_head(at=make.NOW)) == []
    assert not keys.next_path().exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("", "holds no Ed25519 key"), ("nonsense", "holds no Ed25519 key"), (None, "cannot be read")],
)
def test_a_bad_key_file_is_one_sentence(key: Path, content: str | None, sentence: str) -> None:
    sign_head(at=make.NOW)
    key.unlink()
    if content is None:
        key.mkdir()
    else:
        key.write_text(content)
    with pytest.raises(CommandError, match=sentence):
        call_command("audit", "head")


@pytest.mark.needs("openssl")
def test_a_key_of_another_kind_is_refused(key: Path) -> None:
    key.parent.mkdir()
    openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key)
    with pytest.raises(Refusal, match="another kind than Ed25519"):
        sign_head(at=make.NOW)
