"""What the giver is told about who can read a voice, held against what the door does."""

import pytest

from tests.voices.world import LEVELS
from werkplaats.voices import door
from werkplaats.voices.models import Voice
from werkplaats.voices.reach import reach, says
from werkplaats.voices.suspend import suspend
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
READERS = {
    "me": set(),
    "teller": {"teller"},
    "table": {"teller", "tablemate"},
    "room": {"teller", "tablemate", "roommate", "facilitator", "coordinator"},
    "region": {"facilitator", "coordinator"},
    "everyone": {"teller", "tablemate", "roommate", "facilitator", "coordinator", "visitor"},
}
ALL = READERS["everyone"]


@pytest.mark.parametrize("when", ["during", "after", "later"])
@pytest.mark.parametrize("story_level", LEVELS)
def test_the_ring_is_never_narrower_than_the_door(world, when, story_level):
    story = world.say(story_level, giver="teller", kind="story")
    voices = [world.say(level, about=story.pk) for level in LEVELS] + [world.say(level) for level in LEVELS]
    world.end(when)
    seen = {who: set(door.visible(Voice.objects.all(), world.viewer(who)).values_list("pk", flat=True)) for who in ALL}
    for voice in Voice.objects.filter(pk__in=[one.pk for one in voices]).select_related("circle", "about__circle"):
        found = reach(voice)
        read = {who for who in ALL if voice.pk in seen[who]}
        wide = READERS["room"] | READERS["region"] if found.level == "region" and when == "during" else set()
        assert read <= READERS[found.level] | wide, (voice.level, found)
        if found.staff_only:
            assert read <= {"facilitator", "coordinator"}
        if found.level == "me":
            assert read == set()


@pytest.mark.parametrize(
    ("level", "when", "said"),
    [
        ("me", "during", "Alleen jij kunt dit lezen."),
        ("table", "during", "Jouw tafel kan dit lezen. Na de avond alleen jij."),
        ("table", "after", "Alleen jij kunt dit lezen."),
        ("room", "during", "Wie er vanavond is, kan dit lezen. De begeleider en de coördinator nog hooguit 14 dagen."),
        ("room", "later", "Alleen jij kunt dit lezen."),
        ("region", "after", "Mensen met een account van dit netwerk kunnen dit lezen. Dat zijn er nu 4."),
        ("everyone", "after", "Iedereen kan dit lezen."),
    ],
)
def test_who_reads_it_in_words(world, level, when, said):
    voice = world.say(level)
    world.end(when)
    voice = Voice.objects.get(pk=voice.pk)
    assert says(reach(voice), voice, logins=4) == said


def test_a_stilled_or_withdrawn_voice_reaches_its_giver_alone(world):
    voice = world.say("everyone")
    suspend(voice, "giver")
    voice = Voice.objects.get(pk=voice.pk)
    assert (reach(voice).level, says(reach(voice), voice)) == ("me", "Dit staat even stil. Alleen jij kunt het lezen.")
    withdraw(other := world.say("everyone"))
    assert reach(Voice.objects.get(pk=other.pk)).level == "me"
