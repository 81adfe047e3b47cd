"""A recipe: one method in timed steps. Parsed from YAML, checked, never changed in place."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from werkplaats.methods import build
from werkplaats.methods.codes import PHASES, dutch
from werkplaats.methods.nodes import Problem, RecipeError, Section
from werkplaats.methods.parts import (
    Basis,
    BuildingBlock,
    GroupSize,
    QuickVersion,
    Role,
    Row,
    SoloVersion,
    Step,
    Variant,
)
from werkplaats.methods.rules import block_problems, method_problems, misplaced, varied_steps
from werkplaats.methods.schema import read_blocks, read_method
from werkplaats.methods.texts import RECIPES

NOT_METHODS = ("building_blocks", "texts")


@dataclass(frozen=True)
class Recipe:
    """One method. Minutes are whole; texts are Dutch."""

    id: str
    name: str
    name_en: str
    language: str
    purpose: str
    for_whom: str
    group_size: GroupSize
    roles: tuple[Role, ...]
    materials: tuple[str, ...]
    preparation: tuple[str, ...]
    steps: tuple[Step, ...]
    outputs: tuple[str, ...]
    safety: str
    basis: Basis
    schema_rows: tuple[Row, ...] = ()
    variants: tuple[Variant, ...] = ()
    walk_in_minutes: int = 0
    quick_version: QuickVersion | None = None
    solo_version: SoloVersion | None = None

    def step(self, n: int) -> Step:
        """Step n, from 1. KeyError when there is none."""
        if not 1 <= n <= len(self.steps):
            raise KeyError(n)
        return self.steps[n - 1]

    @property
    def duration_minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    @property
    def phone_minutes(self) -> int:
        """Minutes in which some phone asks something."""
        return sum(step.minutes for step in self.steps if step.input.asks)

    @property
    def own_phone_minutes(self) -> int:
        """Minutes in which everyone has a phone in hand."""
        return sum(
            step.minutes
            for step in self.steps
            if step.input.asks and not step.input.per_group and not step.input.only_role
        )

    @property
    def phone_share(self) -> float:
        """From 0 to 1: the part of the time in which everyone has a phone in hand."""
        return self.own_phone_minutes / self.duration_minutes

    @property
    def phone_warning(self) -> str:
        """A sentence when phones take more than half of the time, else empty."""
        if self.phone_share <= 0.5:
            return ""
        return (
            f"Meer dan de helft van de tijd is er een telefoon in de hand: "
            f"{self.own_phone_minutes} van de {self.duration_minutes} minuten. "
            f"Laat een tafel één telefoon delen, of werk op papier."
        )

    def variant(self, variant_id: str) -> Variant:
        """KeyError when there is none."""
        for variant in self.variants:
            if variant.id == variant_id:
                return variant
        raise KeyError(variant_id)

    def with_variant(self, variant_id: str) -> "Recipe":
        """This recipe the other way. Choose the variant before adding blocks. KeyError when there is none."""
        variant = self.variant(variant_id)
        replaced = {role.id: role for role in variant.roles}
        changed = {step.n: step for step in variant.steps}
        return replace(
            self,
            name=f"{self.name} ({variant.name})",
            roles=tuple(replaced.get(role.id, role) for role in self.roles),
            preparation=self.preparation + variant.preparation,
            steps=tuple(changed.get(step.n, step) for step in self.steps),
            variants=(),
            solo_version=None,
            quick_version=None,
        )

    def with_block(self, block_id: str, after: int) -> "Recipe":
        """This recipe with a building block after step `after` (0 = at the start); later steps are renumbered.

        KeyError when there is no such block; RecipeError when it does not fit there.
        """
        block = building_block(block_id)
        if block.moments_after_session_days:
            raise _no_place(self, after, f"'{block.name}' komt na de bijeenkomst en is geen onderdeel")
        if not 0 <= after <= len(self.steps):
            raise _no_place(self, after, f"onderdeel {after} bestaat niet")
        before, later = self.steps[:after], self.steps[after:]
        beside = self.steps[max(after, 1) - 1]
        added = build.block_step(block, after + 1, block.phase or beside.phase, beside.round)
        steps = (*before, added, *(replace(step, n=step.n + 1) for step in later))
        if misplaced([(step.phase, step.round) for step in steps]):
            word = dutch(PHASES, added.phase)
            raise _no_place(self, after, f"'{block.name}' hoort bij {word} en past niet na onderdeel {after}")
        if block.input.statements_from and not any(_gives_cards(step) for step in before):
            raise _no_place(self, after, f"voor '{block.name}' zijn eerst kaarten voor de zaal nodig")
        return replace(self, steps=steps, variants=(), solo_version=None, quick_version=None)


def _gives_cards(step: Step) -> bool:
    return step.input.kind == "card" and step.input.circle == "room"


def _no_place(recipe: Recipe, after: int, message: str) -> RecipeError:
    return RecipeError(recipe.id, [Problem(after, "building_blocks", message)])


def parse(text: str, name: str) -> Recipe:
    """The recipe in this YAML text; `name` is the file named in errors. Raises RecipeError, nothing else."""
    section = read_method(text, name)
    problems = method_problems(section)
    if problems:
        raise RecipeError(name, problems)
    return _recipe(section)


def _recipe(section: Section) -> Recipe:
    rows = build.rows(section.get("schema_rows", ()))
    return Recipe(
        id=section["id"],
        name=section["name"],
        name_en=section["name_en"],
        language=section["language"],
        purpose=section["purpose"],
        for_whom=section["for_whom"],
        group_size=build.group_size(section["group_size"]),
        roles=build.roles(section["roles"]),
        materials=section["materials"],
        preparation=section["preparation"],
        steps=tuple(build.a_step(step, rows) for step in section["steps"]),
        outputs=section["outputs"],
        safety=section["safety"],
        basis=build.basis(section["basis"]),
        schema_rows=rows,
        variants=tuple(_variant(section, variant, rows) for variant in section.get("variants", ())),
        walk_in_minutes=section.get("walk_in_minutes", 0),
        quick_version=build.quick_version(section.get("quick_version")),
        solo_version=build.solo_version(section.get("solo_version")),
    )


def _variant(section: Section, variant: Section, rows: tuple[Row, ...]) -> Variant:
    changes = variant.get("steps", {})
    changed = (step for step in varied_steps(section, variant) if step["n"] in changes)
    return build.a_variant(variant, tuple(build.a_step(step, rows) for step in changed))


def recipe_source(recipe_id: str) -> str:
    """The shipped file of this recipe as text. KeyError when there is none."""
    return _files()[recipe_id].read_text(encoding="utf-8")


@cache
def load_recipe(recipe_id: str) -> Recipe:
    """A shipped recipe. KeyError when there is none."""
    return parse(recipe_source(recipe_id), f"{recipe_id}.yaml")


def all_recipes() -> tuple[Recipe, ...]:
    """The shipped recipes, by name."""
    return tuple(sorted((load_recipe(recipe_id) for recipe_id in _files()), key=lambda recipe: recipe.name))


@cache
def _files() -> dict[str, Path]:
    return {path.stem: path for path in RECIPES.glob("*.yaml") if path.stem not in NOT_METHODS}


def parse_blocks(text: str, name: str) -> tuple[BuildingBlock, ...]:
    """Raises RecipeError."""
    sections = read_blocks(text, name)["building_blocks"]
    problems = [problem for section in sections for problem in block_problems(section)]
    if problems:
        raise RecipeError(name, problems)
    return tuple(build.a_block(section) for section in sections)


@cache
def building_blocks() -> tuple[BuildingBlock, ...]:
    path = RECIPES / "building_blocks.yaml"
    return parse_blocks(path.read_text(encoding="utf-8"), path.name)


def building_block(block_id: str) -> BuildingBlock:
    """KeyError when there is none."""
    for block in building_blocks():
        if block.id == block_id:
            return block
    raise KeyError(block_id)
