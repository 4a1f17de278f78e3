"""The key that signs heads: an Ed25519 key in a file of its own, outside the database."""

from __future__ import annotations

import os
import tempfile
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from answerable.core.refusal import Refusal

ID_LENGTH = 16  # hexadecimal digits of the SHA-256 of the public key: enough to tell keys apart
NEXT = ".next"
"""Behind the name of a key's file: the key that takes its place, until the change is on record."""


def key_path() -> Path:
    """Where the key lies: AUDIT_KEY, else ``audit-key.pem`` in the data folder."""
    return Path(settings.AUDIT_KEY)


def next_path() -> Path:
    path = key_path()
    return path.with_name(path.name + NEXT)


def make_key(path: Path) -> Ed25519PrivateKey:
    """The key in ``path``, made there if there is none; two processes at once get the same one."""
    if not path.exists():
        _write_once(path, Ed25519PrivateKey.generate())
    return load_key(path)


def load_key(path: Path) -> Ed25519PrivateKey:
    """The key in a file. Raises Refusal."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), None)
    except OSError as error:
        raise Refusal(f"The audit key {path} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Refusal(f"{path} holds no Ed25519 key without a password.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Refusal(f"{path} holds a key of another kind than Ed25519.")
    return key


def public_of(key: Ed25519PrivateKey) -> str:
    """The public key: base64 of its DER form."""
    der = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return b64encode(der).decode()


def identify(public: str) -> str:
    """The id of a public key: the beginning of the SHA-256 of its DER form; empty where it is none."""
    try:
        return sha256(b64decode(public, validate=True)).hexdigest()[:ID_LENGTH]
    except NotBase64:
        return ""


def pem_of(public: str) -> str:
    """A public key as ``openssl`` reads it."""
    return f"-----BEGIN PUBLIC KEY-----\n{public}\n-----END PUBLIC KEY-----\n"


def public_in(path: Path) -> str:
    """The public key that a PEM file holds. Raises Refusal."""
    try:
        key = serialization.load_pem_public_key(path.read_bytes())
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Refusal(f"{path} holds no public key.") from error
    der = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return b64encode(der).decode()


def signed(public: str, said: bytes, signature: str) -> bool:
    """Whether the private part of ``public`` made this signature (base64) of ``said``."""
    try:
        key = serialization.load_der_public_key(b64decode(public, validate=True))
        assert isinstance(key, Ed25519PublicKey)
        key.verify(b64decode(signature, validate=True), said)
    except (InvalidSignature, NotBase64, ValueError, AssertionError, UnsupportedAlgorithm):
        return False
    return True


def _write_once(path: Path, key: Ed25519PrivateKey) -> None:
    """The file appears whole, under its name, readable by its owner only, and never over another."""
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # for its owner only
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its key is the key
    finally:
        os.unlink(draft)
