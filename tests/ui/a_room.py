"""Frames of an invented room, as the live server would send them, for screens tried without a server."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from werkplaats.methods.reading import reading_line
from werkplaats.methods.recipe import Recipe, load_recipe

RECIPE = load_recipe("delen-duiden-doen")
WEIGHING = RECIPE.with_block("stellingen", after=5)
SESSION = "5d3f0a52-6d0b-4f52-9b8e-0f4c7a7a1b11"
TEXTS = (
    "Wij zien dat mensen te lang wachten met hulp vragen.",
    "Wij zien dat één vast gezicht rust geeft.",
    "Wij zien dat brieven vaak over regels gaan en bijna nooit over jou.",
    "Wij zien dat je bij het buurthuis niets hoeft uit te leggen.",
    "Wij zien dat mensen die helpen zelf ook moe zijn.",
    "Wij zien dat het helpt als iemand samen met je belt.",
)
LONG = (
    "Wij zien dat mensen die al jaren voor een ander zorgen pas om hulp vragen als het echt niet meer gaat, "
    "en dat er dan eerst drie formulieren komen voordat iemand vraagt hoe het met hen zelf is."
)


def card(n: int, text: str = "", **more: Any) -> dict[str, Any]:
    return {"text": text or TEXTS[n % len(TEXTS)], "step": 5, "kind": "card", "at": n} | more


def room(
    n: int = 5, minutes: float = 6, cards: Iterable[str] = (), recipe: Recipe = RECIPE, **more: Any
) -> dict[str, Any]:
    """The room's view in step n (0: nothing has begun), with these cards on the wall."""
    now = datetime.now(UTC)
    view: dict[str, Any] = {
        "session": {
            "id": SESSION,
            "theme": "Wanneer lukt hulp vragen?",
            "code": "KETEL7",
            "rehearsal": False,
            "tables": 5,
        },
        "state": "running" if n else "waiting",
        "now": now.isoformat(),
        "phases": [{"n": one.n, "title": one.title, "phase": one.phase} for one in recipe.steps],
        "answers": 3,
        "cards": {f"c{i}": card(i, text) for i, text in enumerate(cards)},
        "statements": {},
        "shows": "cards",
    }
    if n:
        step = recipe.step(n)
        view["step"] = step.public() | {
            "index": n,
            "total": len(recipe.steps),
            "ends_at": (now + timedelta(minutes=minutes)).isoformat(),
            "open": True,
            "stage": "open",
            "phones": step.input.asks,
            "reading": reading_line(step.input),
        }
    return view | more


def console(waiting: Iterable[str] = (), shown: int = 0, following: int | None = 6, **more: Any) -> dict[str, Any]:
    tables = [(5, 0, 0, 1), (4, 1, 0, 1), (5, 0, 1, 1), (3, 1, 0, 0), (4, 1, 0, 0)]
    names = ("phones", "paper", "talking", "answers")
    view: dict[str, Any] = {
        "doors": True,
        "seats": {"phones": 21, "paper": 3, "talking": 1},
        "tables": [{"number": i, **dict(zip(names, row, strict=True))} for i, row in enumerate(tables, 1)],
        "waiting": {f"w{i}": card(i, text) for i, text in enumerate(waiting)},
        "shown": {f"c{i}": card(i, hidden=False) for i in range(shown)},
        "hidden": {},
        "statements": [],
        "weighed": {"people": 0, "answers": 0},
        "votes_in": 0,
        "late": 0,
        "guard": {"next": following, "refused": {}},
        "promotable": [f"c{i}" for i in range(shown)],
        "candidates": [],
    }
    return {key: value for key, value in (view | more).items() if value is not None}


def view_of(*words: str) -> list[dict[str, Any]]:
    return [{"shape": shape, "view": word} for shape, word in enumerate(words)]


def landscape(ids: list[str]) -> dict[str, Any]:
    """Three groups of 10, 8 and 7 on a circle each; the first two sentences bind, the third divides."""
    middles = ((-0.5, 0.4, 10), (0.5, 0.4, 8), (0.0, -0.5, 7))
    dots = [[x + i % 4 / 20, y + i // 4 / 20, shape] for shape, (x, y, n) in enumerate(middles) for i in range(n)]
    binding = view_of("most_agree", "most_agree", "most_agree")
    return {
        "people": 25,
        "statements": len(ids),
        "too_few": False,
        "sentences": ["25 mensen legden zes zinnen naast hun eigen ervaring."],
        "sure": [
            "Een glijdende schaal zag er in 71 van de 100 keer net zo verdeeld uit. De grens kan dus een keuze zijn.",
            "We schudden de antwoorden per zin door elkaar. Dan zagen we zo’n verdeling hooguit 1 keer in de 200.",
            "Het beeld is stevig: met andere zinnen staan bijna alle mensen weer bij elkaar.",
        ],
        "wall": ["Het beeld is stevig: met andere zinnen staan bijna alle mensen weer bij elkaar."],
        "groups": [{"shape": shape, "size": n} for shape, (_, _, n) in enumerate(middles)],
        "dots": dots,
        "bridges": ids[:2],
        "divides": ids[2:3],
        "shared_no": [],
        "unknown": ids[3:],
        "few": ids[1:4],
        "typical": [{"shape": 0, "agree": ids[2:3], "disagree": []}, {"shape": 1, "agree": [], "disagree": ids[2:3]}],
        "per_statement": {
            **dict.fromkeys(ids[:2], binding),
            **{one: view_of("most_agree", "most_disagree", "divided") for one in ids[2:3]},
            **{one: view_of("divided", "too_few", "too_few") for one in ids[3:]},
        },
        "order": ids,
        "residents": dict.fromkeys(ids[:4], "3 tot 6"),
        "about_residents": "Bij een zin staat hoeveel van elke 10 mensen die hem wogen bewoner zijn.",
    }
