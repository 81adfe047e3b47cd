"""What must hold between the fields of a recipe. Each rule gives the problems it sees."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from werkplaats.methods.codes import CHOICE_KINDS, GUARDED, IN_SESSION, LAST, PHASES, dutch
from werkplaats.methods.nodes import Problem, Section

ORDER = list(PHASES.values())
GROUP_FORMS = ("pair", "four", "table")
GIVING = ("visibility", "becomes", "attribution", "per_group", "only_role")

ONLY_FOR = {
    "options": ("vote", "commitment"),
    "left": ("scale",),
    "right": ("scale",),
    "rows_from": ("scale",),
    "corners": ("triad",),
    "statements_from": ("weigh",),
    "votes_per_person": ("vote",),
    "exclude_own": ("vote",),
    "ask_reason": ("vote",),
    "reason_required_for": ("vote",),
    "result": ("vote",),
    "tags": ("card",),
    "min_supporting_stories": ("card",),
    "marks": ("card",),
    "moderated_by": ("card",),
    "typed_by": ("story",),
    "perspective": ("story",),
}


def method_problems(recipe: Section) -> list[Problem]:
    """All problems of a recipe whose shape is right, its variants applied one by one included."""
    found = [problem for rule in METHOD_RULES for problem in rule(recipe)]
    found += _steps_problems(recipe, recipe["steps"])
    if not found:
        for variant in recipe.get("variants", ()):
            found += _steps_problems(recipe, varied_steps(recipe, variant))
    return found


def block_problems(block: Section) -> list[Problem]:
    if block.get("moments_after_session_days"):
        return list(_input_shape(block["input"]))
    return [*_input_shape(block["input"]), *_input_on_step(block)]


def varied_steps(recipe: Section, variant: Section) -> list[Section]:
    changes = variant.get("steps", {})
    return [step.changed_by(changes[step["n"]]) if step["n"] in changes else step for step in recipe["steps"]]


def _steps_problems(recipe: Section, steps: list[Section]) -> list[Problem]:
    found: list[Problem] = []
    for step in steps:
        found += _input_shape(step["input"])
        found += _input_on_step(step)
        found += _roles_of_step(recipe, step)
    for rule in STEPS_RULES:
        found += rule(recipe, steps)
    return found


def _input_shape(given: Section) -> Iterator[Problem]:
    kind = given["kind"]
    for key, kinds in ONLY_FOR.items():
        if key in given and kind not in kinds:
            yield given.problem(key, f"dit hoort alleen bij {' en '.join(kinds)}, hier staat {kind}")
    if kind == "none":
        for key in GIVING:
            if key in given:
                yield given.problem(key, "bij kind none geeft niemand iets; laat dit weg")
        return
    for key in ("prompt", "visibility", "becomes"):
        if key not in given:
            yield given.problem(key, "dit veld ontbreekt")
    yield from _circle_and_attribution(given, kind)
    yield from _what_a_kind_needs(given, kind)


def _circle_and_attribution(given: Section, kind: str) -> Iterator[Problem]:
    if given.get("visibility") not in (None, *IN_SESSION):
        message = "een onderdeel gaat hooguit naar de zaal; verder delen kiest ieder zelf aan het eind"
        yield given.problem("visibility", message)
    if kind in CHOICE_KINDS and "attribution" not in given:
        yield given.problem("attribution", f"bij {kind} staat altijd van wie het is: named, unseen of unlinked")
    if kind not in CHOICE_KINDS and given.get("attribution") == "unlinked":
        yield given.problem("attribution", "woorden zijn altijd van iemand; unlinked kan alleen bij een keuze")


def _what_a_kind_needs(given: Section, kind: str) -> Iterator[Problem]:
    if kind == "triad" and "corners" not in given:
        yield given.problem("corners", "een driehoek heeft drie hoeken")
    if kind == "weigh" and "statements_from" not in given:
        yield given.problem("statements_from", "zeg waar de stellingen vandaan komen: cards")
    if kind == "scale" and not _ends_or_rows(given):
        yield given.problem("left", "een schuif heeft left en right, of rows_from")
    for answer in given.get("reason_required_for", ()):
        if answer not in given.get("options", ()):
            yield given.problem("reason_required_for", f"'{answer}' staat niet bij options")


def _ends_or_rows(given: Section) -> bool:
    ends = {"left", "right"} & set(given)
    return not ends if "rows_from" in given else len(ends) == 2


def _input_on_step(step: Section) -> Iterator[Problem]:
    given = step["input"]
    if given["kind"] == "none" and "prompt" in given and "consent_check" not in step:
        yield given.problem("prompt", "bij kind none is er geen invulvak; laat dit weg")
    if given.get("per_group") and step["form"] not in GROUP_FORMS:
        yield given.problem("per_group", "dit hoort bij een tafel, tweetal of viertal; kijk naar form")
    if given.get("per_group") and "only_role" in given:
        yield given.problem("only_role", "kies per_group of only_role, niet allebei")
    if "typed_by" in given and step["form"] != "pair":
        yield given.problem("typed_by", "dit hoort bij een tweetal; kijk naar form")
    for part in ("scribe", "recording"):
        if part in step and step[part]["visibility"] not in IN_SESSION:
            yield step[part].problem("visibility", "een onderdeel gaat hooguit naar de zaal")


def _roles_of_step(recipe: Section, step: Section) -> Iterator[Problem]:
    roles = {role["id"] for role in recipe["roles"]}
    for section, field, role in _roles_named(step):
        if role not in roles:
            yield section.problem(field, f"de rol '{role}' staat niet bij roles")
    for section in (step["input"], step.get("scribe", {}), step.get("recording", {})):
        if section.get("visibility") == "teller" and not roles >= {"verteller", "steun"}:
            yield section.problem("visibility", "voor de kring verteller zijn de rollen verteller en steun nodig")


def _roles_named(step: Section) -> Iterator[tuple[Section, str, str]]:
    given = step["input"]
    if "only_role" in given:
        yield given, "only_role", given["only_role"]
    for role in given.get("moderated_by", ()):
        yield given, "moderated_by", role
    if "marks" in given:
        yield given["marks"], "by", given["marks"]["by"]
    if "scribe" in step:
        yield step["scribe"], "by", step["scribe"]["by"]
    if "recording" in step:
        yield step["recording"], "only_if", step["recording"]["only_if"]


def _numbering(recipe: Section, steps: list[Section]) -> Iterator[Problem]:
    for expected, step in enumerate(steps, 1):
        if step["n"] != expected:
            yield step.problem("n", f"hier hoort {expected}; de onderdelen tellen door vanaf 1")
            return


def _sums(recipe: Section, steps: list[Section]) -> Iterator[Problem]:
    asking = [step for step in steps if step["input"]["kind"] != "none"]
    own = [step for step in asking if not step["input"].get("per_group") and "only_role" not in step["input"]]
    for field, counted in (("duration_minutes", steps), ("phone_minutes", asking), ("own_phone_minutes", own)):
        total = sum(step["minutes"] for step in counted)
        if recipe[field] != total:
            yield recipe.problem(field, f"de onderdelen zijn samen {total} minuten, hier staat {recipe[field]}")


def misplaced(phases: Sequence[tuple[str, int]]) -> tuple[int, str, str] | None:
    """The first step out of order, as (index, field, message); `phases` are (phase, round) pairs.

    Per round no interpreting before sharing and no doing before interpreting; a new round begins with
    sharing; looking back and closing come last of all.
    """
    seen: set[str] = set()
    last_phase, last_round = "", 0
    for index, (phase, number) in enumerate(phases):
        if number not in (last_round, last_round + 1) or (not last_round and number != 1):
            return index, "round", f"hier hoort ronde {max(last_round, 1)} of {last_round + 1}"
        if number != last_round:
            seen = set()
            if last_round and phase != "share":
                return index, "round", "een nieuwe ronde begint met delen"
        if last_phase in LAST and ORDER.index(phase) < ORDER.index(last_phase):
            return index, "phase", "terugkijken en dan afronden komen als laatste van alles"
        if number == last_round and ORDER.index(phase) < ORDER.index(last_phase):
            word, before = dutch(PHASES, phase), dutch(PHASES, last_phase)
            return index, "phase", f"{word} kan niet meer na {before}; begin een nieuwe ronde met delen"
        for needed in GUARDED[: GUARDED.index(phase)] if phase in GUARDED else ():
            if needed not in seen:
                word, first = dutch(PHASES, phase), dutch(PHASES, needed)
                return index, "phase", f"geen {word} voordat er in deze ronde {first} was"
        seen.add(phase)
        last_phase, last_round = phase, number
    return None


def _phases(recipe: Section, steps: list[Section]) -> Iterator[Problem]:
    wrong = misplaced([(step["phase"], step.get("round", 1)) for step in steps])
    if wrong:
        index, field, message = wrong
        yield steps[index].problem(field, message)


def _consent(recipe: Section, steps: list[Section]) -> Iterator[Problem]:
    if not any("consent_check" in step for step in steps):
        yield steps[-1].problem("consent_check", "in één onderdeel kiest ieder wat verder mag: now of after_call")


def _statements(recipe: Section, steps: list[Section]) -> Iterator[Problem]:
    cards = False
    for step in steps:
        given = step["input"]
        if given["kind"] == "weigh" and not cards:
            yield given.problem("statements_from", "hiervoor zijn eerst kaarten voor de zaal nodig")
        cards = cards or (given["kind"] == "card" and given.get("visibility") == "room")


def _rows(recipe: Section, steps: list[Section]) -> Iterator[Problem]:
    used = [step["input"] for step in steps if "rows_from" in step["input"]]
    if used and "schema_rows" not in recipe:
        yield used[0].problem("rows_from", "de werkvorm heeft geen schema_rows")


def _unique(recipe: Section) -> Iterator[Problem]:
    for field in ("roles", "variants", "schema_rows"):
        seen = set()
        for item in recipe.get(field, ()):
            if item["id"] in seen:
                yield item.problem("id", f"'{item['id']}' staat er twee keer in")
            seen.add(item["id"])


def _group_size(recipe: Section) -> Iterator[Problem]:
    size = recipe["group_size"]
    if not size["min"] <= size["ideal"] <= size["max"]:
        yield size.problem("ideal", "ideal ligt tussen min en max")


def _variants(recipe: Section) -> Iterator[Problem]:
    roles = {role["id"] for role in recipe["roles"]}
    numbers = {step["n"] for step in recipe["steps"]}
    for variant in recipe.get("variants", ()):
        for role in variant.get("roles", ()):
            if role["id"] not in roles:
                yield role.problem("id", f"de rol '{role['id']}' staat niet bij roles")
        changes = variant.get("steps", Section(0))
        for n in set(changes) - numbers:
            yield Problem(changes.lines[n], "steps", f"onderdeel {n} bestaat niet")


def _quick(recipe: Section) -> Iterator[Problem]:
    quick = recipe.get("quick_version")
    if quick and len(quick["minutes"]) > len(recipe["steps"]):
        yield quick.problem("minutes", "meer tijden dan onderdelen")
    if quick and sum(quick["minutes"]) >= recipe["duration_minutes"]:
        yield quick.problem("minutes", "de snelle versie duurt niet korter")


def _solo(recipe: Section) -> Iterator[Problem]:
    solo = recipe.get("solo_version")
    if not solo:
        return
    steps = {step["n"]: step for step in recipe["steps"]}
    for n in solo["steps"]:
        if n not in steps:
            yield solo.problem("steps", f"onderdeel {n} bestaat niet")
        elif steps[n]["input"].get("per_group"):
            yield solo.problem("steps", f"onderdeel {n} kan niet alleen")
    if set(solo["steps"]) != set(solo["step_minutes"]) or list(solo["steps"]) != sorted(set(solo["steps"])):
        yield solo.problem("step_minutes", "noem precies de onderdelen van steps, in volgorde")
        return
    total = sum(solo["step_minutes"].values())
    if solo["minutes"] != total:
        yield solo.problem("minutes", f"de onderdelen zijn samen {total} minuten, hier staat {solo['minutes']}")


METHOD_RULES: tuple[Callable[[Section], Iterable[Problem]], ...] = (_unique, _group_size, _variants, _quick, _solo)
STEPS_RULES: tuple[Callable[[Section, list[Section]], Iterable[Problem]], ...] = (
    _numbering,
    _sums,
    _phases,
    _consent,
    _statements,
    _rows,
)
