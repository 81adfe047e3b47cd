"""Makes the parts of a recipe from checked sections."""

from werkplaats.methods.nodes import Section
from werkplaats.methods.parts import (
    Basis,
    BuildingBlock,
    GroupSize,
    Input,
    Marks,
    QuickVersion,
    Recording,
    Role,
    Row,
    Scribe,
    SoloVersion,
    Step,
    Variant,
)
from werkplaats.methods.texts import texts

CIRCLE_IS_CALLED = {"visibility": "circle"}


def _renamed(section: Section) -> dict[str, object]:
    return {CIRCLE_IS_CALLED.get(key, key): value for key, value in section.items()}


def an_input(section: Section, rows: tuple[Row, ...] = ()) -> Input:
    kind = texts().input_kinds[section["kind"]]
    values = _renamed(section)
    if values.pop("rows_from", None):
        values["rows"] = rows
    if "marks" in section:
        values["marks"] = Marks(**_renamed(section["marks"]))  # type: ignore[arg-type]
    fixed = {"options": kind.options, "none_fits": kind.none_fits, "parts": kind.parts}
    return Input(**{**fixed, **values})  # type: ignore[arg-type]


def a_step(section: Section, rows: tuple[Row, ...] = ()) -> Step:
    values = _renamed(section)
    values["input"] = an_input(section["input"], rows)
    if "scribe" in section:
        values["scribe"] = Scribe(**_renamed(section["scribe"]))  # type: ignore[arg-type]
    if "recording" in section:
        values["recording"] = Recording(**_renamed(section["recording"]))  # type: ignore[arg-type]
    return Step(**values)  # type: ignore[arg-type]


def a_block(section: Section) -> BuildingBlock:
    values = _renamed(section)
    values["input"] = an_input(section["input"])
    if "basis" in section:
        values["basis"] = Basis(**section["basis"])
    return BuildingBlock(**values)  # type: ignore[arg-type]


def block_step(block: BuildingBlock, n: int, phase: str, round_: int) -> Step:
    return Step(
        n=n,
        title=block.name,
        phase=phase,
        form=block.form,
        minutes=block.minutes,
        instruction=block.instruction,
        input=block.input,
        round=round_,
        expect=block.expect,
        consent_check=block.consent_check,
        block=block.id,
    )


def a_variant(section: Section, changed: tuple[Step, ...]) -> Variant:
    return Variant(
        id=section["id"],
        name=section["name"],
        text=section["text"],
        roles=roles(section.get("roles", ())),
        preparation=section.get("preparation", ()),
        steps=changed,
    )


def roles(sections: tuple[Section, ...]) -> tuple[Role, ...]:
    return tuple(Role(**section) for section in sections)


def rows(sections: tuple[Section, ...]) -> tuple[Row, ...]:
    return tuple(Row(**section) for section in sections)


def group_size(section: Section) -> GroupSize:
    return GroupSize(**section)


def basis(section: Section) -> Basis:
    return Basis(**section)


def quick_version(section: Section | None) -> QuickVersion | None:
    return QuickVersion(**section) if section else None


def solo_version(section: Section | None) -> SoloVersion | None:
    if not section:
        return None
    minutes = section["step_minutes"]
    return SoloVersion(**{**section, "step_minutes": tuple(minutes[n] for n in section["steps"])})
