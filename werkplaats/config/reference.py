"""Reference pages made from the code, so that they cannot lag behind it."""

from collections.abc import Iterable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, get_commands, load_command_class
from django.db.models import Model

from werkplaats.methods.manual import manual
from werkplaats.vault.inventory import Held

from .options import OPTIONS, Option

OF_DJANGO = {action.dest for action in BaseCommand().create_parser("werkplaats", "any")._actions}
MADE = "Made from the code by `make docs`; do not edit.\n"


def pages() -> dict[Path, str]:
    """{path: text} of every page that is made from the code."""
    docs = settings.REPOSITORY / "docs"
    return {
        docs / "settings.md": settings_page(OPTIONS),
        docs / "commands.md": commands_page(),
        docs / "data-inventory.md": inventory_page(own_models()),
        docs / "recipes.md": manual(),
    }


def own_models() -> list[type[Model]]:
    """Every model of a room, top room first, automatic many-to-many tables included."""
    rooms = [app for app in apps.get_app_configs() if app.name.startswith("werkplaats.")]
    return [model for room in rooms for model in room.get_models(include_auto_created=True)]


def held(model: type[Model]) -> Held:
    """The declaration of a model of ours; AttributeError when it has none."""
    return model.held  # type: ignore[attr-defined]


def settings_page(options: Iterable[Option]) -> str:
    lines = ["# Settings", "", MADE, "Each is an environment variable. `make run` sets three of them from", ""]
    lines[-2] += " `PORT=`, `HOST=` and `DATA=`."
    lines += ["| Name | Default | What it does |", "|---|---|---|"]
    lines += [f"| `{o.name}` | {f'`{o.default}`' if o.default else ''} | {o.help} |" for o in options]
    return "\n".join([*lines, ""])


def commands_page() -> str:
    """Our own commands with their arguments, as `--help` tells them."""
    ours = sorted((name, app) for name, app in get_commands().items() if app.startswith("werkplaats."))
    lines = ["# Commands", "", MADE, "`bin/werkplaats COMMAND`, on the data that `WERKPLAATS_DATA` names.", ""]
    for name, app in ours:
        command = load_command_class(app, name)
        lines += [f"## {name.replace('_', '-')}", "", command.help, ""]
        own = [a for a in command.create_parser("werkplaats", name)._actions if a.dest not in OF_DJANGO]
        lines += [f"- `{' '.join(a.option_strings) or a.dest}`{f': {a.help}' if a.help else ''}" for a in own]
        lines += [""] if own else []
    return "\n".join(lines)


def inventory_page(models: Iterable[type[Model]]) -> str:
    lines = ["# What Werkplaats holds, and why", "", MADE]
    lines += ["Origin: who a value comes from. Words of a participant stand only in `voices`, sealed.", ""]
    for model in models:
        lines += [f"## {model._meta.app_label}.{model.__name__}", ""]
        lines += ["| Field | Purpose | Origin | Kept | Export |", "|---|---|---|---|---|"]
        for field in model._meta.local_concrete_fields:
            told = held(model).of(field.name)
            lines.append(f"| {field.name} | {told.purpose} | {told.origin} | {told.retention} | {told.export} |")
        lines.append("")
    return "\n".join(lines)
