"""A corpus of broken recipes: each says the exact line (marked #! in the edit) and field, in Dutch."""

from pathlib import Path

import pytest

from werkplaats.methods.nodes import Problem, RecipeError
from werkplaats.methods.recipe import parse, parse_blocks
from werkplaats.methods.texts import parse_texts

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")

BROKEN = [
    # what a value may be
    ("      visibility: ik\n", "      visibility: geheim #!\n", "visibility",
     "kies uit ik, verteller, tafel, zaal, regio, openbaar"),
    ("    phase: terugkijken\n", "    phase: kijken #!\n", "phase",
     "kies uit aankomen, delen, duiden, doen, terugkijken, afronden"),
    ("    form: tweetal\n", "    form: duo #!\n", "form", "kies uit alleen, tweetal, viertal, tafel, plenair"),
    ("      kind: reflection\n", "      kind: poll #!\n", "kind",
     "kies uit story, card, reflection, recommendation, commitment, triad, scale, vote, weigh, none"),
    ("walk_in_minutes: 10", "walk_in_minutes: tien #!", "walk_in_minutes", "een heel getal van 1 tot 120"),
    ("walk_in_minutes: 10", "walk_in_minutes: 1:30 #!", "walk_in_minutes", "een heel getal van 1 tot 120"),
    ("      per_group: true", "      per_group: ja #!", "per_group", "schrijf true of false"),
    ("materials: [koffie, kaartjes]", "materials: koffie #!", "materials", "hier hoort een lijst"),
    ("materials: [koffie, kaartjes]", "materials: [] #!", "materials", "hier horen er 1 tot 60, dit zijn er 0"),
    ("corners: [warm, druk, stil]", "corners: [warm, druk] #!", "corners", "hier horen er 3, dit zijn er 2"),
    ('purpose: "Samen kijken wat er speelt."', "purpose: #!", "purpose", "hier hoort nog tekst"),
    ('purpose: "Samen kijken wat er speelt."', "purpose: [a] #!", "purpose", "hier hoort één stuk tekst"),
    ('    title: "Welkom"', f'    title: "{"W" * 61}" #!', "title", "hooguit 60 tekens, dit zijn er 61"),
    ("id: koffie-met-vragen", "id: koffie met vragen #!", "id", "alleen letters, cijfers en een streepje"),
    ("format: 1", "format: 2 #!", "format", "kies uit 1"),
    ('basis:\n  origin: "Om te proberen."', "basis: hier #!", "basis", "hier horen velden: origin, steps, confidence"),
    ("  step_minutes:\n    2: 4\n    5: 2\n", "  step_minutes: kort #!\n", "step_minutes",
     "hier horen regels als 'naam: waarde'"),
    ("      1:\n        title: \"Naar buiten\"", "      een: {title: \"Naar buiten\"} #!", "steps",
     "een heel getal van 1 tot 40"),
    # keys
    ("      visibility: ik\n", "      visibilty: ik #!\n      visibility: ik\n", "visibilty",
     "dit veld kennen we hier niet. Bedoel je 'visibility'?"),
    ('basis:\n  origin: "Om te proberen."', 'basis:\n  origin: "Om te proberen."\n  zzz: "nee" #!', "zzz",
     "dit veld kennen we hier niet. Kies uit origin, steps, confidence"),
    ('safety: "Let op elkaar."', 'safety: "Let op elkaar."\nsafety: "Nog eens." #!', "safety",
     "dit veld staat er twee keer in"),
    ("    2: 4\n    5: 2\n", "    2: 4\n    2: 4 #!\n    5: 2\n", "step_minutes", "'2' staat er twee keer in"),
    ("  - id: steun\n    name: \"Steunpersoon\"\n", "  - id: steun #!\n", "name", "dit veld ontbreekt"),
    # the file
    ("materials: [koffie, kaartjes]", "materials: [koffie, kaartjes\npreparation: #!", "bestand",
     "deze regel kunnen we niet lezen. Kijk naar de aanhalingstekens, de haakjes en het inspringen"),
    ("materials: [koffie, kaartjes]", "materials: *a #!", "bestand",
     "een verwijzing met * kan hier niet; schrijf het uit"),
    ("materials: [koffie, kaartjes]", "materials: " + "[" * 20 + "]" * 20 + " #!", "bestand",
     "te veel lagen onder elkaar"),
    # numbers and sums
    ("duration_minutes: 70", "duration_minutes: 60 #!", "duration_minutes",
     "de onderdelen zijn samen 70 minuten, hier staat 60"),
    ("\nphone_minutes: 65", "\nphone_minutes: 70 #!", "phone_minutes",
     "de onderdelen zijn samen 65 minuten, hier staat 70"),
    ("own_phone_minutes: 50", "own_phone_minutes: 60 #!", "own_phone_minutes",
     "de onderdelen zijn samen 50 minuten, hier staat 60"),
    ("  - n: 3\n", "  - n: 4 #!\n", "n", "hier hoort 3; de onderdelen tellen door vanaf 1"),
    ("  ideal: 8", "  ideal: 3 #!", "ideal", "ideal ligt tussen min en max"),
    ("  minutes: [2, 5]", "  minutes: [60, 60] #!", "minutes", "de snelle versie duurt niet korter"),
    ("  minutes: [2, 5]", "  minutes: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] #!", "minutes", "meer tijden dan onderdelen"),
    ("  minutes: 6\n", "  minutes: 7 #!\n", "minutes", "de onderdelen zijn samen 6 minuten, hier staat 7"),
    ("    5: 2\n", "    7: 2\n", "step_minutes", "noem precies de onderdelen van steps, in volgorde"),
    ("  steps: [2, 5]\n  step_minutes:\n    2: 4\n    5: 2\n",
     "  steps: [2, 12] #!\n  step_minutes:\n    2: 4\n    12: 2\n", "steps", "onderdeel 12 bestaat niet"),
    ("  steps: [2, 5]\n  step_minutes:\n    2: 4\n    5: 2\n",
     "  steps: [2, 3] #!\n  step_minutes:\n    2: 4\n    3: 2\n", "steps", "onderdeel 3 kan niet alleen"),
    # the order of an evening
    ('    title: "Vertellen"\n    phase: delen', '    title: "Vertellen"\n    phase: aankomen', "phase",
     "geen duiden voordat er in deze ronde delen was"),
    ('    title: "Kaarten"\n    phase: duiden', '    title: "Kaarten"\n    phase: doen #!', "phase",
     "geen doen voordat er in deze ronde duiden was"),
    ('    title: "Waar staan we?"\n    phase: duiden', '    title: "Waar staan we?"\n    phase: doen #!', "phase",
     "geen doen voordat er in deze ronde duiden was"),
    ('    title: "Kiezen"\n    phase: duiden', '    title: "Kiezen"\n    phase: delen #!', "phase",
     "delen kan niet meer na duiden; begin een nieuwe ronde met delen"),
    ('    title: "Nog eens vertellen"\n    phase: delen\n', '    title: "Nog eens vertellen"\n    phase: doen\n',
     "round", "een nieuwe ronde begint met delen"),
    ("    phase: terugkijken\n    round: 2", "    phase: terugkijken\n    round: 4 #!", "round",
     "hier hoort ronde 2 of 3"),
    ("    phase: aankomen\n", "    phase: aankomen\n    round: 2 #!\n", "round", "hier hoort ronde 1 of 1"),
    ('    title: "Waar staan we?"\n    phase: duiden', '    title: "Waar staan we?"\n    phase: afronden', "phase",
     "terugkijken en dan afronden komen als laatste van alles"),
    # what a phone may ask
    ("      kind: none\n", "      kind: none\n      visibility: zaal #!\n", "visibility",
     "bij kind none geeft niemand iets; laat dit weg"),
    ("      kind: none\n", "      kind: none\n      prompt: \"Hoi\" #!\n", "prompt",
     "bij kind none is er geen invulvak; laat dit weg"),
    ("      kind: reflection\n      prompt: \"Ik leerde ...\"\n", "      kind: reflection #!\n", "prompt",
     "dit veld ontbreekt"),
    ("      kind: card\n      prompt: \"Wij zien dat ...\"\n      per_group: true\n      visibility: zaal\n",
     "      kind: card #!\n      prompt: \"Wij zien dat ...\"\n      per_group: true\n", "visibility",
     "dit veld ontbreekt"),
    ("      visibility: ik\n", "      visibility: openbaar #!\n", "visibility",
     "een onderdeel gaat hooguit naar de zaal; verder delen kiest ieder zelf aan het eind"),
    (("      kind: vote\n      prompt: \"Dit telt voor mij\"\n      options: [telt, bijna]\n"
     "      reason_required_for: [bijna]\n      visibility: zaal\n      attribution: unseen\n"),
     ("      kind: vote #!\n      prompt: \"Dit telt voor mij\"\n      options: [telt, bijna]\n"
     "      reason_required_for: [bijna]\n      visibility: zaal\n"), "attribution",
     "bij vote staat altijd van wie het is: named, unseen of unlinked"),
    ("      visibility: ik\n", "      visibility: ik\n      attribution: unlinked #!\n", "attribution",
     "woorden zijn altijd van iemand; unlinked kan alleen bij een keuze"),
    ("      kind: triad\n      prompt: \"Het was vooral ...\"\n      corners: [warm, druk, stil]\n",
     "      kind: triad #!\n      prompt: \"Het was vooral ...\"\n", "corners", "een driehoek heeft drie hoeken"),
    ("      rows_from: schema_rows\n", "", "left", "een schuif heeft left en right, of rows_from"),
    ("      rows_from: schema_rows\n",
     "      rows_from: schema_rows\n      left: \"a\" #!\n      right: \"b\"\n", "left",
     "een schuif heeft left en right, of rows_from"),
    ("      reason_required_for: [bijna]", "      reason_required_for: [soms] #!", "reason_required_for",
     "'soms' staat niet bij options"),
    ("      visibility: ik\n", "      visibility: ik\n      tags: [a, b] #!\n", "tags",
     "dit hoort alleen bij card, hier staat reflection"),
    ("      prompt: \"Ik leerde ...\"\n", "      prompt: \"Ik leerde ...\"\n      options: [a, b] #!\n", "options",
     "dit hoort alleen bij vote en commitment, hier staat reflection"),
    ("      visibility: ik\n", "      visibility: ik\n      per_group: true #!\n", "per_group",
     "dit hoort bij een tafel, tweetal of viertal; kijk naar form"),
    ("      per_group: true", "      per_group: true\n      only_role: steun #!", "only_role",
     "kies per_group of only_role, niet allebei"),
    ("      prompt: \"Er gebeurde ...\"\n", "      prompt: \"Er gebeurde ...\"\n      typed_by: listener #!\n",
     "typed_by", "dit hoort bij een tweetal; kijk naar form"),
    ("      kind: card\n", "      kind: weigh #!\n", "statements_from", "zeg waar de stellingen vandaan komen: cards"),
    ("      kind: card\n", "      kind: weigh\n      statements_from: cards #!\n      attribution: unseen\n",
     "statements_from", "hiervoor zijn eerst kaarten voor de zaal nodig"),
    ("    instruction: \"Ga zitten.\"\n",
     ("    instruction: \"Ga zitten.\"\n    scribe:\n      by: steun\n      prompt: \"Wij ...\"\n"
     "      visibility: regio #!\n      becomes: idea\n"),
     "visibility", "een onderdeel gaat hooguit naar de zaal"),
    ("    consent_check: now\n", "", "consent_check", "in één onderdeel kiest ieder wat verder mag: now of after_call"),
    # roles and rows
    ("      only_role: verteller", "      only_role: gast #!", "only_role", "de rol 'gast' staat niet bij roles"),
    ("      prompt: \"Wij zien dat ...\"\n", "      prompt: \"Wij zien dat ...\"\n      moderated_by: [gast] #!\n",
     "moderated_by", "de rol 'gast' staat niet bij roles"),
    ("      prompt: \"Wij zien dat ...\"\n",
     ("      prompt: \"Wij zien dat ...\"\n      marks:\n        by: gast #!\n        options: [a, b]\n"
     "        visibility: ik\n"),
     "by", "de rol 'gast' staat niet bij roles"),
    ("    instruction: \"Ga zitten.\"\n",
     ("    instruction: \"Ga zitten.\"\n    recording:\n      only_if: gast #!\n      visibility: tafel\n"
     "      becomes: story\n"),
     "only_if", "de rol 'gast' staat niet bij roles"),
    ("  - id: verteller\n", "  - id: begeleider #!\n", "id", "'begeleider' staat er twee keer in"),
    ("  - id: r2\n", "  - id: r1 #!\n", "id", "'r1' staat er twee keer in"),
    ("      - id: steun\n", "      - id: gast #!\n", "id", "de rol 'gast' staat niet bij roles"),
    ("      1:\n        title: \"Naar buiten\"", "      12: {title: \"Naar buiten\"} #!", "steps",
     "onderdeel 12 bestaat niet"),
    # a variant must hold by itself
    ("        title: \"Naar buiten\"", "        minutes: 6", "duration_minutes",
     "de onderdelen zijn samen 71 minuten, hier staat 70"),
]  # fmt: skip


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(RecipeError) as caught:
        parse(text, "koffie.yaml")
    return caught.value.problems


