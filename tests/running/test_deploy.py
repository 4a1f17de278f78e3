"""What ``deploy/`` holds: parsed, and put before the programs that it is for."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import require_program

CHECKOUT = Path(__file__).resolve().parents[2]
DEPLOY = CHECKOUT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
NGINX = DEPLOY / "nginx" / "answerable.conf"
MOST_EXPOSED = 2.5
"""Of 10, as systemd-analyze counts it: 1.x needs settings that stop PDF reading or the database."""

HARDENED = {
    "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes",
    "PrivateDevices": "yes", "CapabilityBoundingSet": "", "RestrictSUIDSGID": "yes", "User": "answerable",
}  # fmt: skip


def name_of(path: Path) -> str:
    return path.name


def example() -> dict[str, str]:
    lines = (DEPLOY / "answerable.env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def environment(data: Path, **changes: str) -> dict[str, str]:
    """That of the example, with a data folder that there is and a key as it asks for."""
    clean = {
        name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")
    }
    own = {
        "ANSWERABLE_DATA": str(data), "ANSWERABLE_FILES": str(data / "files"),
        "SECRET_KEY": "k3y-0f-a-test-that-is-made-of-m0re-than-fifty-characters", "BACKUPS": str(data),
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
    }  # fmt: skip
    return clean | example() | own | changes


# ------------------------------------------------------------------ the environment
def test_the_checks_of_deployment_find_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env=environment(tmp_path), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "System check identified no issues" in done.stdout


def test_the_example_is_refused_until_its_key_is_replaced(tmp_path: Path) -> None:
    words = example()["SECRET_KEY"]
    assert "put-" in words, "nobody takes it for a key"


def test_every_variable_of_the_example_is_in_the_docs() -> None:
    told = (CHECKOUT / "docs" / "reference" / "settings.md").read_text()
    assert [name for name in example() if f"`{name}`" not in told] == []


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("settings.SECURE_SSL_REDIRECT", "True"),
        ("settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE", "True"),
        ("settings.SECURE_HSTS_SECONDS", "31536000"),
        ("settings.SECURE_PROXY_SSL_HEADER", "('HTTP_X_FORWARDED_PROTO', 'https')"),
    ],
)
def test_tls_is_asked_for_where_others_connect(expression: str, value: str, tmp_path: Path) -> None:
    assert told(expression, environment(tmp_path)) == value


@pytest.mark.parametrize(
    ("changes", "expression", "value"),
    [
        ({"ALLOWED_HOSTS": "localhost"}, "settings.SECURE_SSL_REDIRECT", "False"),
        ({"ALLOWED_HOSTS": "localhost"}, "settings.SECURE_HSTS_SECONDS", "0"),
        ({"TRUSTED_PROXIES": ""}, "settings.SECURE_PROXY_SSL_HEADER", "None"),
    ],
)
def test_and_not_where_it_cannot_be(
    changes: dict[str, str], expression: str, value: str, tmp_path: Path
) -> None:
    assert told(expression, environment(tmp_path, **changes)) == value


def told(expression: str, env: dict[str, str]) -> str:
    program = f"from django.conf import settings; print({expression})"
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


# ------------------------------------------------------------------ gunicorn
def test_gunicorn_takes_its_configuration(tmp_path: Path) -> None:
    env = environment(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/answerable.sqlite3")
    env["PROMETHEUS_MULTIPROC_DIR"] = str(tmp_path / "counts")
    (tmp_path / "counts").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--check-config", "--config", DEPLOY / "gunicorn.conf.py"],
        env=env, capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


# ------------------------------------------------------------------ systemd
def unit(path: Path) -> dict[str, dict[str, str]]:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path)
    return {section: dict(parser[section]) for section in parser.sections()}


@pytest.mark.parametrize("path", SERVICES, ids=name_of)
def test_a_service_may_do_little(path: Path) -> None:
    service = unit(path)["Service"]
    assert {name: service.get(name) for name in HARDENED} == HARDENED
    assert service["EnvironmentFile"] == "/etc/answerable/answerable.env"


@pytest.mark.parametrize("path", [one for one in SERVICES if "backup" not in one.name], ids=name_of)
def test_a_service_is_started_again_and_told_gently(path: Path) -> None:
    service = unit(path)["Service"]
    assert service["Restart"] == "always"
    assert service["KillMode"] == "mixed", "a child that reads a file must not die of our being told"
    assert int(service["TimeoutStopSec"]) > 60


def test_what_services_start_is_there() -> None:
    for path in SERVICES:
        program, *arguments = shlex.split(unit(path)["Service"]["ExecStart"])
        folder, name = program.rsplit("/", 1)
        assert folder == "/opt/answerable/.venv/bin"
        assert (Path(sys.executable).parent / name).exists(), name
        for one in arguments:
            if one.startswith("/opt/answerable/"):
                assert (CHECKOUT / one.removeprefix("/opt/answerable/")).exists(), one
        if name == "answerable":
            found = list((CHECKOUT / "src").rglob(f"management/commands/{arguments[0]}.py"))
            assert found, arguments[0]


def test_the_backup_is_made_every_night_into_the_folder_of_the_settings() -> None:
    timer = unit(DEPLOY / "systemd" / "answerable-backup.timer")
    assert timer["Timer"]["OnCalendar"].startswith("*-*-* ")
    backup = unit(DEPLOY / "systemd" / "answerable-backup.service")["Service"]
    assert backup["ReadWritePaths"] == backup["ExecStart"].split()[-1] == example()["BACKUPS"]


def installed(folder: Path) -> list[str]:
    """The units with programs that are here in the place of those in /opt."""
    paths = []
    for path in UNITS:
        text = re.sub(r"(?m)^(ExecStart=)\S+", r"\1/bin/true", path.read_text())
        text = text.replace("file:/opt/answerable", "file:/usr")
        (folder / path.name).write_text(text)
        paths.append(str(folder / path.name))
    return paths


@pytest.mark.needs("systemd-analyze")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *installed(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    own = [line for line in done.stderr.splitlines() if "answerable" in line]
    assert own == []


@pytest.mark.needs("systemd-analyze")
def test_systemd_finds_the_services_little_exposed(tmp_path: Path) -> None:
    for path in [one for one in installed(tmp_path) if one.endswith(".service")]:
        done = subprocess.run(
            ["systemd-analyze", "security", "--offline=yes", "--no-pager", path],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = re.search(r"Overall exposure level.*?: ([\d.]+)", done.stdout)
        assert found, done.stdout + done.stderr
        assert float(found[1]) <= MOST_EXPOSED, path


# ------------------------------------------------------------------ nginx
def directives() -> list[list[str]]:
    """Each directive of the file as its words, blocks opened."""
    text = re.sub(r"(?m)(^|\s)#.*$", "", NGINX.read_text())
    return [shlex.split(one) for one in re.split(r"[;{}]", text) if one.strip()]


def said(name: str) -> list[list[str]]:
    return [words[1:] for words in directives() if words[0] == name]


def test_nginx_and_the_application_agree() -> None:
    (size,) = said("client_max_body_size")
    most = int(
        told(
            "settings.UPLOADS['total_mb']",
            {**os.environ, "DJANGO_SETTINGS_MODULE": "answerable.config.settings"},
        )
    )
    assert int(size[0].removesuffix("m")) > most
    assert ["127.0.0.1:8000"] in said("server"), "where gunicorn listens"
    assert 'BIND", "127.0.0.1:8000"' in (DEPLOY / "gunicorn.conf.py").read_text()


def test_nginx_says_who_asks_and_that_it_was_tls() -> None:
    headers = {words[0]: words[1] for words in said("proxy_set_header")}
    assert headers["X-Forwarded-For"] == "$remote_addr", "set, not added to what a browser says"
    assert headers["X-Forwarded-Proto"] == "$scheme"
    assert headers["Host"] == "$host"
    assert headers["Forwarded"] == headers["X-Forwarded-Host"] == ""


def test_nginx_doubles_no_header_and_logs_no_words() -> None:
    assert said("add_header") == []
    logged = " ".join(said("log_format")[0])
    assert "$request_uri" not in logged
    assert not re.search(r"\$(request|uri|args|query_string|remote_addr|http_\w+)\b", logged)


def test_nginx_offers_no_old_tls_and_no_figures() -> None:
    assert said("ssl_protocols") == [["TLSv1.2", "TLSv1.3"]]
    for path in ("/metrics", "/health/ready"):
        assert re.search(rf"location = {path} \{{\s*return 404;", NGINX.read_text())


@pytest.fixture
def nginx() -> str:
    """Its path, which is one of root's programs."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    return found or require_program("nginx")


