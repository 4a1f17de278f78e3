"""Settings. Everything that differs between installations is an environment variable with a default that
works on one person's machine; docs/reference/settings.md says what each is.
"""

from __future__ import annotations

from importlib.metadata import version
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONCE, NONE, SELF

from answerable.config.public_only import public_only
from answerable.config.public_store import public_store
from answerable.config.secret import secret_key
from answerable.web.client import is_loopback, likely_site

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent

env = environ.Env()

# ---------------------------------------------------------------- where things are kept
_BESIDE = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
DATA = Path(env("ANSWERABLE_DATA", default=str(_BESIDE / "var"))).resolve()
PUBLIC_ONLY = env.bool("PUBLIC_ONLY", default=False)  # serves the public site alone (config/public_only.py)
if not PUBLIC_ONLY:
    DATA.mkdir(mode=0o700, parents=True, exist_ok=True)  # the record: nobody else on this machine reads it
MEDIA_ROOT = Path(env("ANSWERABLE_FILES", default=str(DATA / "files"))).resolve()
AUDIT_KEY = env("AUDIT_KEY", default=str(DATA / "audit-key.pem"))  # signs heads of the audit trail
STATIC_URL = "/static/"
STATIC_ROOT = env("STATIC_ROOT", default=None)  # only for a web server in front that serves the files itself

PROGRAM_VERSION = version("answerable")

# ---------------------------------------------------------------- who may ask, and with what key
DEBUG = env.bool("DEBUG", default=False)
GALLERY = env.bool("GALLERY", default=DEBUG)  # the page of all components, for those who build pages
SECRET_KEY = env("SECRET_KEY", default="") or (PUBLIC_ONLY and "none yet") or secret_key(DATA)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["answerable.accounts.backends.SignIn"]
SAMPLE = env.bool("SAMPLE", default=False)  # choose who you are from a list: on this machine only
THIS_MACHINE = env("THIS_MACHINE", default="")  # the key of the link that lets in whoever started the site
TRUSTED_PROXIES = [ip_network(one) for one in env.list("TRUSTED_PROXIES", default=[])]
LOGIN_URL = "sample_people" if SAMPLE else "this_machine" if THIS_MACHINE else "account_login"
LOGIN_REDIRECT_URL = "/"
SECOND_FACTOR_PAGE = "mfa_index"  # where somebody goes who has yet to set one up
HTTPS = env.bool("HTTPS", default=not all(is_loopback(host) for host in ALLOWED_HOSTS))
IDLE_MINUTES = env.int("IDLE_MINUTES", default=120)  # a session that nobody uses for so long is over
SESSION_HOURS = env.int("SESSION_HOURS", default=12)  # and every session so long after signing in
SITE = env("SITE", default=likely_site(ALLOWED_HOSTS)).rstrip("/")  # where links in mail lead to

ACCOUNT_ADAPTER = "answerable.accounts.adapter.SignInAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator makes an account and says whose address it is
ACCOUNT_EMAIL_NOTIFICATIONS = True  # whoever's password or second factor was changed is told
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_RATE_LIMITS = False  # accounts/throttling slows down: theirs lives in one process and locks out
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # seconds after a password or code in which factors may be changed
ACCOUNT_FORMS = {"reset_password": "answerable.accounts.forms.ForgottenPassword"}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "answerable.accounts.passwords.NotCommon"},
    {"NAME": "answerable.accounts.passwords.NotOfHere"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600  # seconds that a link for setting a password works
MFA_ADAPTER = "answerable.accounts.factors.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Answerable"
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds that a telephone's clock may be off
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RATE_LIMITS = False
MFA_FORMS = {
    "login_webauthn": "answerable.accounts.factors.forms.PasskeyAlone",
    "authenticate_webauthn": "answerable.accounts.factors.forms.PasskeyAfterPassword",
    "reauthenticate_webauthn": "answerable.accounts.factors.forms.PasskeyAgain",
    "add_webauthn": "answerable.accounts.factors.forms.NewPasskey",
    "authenticate": "answerable.accounts.factors.forms.SecondFactor",
    "reauthenticate": "answerable.accounts.factors.forms.SecondFactorAgain",
}

# An office's own identity provider, such as Microsoft Entra (docs/how-to/connect-microsoft-entra.md)
OIDC_ISSUER = env("OIDC_ISSUER", default="").rstrip("/")
OIDC_NAME = env("OIDC_NAME", default="your office")
OIDC_SECOND_FACTOR = env.bool("OIDC_SECOND_FACTOR", default=False)  # the provider always asks for one
SOCIALACCOUNT_ADAPTER = "answerable.accounts.provider.adapter.ProviderAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # the adapter matches, and asks more than allauth does
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "office",
                "name": OIDC_NAME,
                "client_id": env("OIDC_CLIENT_ID", default=""),
                "secret": env("OIDC_CLIENT_SECRET", default=""),
                "settings": {"server_url": OIDC_ISSUER},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}

