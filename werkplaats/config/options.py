"""Every `WERKPLAATS_*` setting: its name, default and what it does. `docs/settings.md` is made from this list."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Option:
    name: str
    default: str
    help: str

    def read(self) -> str:
        return os.environ.get(self.name, self.default)


OPTIONS = (
    Option("WERKPLAATS_DATA", "data", "Folder for the databases. Holds no key that can open them."),
    Option(
        "WERKPLAATS_KEY_DIR",
        "",
        "Folder for the master key, the code key and the secret. Empty: `~/.config/werkplaats/`, a folder per data folder.",
    ),
    Option("WERKPLAATS_HOST", "127.0.0.1", "Address to listen on. Give 0.0.0.0 to let phones in the hall reach it."),
    Option("WERKPLAATS_PORT", "8000", "Port to listen on."),
    Option(
        "WERKPLAATS_URL",
        "",
        "Address people type or scan, for example https://werkplaats.example. Empty: made from host and port.",
    ),
    Option("WERKPLAATS_DATABASE", "", "PostgreSQL address for the data. Empty: SQLite in the data folder."),
    Option("WERKPLAATS_KEYS_DATABASE", "", "PostgreSQL address for the keys. Empty: SQLite in the data folder."),
    Option(
        "WERKPLAATS_MAIL",
        "console",
        "Where mail goes: `console` prints it; or smtp://, smtp+starttls:// or smtps:// user:password@host:port.",
    ),
    Option("WERKPLAATS_MAIL_FROM", "werkplaats@localhost", "The address that mail comes from."),
    Option("WERKPLAATS_DEBUG", "0", "1 shows technical error pages. Never on a real evening."),
)

_by_name = {option.name: option for option in OPTIONS}


def option(name: str) -> str:
    return _by_name[name].read()


def data_dir() -> Path:
    return Path(option("WERKPLAATS_DATA")).resolve()