@pytest.mark.needs("openssl")
def test_nginx_takes_its_configuration(nginx: str, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "fullchain.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-days", "1", "-subj", "/CN=answerable.example.org", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    text = (
        NGINX.read_text()
        .replace("/etc/ssl/answerable", str(tmp_path))
        .replace("/var/log/nginx", str(tmp_path))
    )
    text = re.sub(r"(listen (?:\[::\]:)?)(80|443)\b", lambda found: f"{found[1]}1{found[2].zfill(4)}", text)
    (tmp_path / "site.conf").write_text(text)
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; events {{}} http {{ include {tmp_path}/site.conf; }}"
    )
    done = subprocess.run(
        [nginx, "-t", "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr.replace("user", "")


# ------------------------------------------------------------------ the container file
def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"(?m)^\s*#.*\n", "", (DEPLOY / "Containerfile").read_text())
    lines = re.sub(r"\\\n", " ", text).splitlines()
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines if line.strip())]


def last_stage() -> dict[str, list[str]]:
    every = instructions()
    start = max(at for at, (word, _) in enumerate(every) if word == "FROM")
    found: dict[str, list[str]] = {}
    for word, rest in every[start:]:
        found.setdefault(word, []).append(rest)
    return found


def test_the_container_runs_as_nobody_special_and_is_looked_after() -> None:
    stage = last_stage()
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", stage["USER"][-1])
    assert "/health/live" in stage["HEALTHCHECK"][0]
    assert stage["CMD"][0].startswith("[")
    assert stage["STOPSIGNAL"] == ["SIGTERM"]
    assert stage["VOLUME"] == ["/var/lib/answerable"]
    assert not any("SECRET_KEY" in one or "PASSWORD" in one.upper() for one in stage["ENV"])


def test_the_container_is_made_of_pinned_and_checked_things() -> None:
    every = instructions()
    bases = [rest.split()[0] for word, rest in every if word == "FROM"]
    assert all(":" in base and not base.endswith(":latest") for base in bases)
    assert not [word for word, _ in every if word == "ADD"]
    for command in [rest for word, rest in every if word == "RUN"]:
        if "apt-get install" in command:
            assert "--no-install-recommends" in command
            assert "rm -rf /var/lib/apt/lists" in command
        if "pip install" in command:
            assert "--require-hashes" in command or "--no-deps" in command
        assert "sudo" not in command
        assert "curl" not in command


def test_what_the_container_copies_is_there() -> None:
    copies = [rest for word, rest in instructions() if word == "COPY" and "--from" not in rest]
    missing = [one for rest in copies for one in rest.split()[:-1] if not (CHECKOUT / one).exists()]
    assert missing == []


def test_the_healthcheck_asks_as_the_program_answers(client: Any) -> None:
    """Without a database, without TLS, by the name that the example allows."""
    assert "127.0.0.1" in example()["ALLOWED_HOSTS"].split(",")
    assert client.get("/health/live", headers={"host": "127.0.0.1"}).status_code == 200
