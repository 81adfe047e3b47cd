"""Django settings. What an installer may change comes from `options.py` alone."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONCE, NONE, SELF

from .address import address, local_address
from .mail import mail_settings
from .options import data_dir, option
from .rooms import ROOMS
from .secrets import key_dir, read_or_make

PACKAGE = Path(__file__).resolve().parent.parent
REPOSITORY = PACKAGE.parent
DATA = data_dir()
DATA.mkdir(parents=True, exist_ok=True)

SECRET_KEY = read_or_make("secret").hex()
WERKPLAATS_MASTER_KEY = read_or_make("master")
WERKPLAATS_CODES_KEY = read_or_make("codes")
WERKPLAATS_KEY_DIR = key_dir()
WERKPLAATS_ROOMS = ROOMS
WERKPLAATS_LANDSCAPE = "werkplaats.insights.landscape.for_room"
WERKPLAATS_URL = address(option("WERKPLAATS_URL"), option("WERKPLAATS_HOST"), option("WERKPLAATS_PORT"))
WERKPLAATS_LOCAL = local_address(option("WERKPLAATS_HOST"), option("WERKPLAATS_PORT"))

DEBUG = option("WERKPLAATS_DEBUG") == "1"
HTTPS = WERKPLAATS_URL.startswith("https://")
# With a name of its own it answers to that name only; in a hall people type whatever address reaches it.
ALLOWED_HOSTS = [urlsplit(WERKPLAATS_URL).hostname, "localhost", "127.0.0.1"] if option("WERKPLAATS_URL") else ["*"]

INSTALLED_APPS = [
    "werkplaats.config",
    "werkplaats.publishing",
    "werkplaats.network",
    "werkplaats.action",
    "werkplaats.insights",
    "werkplaats.stories",
    "werkplaats.thread",
    "werkplaats.live",
    "werkplaats.gatherings",
    "werkplaats.methods",
    "werkplaats.voices",
    "werkplaats.people",
    "werkplaats.vault",
    "werkplaats.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "werkplaats.config.log.RequestLine",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "werkplaats.config.errors.NoEmptyRefusal",
    "werkplaats.people.access.DenyUndeclared",
]

ROOT_URLCONF = "werkplaats.config.urls"
FORM_RENDERER = "werkplaats.ui.forms.Renderer"
ASGI_APPLICATION = "werkplaats.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    }
]


def database(url: str, file: str) -> dict:
    if url:
        parts = urlsplit(url)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 0,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / file,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
            ),
        },
    }


DATABASES = {
    "default": database(option("WERKPLAATS_DATABASE"), "data.sqlite3"),
    "keys": database(option("WERKPLAATS_KEYS_DATABASE"), "keys.sqlite3"),
}
DATABASE_ROUTERS = ["werkplaats.vault.router.KeysApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_ADAPTER = "werkplaats.people.sign_in.StaffAdapter"
LOGIN_URL = "account_request_login_code"
LOGIN_REDIRECT_URL = "/overzicht/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

globals().update(mail_settings(option("WERKPLAATS_MAIL")))
DEFAULT_FROM_EMAIL = option("WERKPLAATS_MAIL_FROM")

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "ui" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = REPOSITORY / "build" / "static"
STATICFILES_DIRS = [REPOSITORY / "build" / "assets"] if (REPOSITORY / "build" / "assets").is_dir() else []
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# `make` collects hashed files into STATIC_ROOT; without it, or with DEBUG, files come from where they are written.
HASHED_FILES = STATIC_ROOT.is_dir() and not DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "werkplaats.config.static.HashedFiles"
            if HASHED_FILES
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = not HASHED_FILES

# Werkplaats speaks http; with an https address a proxy in front of it does the rest and says so.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-wp" if HTTPS else "wp"
CSRF_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "werkplaats.config.errors.not_from_here"
CSRF_TRUSTED_ORIGINS = [WERKPLAATS_URL]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "werkplaats.config.log.Plain", "messages": DEBUG}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "werkplaats": {"level": "INFO"},
        # Their lines hold the path as it was typed; RequestLine says what may be said.
        "django.request": {"handlers": ["nowhere"], "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
        "django.server": {"handlers": ["nowhere"], "propagate": False},
    },
}
