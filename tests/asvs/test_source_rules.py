"""What the source may not do at all, so that no input can have it done."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SOURCE = CHECKOUT / "src" / "answerable"
OURS = (".css", ".html", ".js", ".svg", ".json", ".txt")
NEVER_IMPORTED = {
    **dict.fromkeys(
        ["pickle", "shelve", "dill", "jsonpickle", "yaml", "marshal"], "makes objects of what was sent"
    ),
    **dict.fromkeys(["telnetlib", "ftplib"], "is not encrypted"),
    **dict.fromkeys(["urllib.request", "http.client", "httpx", "aiohttp", "imaplib"], "asks other machines"),
    **dict.fromkeys(["smtplib", "requests"], "asks other machines, but for its exceptions"),
    "random": "can be guessed",
    "xml": "follows entities",
    "code": "runs text",
}
ALLOWED = {
    "accounts/adapter.py": {"smtplib"}, "accounts/administration/views.py": {"smtplib"},
    "accounts/provider/views.py": {"requests"}, "audit/management/subcommands/head.py": {"smtplib"},
    "mail/sending.py": {"smtplib"},
}  # fmt: skip
"""Where only an exception of it is named."""
NEVER_CALLED = {
    "eval", "exec", "compile", "os.system", "os.popen", "__import__", "input", "os.execv", "os.spawnl",
    "tempfile.mktemp", "hashlib.md5", "hashlib.sha1", "hashlib.new", "extractall", "etree.XSLT",
}  # fmt: skip
RUN = {"run", "Popen", "call", "check_call", "check_output"}
MAKES_MARKUP = {"Markup", "mark_safe", "format_html", "SafeString"}
TRUSTED_MARKUP = {"components/charts.py", "components/charts_thread.py", "components/shares.py",
                  "components/figures_svg.py",  # all drawings of figures go through it
                  "components/forms.py", "components/jinja.py", "components/words.py",
                  "search/queries.py"}  # fmt: skip
"""Where text becomes markup; each has tests with hostile text."""
SAFE_FILTER = {"accounts/pages/mfa/totp/activate_form.html"}
"""A picture that the program made itself, of a key that it made itself."""


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program, by its path in the package."""
    return {
        str(path.relative_to(SOURCE)): ast.parse(path.read_text("utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield name, ast.unparse(node.func), node


def test_nothing_makes_objects_or_guesses_or_asks_other_machines() -> None:
    found = []
    for name, tree in modules().items():
        for node in ast.walk(tree):
            named = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            for one in named:
                known = next((bad for bad in NEVER_IMPORTED if one == bad or one.startswith(f"{bad}.")), None)
                if known and known not in ALLOWED.get(name, ()):
                    found.append(f"{name}:{getattr(node, 'lineno', 0)} {one} {NEVER_IMPORTED[known]}")
    assert found == []


def test_no_text_is_run() -> None:
    found = [
        f"{name}:{node.lineno} {called}"
        for name, called, node in calls()
        if called in NEVER_CALLED or called.rpartition(".")[2] == "extractall"
    ]
    assert found == []


def test_programs_are_started_by_list_and_never_through_a_shell() -> None:
    found, seen = [], 0
    for name, called, node in calls():
        if called.startswith("subprocess.") and called.rpartition(".")[2] in RUN:
            seen += 1
            shell = [one for one in node.keywords if one.arg == "shell"]
            if shell or isinstance(node.args[0], ast.Constant | ast.JoinedStr | ast.BinOp):
                found.append(f"{name}:{node.lineno}")
    assert seen >= 5
    assert found == []


def test_no_value_is_put_into_sql_by_hand() -> None:
    """Whatever a statement is put together from is a constant or a name of the schema, in few files."""
    made = set()
    for name, called, node in calls():
        asks = called.rpartition(".")[2] in ("execute", "executemany", "raw", "RawSQL", "extra") and node.args
        if asks and (
            isinstance(node.args[0], ast.JoinedStr | ast.BinOp) or "format" in ast.unparse(node.args[0])
        ):
            made.add(name)
    assert made <= SQL_OF_NAMES, made - SQL_OF_NAMES


SQL_OF_NAMES = {
    "search/sqlite.py", "search/postgres.py", "upkeep/backup/sqlite.py", "upkeep/backup/postgres.py",
    "upkeep/asking_sqlite.py", "upkeep/asking_postgres.py", "upkeep/backup/checking.py",
}  # fmt: skip
"""Names of tables and settings of ours; search's questions are tried with every sign (test_injection.py)."""


def test_markup_is_made_in_few_places() -> None:
    made = {
        name for name, called, _ in calls() if called in ("Markup", "mark_safe", "format_html", "SafeString")
    }
    assert {name for name in made if not name.startswith("workspace/review/strips")} <= TRUSTED_MARKUP
    unescaped = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.html")
        if re.search(r"\|\s*safe\b|autoescape (false|off)", path.read_text("utf-8"))
    }
    assert unescaped <= SAFE_FILTER


def test_no_script_is_put_together() -> None:
    """A page carries scripts as files; values for them stand beside, as JSON that the library wrote."""
    found = []
    for path in SOURCE.rglob("*.html"):
        for tag, inside in re.findall(r"<script([^>]*)>(.*?)</script>", path.read_text("utf-8"), re.DOTALL):
            is_data = re.search(r'type="application/(ld\+)?json"', tag) and re.fullmatch(
                r"\{\{ \w+\|tojson \}\}", inside.strip()
            )
            if not is_data and (inside.strip() or "src=" not in tag):
                found.append(f"{path.name}: {inside.strip()[:60]}")
    ours = [path for path in SOURCE.rglob("*.js") if not path.name.endswith(".min.js")]
    found += [
        path.name
        for path in ours
        if re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function",
            path.read_text("utf-8"),
        )
    ]
    assert ours
    assert found == []


def test_no_parser_of_xml_follows_what_a_file_says() -> None:
    """Each says so itself: no entities, no network, no document type from elsewhere."""
    made = [(name, node) for name, called, node in calls() if called.endswith(("XMLParser", "iterparse"))]
    assert made
    for name, node in made:
        said = {one.arg: ast.unparse(one.value) for one in node.keywords}
        assert said.get("resolve_entities") == "False", name
        assert said.get("no_network", "True") == "True", name
        assert said.get("load_dtd", "False") == "False", name


def test_no_cipher_is_ours() -> None:
    """Ed25519 signs the trail, Fernet keeps the keys of second factors; nothing lower is imported."""
    low = [
        f"{name} {node.module}"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and re.match(r"cryptography\.hazmat\.primitives\.(ciphers|padding)|Crypto|nacl", node.module or "")
    ]
    assert low == []


@pytest.mark.parametrize("kind", OURS)
def test_no_page_loads_anything_of_others(kind: str) -> None:
    """Links for people to click are fine; nothing is fetched by itself."""
    found = []
    for path in [*SOURCE.rglob(f"*{kind}")]:
        text = path.read_text("utf-8", "replace")
        loads = re.findall(
            r"(?:src|srcset|poster|data|background|action|formaction)\s*=\s*[\"']?\s*((?:https?:)?//[^\s\"'>]+)"
            r"|url\(\s*[\"']?((?:https?:)?//[^)\"']+)|@import\s+[\"']([^\"']+)"
            r"|<link[^>]+href=[\"']((?:https?:)?//[^\"']+)"
            r"|(?:fetch|importScripts|WebSocket|EventSource|sendBeacon)\(\s*[\"'`]((?:[a-z]+:)?//[^\"'`]+)",
            text,
        )
        found += [f"{path.relative_to(SOURCE)}: {''.join(one)[:80]}" for one in loads]
    assert found == []


SECRETS = re.compile(
    r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*\n\s*[A-Za-z0-9+/=]{40}"
    r"|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}"
    r"|xox[abp]-[0-9A-Za-z-]{20}|AIza[0-9A-Za-z_-]{35}|eyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\."
)


def test_no_secret_is_kept_with_the_source() -> None:
    names = subprocess.run(
        ["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    kept = [
        name
        for name in names
        if re.search(r"(^|/)(\.env|secret-key|id_rsa|.*\.(pem|key|p12|pfx|kdbx))$", name)
    ]
    assert kept == []
    found = []
    for name in filter(None, names):
        path = CHECKOUT / name
        if path.is_file() and SECRETS.search(path.read_bytes().decode("utf-8", "replace")):
            found.append(name)
    assert found == []


def test_what_is_installed_brings_no_history_along() -> None:
    """The container and the wheel hold the program; never the folder of its history."""
    said = (CHECKOUT / "deploy" / "Containerfile").read_text("utf-8")
    assert ".git" not in re.sub(r"#.*", "", said)
    assert not re.search(r"^(COPY|ADD)\s+(--\S+\s+)*\.\s", said, re.MULTILINE), "no whole folder is copied"


def test_nobody_has_an_account_from_the_start() -> None:
    """No migration makes one, and no password stands in the settings."""
    for path in sorted(SOURCE.glob("*/migrations/*.py")):
        assert not re.search(r"create_user|create_superuser|make_password|set_password", path.read_text()), (
            path.name
        )
    settings = (SOURCE / "config" / "settings.py").read_text("utf-8")
    assert not re.search(r"PASSWORD\s*=\s*[\"'][^\"']+[\"']", settings)