# ---------------------------------------------------------------- mail
MAIL = bool(env("EMAIL_URL", default=""))  # such as smtp+tls://user:password@mail.example:587
_MAIL = env.email_url("EMAIL_URL", default="consolemail://")
EMAIL_BACKEND = _MAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _MAIL.get("EMAIL_HOST", ""), _MAIL.get("EMAIL_PORT", 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.get("EMAIL_HOST_USER", ""), _MAIL.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_TLS", False), _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = env("MAIL_FROM", default="answerable@localhost")

# ---------------------------------------------------------------- what it is made of
SLICES = [
    "public",
    "workspace",
    "publishing",
    "intake",
    "reminders",
    "upkeep",
    "minuting",
    "agendas",
    "papers",
    "actions",
    "meetings",
    "measures",
    "plans",
    "topics",
    "people",
    "documents",
    "search",
    "mail",
    "accounts",
    "offices",
    "audit",
    "published",
    "web",
    "components",
]
"""From the top layer down: templates and style sheets of a higher one are found first."""

INSTALLED_APPS = [
    *(f"answerable.{name}" for name in SLICES),
    "answerable.config",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "answerable.upkeep.requests.RequestMiddleware",
    "answerable.config.proxies.ProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "answerable.web.assets.AssetsMiddleware",
    "answerable.web.keeping.NotKeptMiddleware",
    "answerable.public.keeping.KeptPagesMiddleware",
    "answerable.public.languages.LanguagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "answerable.accounts.middleware.ActorMiddleware",
    "answerable.accounts.shown.ShownMiddleware",
    "answerable.web.middleware.PolicyMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "answerable.config.urls"
WSGI_APPLICATION = "answerable.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],  # a template's name is its path in the package: the environment looks there
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "answerable.components.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "answerable.accounts.context.signing_in",
            ],
        },
    }
]

# ---------------------------------------------------------------- the database
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'answerable.sqlite3'}")
}
_DATABASE = DATABASES["default"]
if _DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    # A transaction takes the write lock at its start, so that nobody fails in its middle; 20 s is longer
    # than any one write; FULL costs an office nothing and survives the plug being pulled. The journal is
    # SQLite's own default (see docs/adr/0003-sqlite-on-purpose.md).
    _DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # 32 MB of pages kept between queries: search at 200,000 rows is 2 to 4 times as fast as with 2 MB.
        "init_command": "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA mmap_size=0; "
        "PRAGMA cache_size=-32768;",
    }
_DATABASE["CONN_MAX_AGE"] = 60  # seconds: a page need not wait for a connection, nor read what the last read
_DATABASE["CONN_HEALTH_CHECKS"] = True
PUBLIC_READS = "public"  # the connection that public pages read through: it cannot write
DATABASE_ROUTERS = ["answerable.published.router.PublishedRouter"]
PUBLIC_DATABASE_URL = env("PUBLIC_DATABASE_URL", default="")  # PostgreSQL: a role that reads nothing else
DATABASES |= public_store(_DATABASE, DATA, PUBLIC_DATABASE_URL)
# Settings that could lose something are refused (upkeep/checks.py); the databases of tests are thrown away.
UNSAFE_DATABASE = env.bool("UNSAFE_DATABASE", default=False)

# ---------------------------------------------------------------- who watches
METRICS_FROM = [ip_network(one) for one in env.list("METRICS_FROM", default=[])]  # besides this machine
BACKUPS = env("BACKUPS", default="")  # the folder of backups, for their age among the figures

# ---------------------------------------------------------------- background work
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
JOB_LEASE = env.float("JOB_LEASE", default=30.0)  # seconds without a sign of life: the worker is dead

# ---------------------------------------------------------------- what may be sent in, in one form
UPLOADS = {
    "file_mb": env.int("UPLOAD_FILE_MB", default=24),
    "total_mb": env.int("UPLOAD_TOTAL_MB", default=200),
    "files": env.int("UPLOAD_FILES", default=50),
}
DATA_UPLOAD_MAX_NUMBER_FILES = UPLOADS["files"] + 1  # so that our own sentence comes before Django's
FILE_UPLOAD_TEMP_DIR = DATA / "unfinished"  # a disk, where /tmp may be memory
if not PUBLIC_ONLY:
    FILE_UPLOAD_TEMP_DIR.mkdir(exist_ok=True)
FILE_UPLOAD_HANDLERS = ["answerable.intake.uploads.NoFiles"]  # only one page takes files: it brings its own

CACHES = {  # in the database, which is all that several web nodes share
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cached",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# ---------------------------------------------------------------- words and times
LANGUAGE_CODE = "en-gb"
PUBLIC_LANGUAGE = env.str("PUBLIC_LANGUAGE", default=LANGUAGE_CODE)  # "cy": public pages in Welsh
PUBLIC_OTHER_LANGUAGES = env.list("PUBLIC_OTHER_LANGUAGES", default=[])  # "cy": and those at /cy in Welsh
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# ---------------------------------------------------------------- what a browser may do
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *([OIDC_ISSUER] if OIDC_ISSUER else [])],  # a browser looks at redirects too
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_ENGINE = "answerable.accounts.session_store"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie more
COOKIE_PREFIX = "__Host-" if HTTPS else ""  # a browser takes such a cookie from this host alone, over HTTPS
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}session", f"{COOKIE_PREFIX}form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "answerable.web.errors.out_of_date"

# ---------------------------------------------------------------- TLS, which a proxy in front ends
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics$"]  # asked for by machines, past the proxy
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=False)
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preloading binds a whole domain for months: the office decides
# What it says of TLS is believed of a proxy; whoever is none has it taken away (config/proxies.py).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None

# ---------------------------------------------------------------- style sheets and scripts
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "answerable.web.assets.VersionedStorage"},
}
WHITENOISE_USE_FINDERS = True  # served from where they are: an installation has no collecting step
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nothing here is for pages of other sites

# ---------------------------------------------------------------- logs
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "answerable.upkeep.logs.formatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="WARNING")},
    "loggers": {"django": {"handlers": [], "level": "NOTSET"}},  # Django's own handlers would mail and print
}

if PUBLIC_ONLY:
    globals().update(public_only(globals()))
