"""What each key of a recipe is for, as a page for who edits one; `make docs` writes it to docs/recipes.md."""

from collections.abc import Iterator

from werkplaats.methods.nodes import Either, Field, Keyed, Kind, Many, Number, One, Shape, Text, Yes
from werkplaats.methods.schema import FILES

TITLES = {
    "method": "Een werkvorm (`<id>.yaml`)",
    "building_blocks": "Losse onderdelen (`building_blocks.yaml`)",
    "texts": "De teksten op de schermen (`texts.yaml`)",
}

INTRO = """# Een draaiboek schrijven

<!-- Gemaakt uit de code met `make docs`; pas dit bestand niet zelf aan. -->

Een werkvorm is een tekstbestand in YAML, in `werkplaats/methods/recipes/`. Wie een werkvorm wil
aanpassen, kopieert een bestand en verandert de teksten. Bij het laden kijkt Werkplaats alles na.
Klopt iets niet, dan staan regel en veld erbij, en wat helpt.

Wat Werkplaats verder nakijkt:

- De minuten tellen op. `phone_minutes` telt de onderdelen waarin een telefoon iets vraagt,
  `own_phone_minutes` alleen die waarin iedereen een telefoon in de hand heeft.
- Eerst delen, dan duiden, dan doen. Opnieuw delen begint een nieuwe ronde. Terugkijken en afronden
  komen als laatste van alles.
- Bij triad, scale, vote en weigh staat altijd van wie het is (`attribution`).
- Een onderdeel gaat hooguit naar de zaal. Verder delen kiest ieder zelf, in het onderdeel met
  `consent_check`.
- Elke rol waar een veld naar wijst, staat bij `roles`. De kring verteller heeft de rollen
  verteller en steun nodig.
- Elke variant klopt ook op zichzelf.

Een veld met een sterretje is verplicht.
"""


def manual() -> str:
    """The page as Markdown, in Dutch."""
    lines, shown = [INTRO], set[int]()
    for file, shape in FILES.items():
        lines.append(f"## {TITLES[file]}\n")
        lines.append("| Veld | Waarde | Waarvoor |\n|---|---|---|")
        lines += list(_rows(shape, "", shown))
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _rows(shape: Shape, path: str, shown: set[int]) -> Iterator[str]:
    """The rows of a shape, each inner shape only where it first appears."""
    for key, field in shape.fields.items():
        yield _row(path + key, field)
        inner = field.kind.item if isinstance(field.kind, Many) else field.kind
        if isinstance(inner, Shape) and id(inner) not in shown:
            shown.add(id(inner))
            yield from _rows(inner, f"{path}{key}.", shown)


def _row(name: str, field: Field) -> str:
    return f"| `{name}`{'*' if field.required else ''} | {_value(field.kind)} | {field.help} |"


def _value(kind: Kind) -> str:
    match kind:
        case Text(longest=longest) | Either(text=Text(longest=longest)):
            return f"tekst, hooguit {longest} tekens"
        case Number(least=least, most=most):
            return f"getal, {least} tot {most}"
        case Yes():
            return "true of false"
        case One(codes=codes):
            return ", ".join(codes)
        case Many(item=Shape()):
            return "lijst"
        case Many(item=item):
            return f"lijst: {_value(item)}"
        case Keyed(item=Shape()):
            return "per nummer: velden van een onderdeel"
        case Keyed(item=item):
            return f"per naam of nummer: {_value(item)}"
    return "velden"