def test_the_unbroken_recipe_is_fine():
    assert [step.n for step in parse(SMALL, "koffie.yaml").steps] == list(range(1, 10))


@pytest.mark.parametrize(("old", "new", "field", "message"), BROKEN)
def test_a_broken_recipe_names_line_field_and_what_helps(old, new, field, message):
    assert SMALL.count(old) == 1, "the edit must hit one place"
    text = SMALL.replace(old, new)
    found = [problem for problem in problems(text) if (problem.field, problem.message) == (field, message)]
    assert len(found) == 1, problems(text)
    marked = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith("#!")]
    if marked:
        assert [problem.line for problem in found] == marked


def test_a_problem_reads_as_a_sentence():
    text = SMALL.replace("      visibility: ik\n", "      visibility: geheim\n")
    with pytest.raises(RecipeError) as caught:
        parse(text, "koffie.yaml")
    assert str(caught.value) == (
        "koffie.yaml, regel 134, veld 'visibility': kies uit ik, verteller, tafel, zaal, regio, openbaar"
    )


def test_all_problems_are_told_at_once_in_order_of_line():
    text = SMALL.replace("format: 1", "format: 9").replace("    form: tweetal", "    form: duo")
    assert [(problem.line, problem.field) for problem in problems(text)] == [(1, "format"), (52, "form")]


