"""The keys a recipe may have, what each is for (in Dutch, for who edits one), and its values.

docs/recipes.md is this file in prose; a test keeps the two alike.
"""

from werkplaats.methods.codes import ATTRIBUTIONS, BECOMES, CIRCLES, FORMS, KINDS, PHASES, SCOPES
from werkplaats.methods.nodes import Either, Field, Keyed, Many, Number, One, Section, Shape, Text, Yes, read

SENTENCE = Text(300)
LABEL = Text(60)
WORDS = Many(Text(120))
SLUG = Text(40, r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*", "alleen letters, cijfers en een streepje")
MINUTES = Number(1, 600)

FORMAT = {
    "format": Field(One.of("1"), "Hoe dit bestand in elkaar zit. Altijd 1."),
    "language": Field(One.of("nl"), "De taal van de teksten."),
}

MARKS = Shape(
    {
        "by": Field(SLUG, "De rol die de merktekens geeft."),
        "options": Field(Many(LABEL, 2, 7), "De merktekens om uit te kiezen."),
        "visibility": Field(One(CIRCLES), "Wie de merktekens ziet; ik = alleen deze rol."),
    }
)

INPUT = Shape(
    {
        "kind": Field(One.of(*KINDS), "Wat de telefoon vraagt; none = de telefoon blijft donker."),
        "prompt": Field(Text(200), "De zin boven het invulvak.", required=False),
        "options": Field(Many(LABEL, 2, 7), "Vaste antwoorden; zonder dit kies je uit de kaarten.", required=False),
        "left": Field(LABEL, "Schuif: het linker eind.", required=False),
        "right": Field(LABEL, "Schuif: het rechter eind.", required=False),
        "rows_from": Field(One.of("schema_rows"), "Schuif: één schuif per rij van het schema.", required=False),
        "corners": Field(Many(LABEL, 3, 3), "Driehoek: de drie hoeken.", required=False),
        "statements_from": Field(
            One.of("cards"), "Stellingen: kaarten die de begeleider kiest, ongewijzigd.", required=False
        ),
        "votes_per_person": Field(Number(1, 9), "Keuze: hoeveel je er mag kiezen.", required=False),
        "exclude_own": Field(Yes(), "Keuze: niet je eigen kaart.", required=False),
        "ask_reason": Field(Yes(), "Keuze: vraag bij één keuze een reden; overslaan mag.", required=False),
        "reason_required_for": Field(Many(LABEL), "Keuze: bij deze antwoorden hoort een reden.", required=False),
        "result": Field(One.of("chosen"), "Keuze: de tafel ziet alleen wat gekozen is.", required=False),
        "tags": Field(Many(LABEL, 2, 7), "Kaart: kies er één bij elke kaart.", required=False),
        "min_supporting_stories": Field(Number(1, 9), "Kaart: rust op minstens zoveel verhalen.", required=False),
        "marks": Field(MARKS, "Kaart: merktekens van één rol.", required=False),
        "moderated_by": Field(
            Many(SLUG), "Kaart: rollen die haar eerst lezen, in volgorde. De laatste kiest.", required=False
        ),
        "typed_by": Field(
            One.of("listener"),
            "Verhaal: de luisteraar typt onder de code van de verteller.",
            required=False,
        ),
        "perspective": Field(Yes(), "Verhaal: één kant van hetzelfde gesprek.", required=False),
        "per_group": Field(Yes(), "Eén telefoon per tafel, tweetal of viertal geeft.", required=False),
        "only_role": Field(SLUG, "Alleen deze rol geeft.", required=False),
        "visibility": Field(One(CIRCLES), "Wie het hier kan lezen. Hooguit de zaal.", required=False),
        "attribution": Field(
            One.of(*ATTRIBUTIONS),
            "named: je voornaam, als je wilt. unseen: niemand ziet van wie. unlinked: alleen geteld.",
            required=False,
        ),
        "becomes": Field(One.of(*BECOMES), "Wat de oogst ervan maakt.", required=False),
    }
)

SCRIBE = Shape(
    {
        "by": Field(SLUG, "De rol die voor de tafel schrijft."),
        "prompt": Field(Text(200), "De zin boven het invulvak."),
        "visibility": Field(One(CIRCLES), "Wie het hier kan lezen."),
        "becomes": Field(One.of(*BECOMES), "Wat de oogst ervan maakt."),
    }
)

RECORDING = Shape(
    {
        "only_if": Field(SLUG, "Alleen als deze rol het wil."),
        "visibility": Field(One(CIRCLES), "Wie het hier kan horen."),
        "becomes": Field(One.of(*BECOMES), "Wat de oogst ervan maakt."),
    }
)

STEP = Shape(
    {
        "n": Field(Number(1, 40), "Het nummer van het onderdeel; telt door vanaf 1."),
        "title": Field(LABEL, "De naam van het onderdeel."),
        "phase": Field(One(PHASES), "De fase."),
        "round": Field(Number(1, 5), "De ronde; opnieuw delen begint een nieuwe ronde.", required=False),
        "form": Field(One(FORMS), "Met hoevelen."),
        "minutes": Field(MINUTES, "Hoe lang het duurt."),
        "instruction": Field(Text(600), "Wordt voorgelezen en staat op de schermen."),
        "expect": Field(SENTENCE, "Voor de aankondiging: wat doe je hier? De eerste zin wordt de kop.", required=False),
        "input": Field(INPUT, "Wat de telefoon vraagt."),
        "scribe": Field(SCRIBE, "Eén rol schrijft voor de tafel.", required=False),
        "recording": Field(RECORDING, "Geluid, alleen als de verteller het wil.", required=False),
        "consent_check": Field(
            One.of("now", "after_call"),
            "Hier kiest ieder wat verder mag. after_call: pas na het telefoontje van de steunpersoon.",
            required=False,
        ),
    }
)

ROLE = Shape(
    {
        "id": Field(SLUG, "De korte naam waarmee andere velden naar deze rol wijzen."),
        "name": Field(LABEL, "De naam op het scherm."),
        "task": Field(SENTENCE, "Wat deze rol doet."),
    }
)

VARIANT = Shape(
    {
        "id": Field(SLUG, "De korte naam."),
        "name": Field(LABEL, "De naam op het scherm."),
        "text": Field(SENTENCE, "Wat er anders gaat."),
        "roles": Field(Many(ROLE), "Rollen die een rol met hetzelfde id vervangen.", required=False),
        "preparation": Field(Many(SENTENCE), "Komt bij de voorbereiding.", required=False),
        "steps": Field(
            Keyed(STEP.partly("n"), Number(1, 40)),
            "Per nummer van een onderdeel: de velden die veranderen.",
            required=False,
        ),
    }
)

ROW = Shape(
    {
        "id": Field(SLUG, "De korte naam."),
        "left": Field(LABEL, "De linkerkant."),
        "right": Field(LABEL, "De rechterkant."),
        "source": Field(One.of("given", "own"), "given: uit de bron. own: zelf bedacht."),
        "original": Field(SENTENCE, "De woorden van de bron.", required=False),
        "note": Field(SENTENCE, "Toelichting.", required=False),
    }
)

GROUP_SIZE = Shape(
    {
        "min": Field(Number(1, 500), "Het kleinste aantal mensen."),
        "ideal": Field(Number(1, 500), "Het fijnste aantal mensen."),
        "max": Field(Number(1, 500), "Het grootste aantal mensen."),
        "per": Field(One(SCOPES), "Geldt dit aantal per tafel of voor de zaal?"),
        "tables": Field(Text(120), "Hoe de tafels zijn ingedeeld."),
    }
)

QUICK = Shape(
    {
        "minutes": Field(Many(MINUTES), "Kortere tijden."),
        "note": Field(SENTENCE, "Toelichting."),
    }
)

SOLO = Shape(
    {
        "minutes": Field(MINUTES, "De hele duur alleen."),
        "steps": Field(Many(Number(1, 40)), "De onderdelen die alleen kunnen."),
        "step_minutes": Field(Keyed(MINUTES, Number(1, 40)), "Per onderdeel hoe lang het duurt."),
        "note": Field(SENTENCE, "Toelichting."),
    }
)

BASIS = Shape(
    {
        "origin": Field(SENTENCE, "Waar dit vandaan komt."),
        "steps": Field(SENTENCE, "Waar de onderdelen vandaan komen.", required=False),
        "confidence": Field(SENTENCE, "Hoe zeker dat is.", required=False),
    }
)

METHOD = Shape(
    FORMAT
    | {
        "id": Field(SLUG, "De korte naam, gelijk aan de naam van het bestand."),
        "name": Field(LABEL, "De naam van de werkvorm."),
        "name_en": Field(LABEL, "De naam in het Engels."),
        "purpose": Field(SENTENCE, "Waar het toe dient."),
        "for_whom": Field(SENTENCE, "Voor wie."),
        "group_size": Field(GROUP_SIZE, "Met hoeveel mensen."),
        "duration_minutes": Field(MINUTES, "De som van alle onderdelen."),
        "phone_minutes": Field(Number(0, 600), "De som van de onderdelen waarin een telefoon iets vraagt."),
        "own_phone_minutes": Field(
            Number(0, 600), "Hetzelfde, zonder de onderdelen waarin één telefoon per groep of rol geeft."
        ),
        "walk_in_minutes": Field(Number(1, 120), "Hoe lang de deur vooraf open is.", required=False),
        "roles": Field(Many(ROLE), "Wie wat doet."),
        "materials": Field(WORDS, "Wat er klaarligt."),
        "preparation": Field(Many(SENTENCE), "Wat er vooraf gebeurt."),
        "schema_rows": Field(Many(ROW, 2), "Rijen van een schema met twee kanten.", required=False),
        "steps": Field(Many(STEP, 1, 40), "De onderdelen, in volgorde."),
        "variants": Field(Many(VARIANT), "Andere manieren om het te doen.", required=False),
        "quick_version": Field(QUICK, "Een snelle versie.", required=False),
        "solo_version": Field(SOLO, "Een versie voor alleen, op de eigen telefoon.", required=False),
        "outputs": Field(WORDS, "Wat het oplevert."),
        "safety": Field(SENTENCE, "Waar je bij deze werkvorm op let."),
        "basis": Field(BASIS, "Waar de werkvorm vandaan komt."),
    }
)

BLOCK = Shape(
    {
        "id": Field(SLUG, "De korte naam."),
        "name": Field(LABEL, "De naam van het onderdeel."),
        "phase": Field(One(PHASES), "De fase; zonder dit kan het overal.", required=False),
        "form": Field(One(FORMS), "Met hoevelen."),
        "minutes": Field(MINUTES, "Hoe lang het duurt."),
        "moments_after_session_days": Field(Many(Number(1, 400)), "Na de bijeenkomst: op deze dagen.", required=False),
        "instruction": Field(Text(600), "Wordt voorgelezen en staat op de schermen."),
        "expect": Field(SENTENCE, "Voor de aankondiging: wat doe je hier?", required=False),
        "input": Field(INPUT, "Wat de telefoon vraagt."),
        "consent_check": Field(One.of("now"), "Hier kiest ieder wat verder mag.", required=False),
        "note": Field(SENTENCE, "Toelichting voor de begeleider.", required=False),
        "basis": Field(BASIS, "Waar het vandaan komt.", required=False),
    }
)

BLOCKS = Shape(FORMAT | {"building_blocks": Field(Many(BLOCK), "De losse onderdelen.")})

INPUT_KIND = Shape(
    {
        "text": Field(SENTENCE, "Wat het is."),
        "options": Field(Many(LABEL), "Vaste antwoorden.", required=False),
        "none_fits": Field(LABEL, "Het antwoord als niets past.", required=False),
        "parts": Field(Many(LABEL), "Vaste delen.", required=False),
    }
)

SCREEN_TEXT = Shape(
    {
        "name": Field(LABEL, "De kop.", required=False),
        "text": Field(SENTENCE, "De tekst; [..] vult het programma in."),
        "answers": Field(Many(LABEL), "De antwoorden om uit te kiezen.", required=False),
        "if_no": Field(SENTENCE, "Verschijnt na het laatste antwoord.", required=False),
        "below": Field(SENTENCE, "Staat onder de antwoorden.", required=False),
        "optional": Field(Yes(), "Overslaan mag.", required=False),
        "several": Field(Yes(), "Meer antwoorden mag.", required=False),
        "attribution": Field(One.of(*ATTRIBUTIONS), "Bij wie het antwoord hoort.", required=False),
        "shown": Field(Many(SLUG), "Op welke schermen het staat.", required=False),
    }
)

_PLAIN = Either(SCREEN_TEXT, SENTENCE)

SCREEN_TEXTS = Shape(
    {
        "join": Field(_PLAIN, "Het eerste scherm van de telefoon."),
        "age": Field(_PLAIN, "Vraag aan de deur: zestien of ouder."),
        "viewpoint": Field(_PLAIN, "Vraag aan de deur: jouw invalshoek."),
        "first_time": Field(_PLAIN, "Vraag aan de deur: was je hier eerder."),
        "municipality": Field(_PLAIN, "Als er mensen van de gemeente zijn."),
        "join_card_front": Field(_PLAIN, "De voorkant van jouw kaart."),
        "join_card_back": Field(_PLAIN, "De achterkant van jouw kaart."),
        "line_under_input": Field(
            Shape({word: Field(SENTENCE, "De regel bij deze kring.") for word in CIRCLES}),
            "De regel onder elk invulvak: wie leest het en tot wanneer.",
        ),
        "line_attribution": Field(
            Shape(
                {
                    "unseen_choice": Field(SENTENCE, "In plaats van die regel, bij een keuze."),
                    "unseen_words": Field(SENTENCE, "Onder die regel, bij woorden."),
                    "unlinked": Field(SENTENCE, "In plaats van die regel, als we alleen tellen."),
                }
            ),
            "De regel over van wie het is.",
        ),
        "moderation": Field(_PLAIN, "Je kaart is van het grote scherm gehaald."),
        "too_few": Field(_PLAIN, "Te weinig mensen voor een beeld."),
        "closing": Field(_PLAIN, "Het laatste scherm van de telefoon."),
        "report": Field(_PLAIN, "Boven het voorlopige verslag."),
        "quote_asked": Field(_PLAIN, "Mag deze zin in het verslag?"),
        "region": Field(_PLAIN, "Wat de regio is."),
        "withdrawal": Field(_PLAIN, "Voor het terugnemen."),
        "withdrawal_mark": Field(_PLAIN, "Waar iets is teruggenomen."),
        "story_withdrawn": Field(_PLAIN, "Het verhaal waar je op reageerde is teruggenomen."),
        "lost_card": Field(_PLAIN, "Je kaart is kwijt."),
        "research_freeze": Field(_PLAIN, "Voor een verzameling naar het archief gaat."),
    }
)

GOOD_TO_KNOW = Shape(
    {
        "text": Field(SENTENCE, "De zin in de aankondiging."),
        "when": Field(
            One.of("always", "words", "evening", "unlinked", "recording", "phone", "municipality"),
            "Wanneer de zin erbij staat.",
        ),
    }
)

TEXTS = Shape(
    FORMAT
    | {
        "input_kinds": Field(
            Shape({kind: Field(INPUT_KIND, "Deze soort inbreng.") for kind in KINDS}),
            "Wat elke soort inbreng is.",
        ),
        "small_numbers": Field(
            Shape(
                {
                    "in_session": Field(One.of("order_without_counts"), "In de zaal: een volgorde zonder aantallen."),
                    "min_people": Field(Number(2, 50), "Met minder mensen tonen we geen verdeling."),
                }
            ),
            "Wat we met kleine aantallen doen.",
        ),
        "general_rules": Field(Many(SENTENCE), "De afspraken aan het begin."),
        "good_to_know": Field(Many(GOOD_TO_KNOW), "Goed om te weten, in de aankondiging."),
        "help_panel": Field(Keyed(SENTENCE, SLUG), "Hulp in nood, bij elke werkvorm in de regie."),
        "screen_texts": Field(SCREEN_TEXTS, "De teksten op de schermen."),
    }
)

FILES = {"method": METHOD, "building_blocks": BLOCKS, "texts": TEXTS}


def read_method(text: str, name: str) -> Section:
    """One recipe, its shape checked; the rules between fields are in rules.py."""
    return read(text, name, METHOD)


def read_blocks(text: str, name: str) -> Section:
    return read(text, name, BLOCKS)


def read_texts(text: str, name: str) -> Section:
    return read(text, name, TEXTS)