def test_the_teller_circle_needs_a_teller_and_a_support_person():
    text = SMALL.replace('  - id: steun\n    name: "Steunpersoon"\n    task: "Zit ernaast."\n', "")
    text = text[: text.index("variants:")] + text[text.index("quick_version:") :]
    assert problems(text) == (
        Problem(55, "visibility", "voor de kring verteller zijn de rollen verteller en steun nodig"),
    )


def test_rows_need_rows():
    start, end = SMALL.index("schema_rows:\n  - id"), SMALL.index("steps:\n  - n: 1")
    text = SMALL[:start] + SMALL[end:]
    assert problems(text) == (Problem(111, "rows_from", "de werkvorm heeft geen schema_rows"),)


@pytest.mark.parametrize("text", ["", "# alleen uitleg\n", "\n\n"])
def test_an_empty_file_says_so(text):
    assert problems(text) == (Problem(1, "bestand", "er staat nog niets in"),)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n",
        "hallo",
        "a: [\n",
        'id: "\\U00110000"',
        'id: "\\UFFFFFFFF"',
        "%YAML 1.1.1\n---\n",
        "id: \x07",
        "--- a\n--- b\n",
    ],
)
def test_what_is_no_recipe_at_all_is_told_kindly(text):
    assert {problem.field for problem in problems(text)} == {"bestand"}


def test_a_file_of_a_megabyte_is_not_read():
    assert problems("a" * 1_000_000) == (Problem(1, "bestand", "hooguit 100000 tekens, dit zijn er 1000000"),)


def test_a_block_is_checked_too():
    text = (
        'format: 1\nlanguage: nl\nbuilding_blocks:\n  - id: a\n    name: "A"\n    form: alleen\n    minutes: 2\n'
        '    instruction: "Doe iets."\n    input:\n      kind: vote\n      prompt: "Kies"\n'
        "      visibility: zaal\n      becomes: choice\n"
    )
    with pytest.raises(RecipeError) as caught:
        parse_blocks(text, "blokken.yaml")
    assert caught.value.problems == (
        Problem(10, "attribution", "bij vote staat altijd van wie het is: named, unseen of unlinked"),
    )


def test_the_texts_are_checked_too():
    with pytest.raises(RecipeError) as caught:
        parse_texts("format: 1\nlanguage: nl\ngeheim: 1\n", "teksten.yaml")
    assert caught.value.problems[-1].field == "geheim"
