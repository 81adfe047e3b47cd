"""Any order of telling, answering, narrowing, widening, quoting, stilling, taking back, undoing and finishing:
what each kind of person may read equals a plain table, nothing is readable wider than the giver's last word, and
what is taken back is readable by nobody."""

from dataclasses import dataclass, field

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.voices.world import LEVELS, make_world
from werkplaats.vault.models import VoiceKey
from werkplaats.voices import consent, door, suspend
from werkplaats.voices.consent import NotPossible
from werkplaats.voices.models import Quotation, Voice, Withdrawal
from werkplaats.voices.withdraw import UNDO, finish, sweep, undo, withdraw

USES = ("education", "research", "publish")
CLOSEST = ("teller", "roommate", "facilitator")  # looked at after each step; the others at the end
EVERYONE = {"giver", "teller", "tablemate", "roommate", "outsider", "facilitator", "municipal present"}
DURING = {
    "me": set(),
    "teller": set(),  # added below: the one who told the story
    "table": {"giver", "teller", "tablemate"},
    "room": {"giver", "teller", "tablemate", "roommate", "facilitator", "municipal present"},
    "region": {"facilitator", "municipal present", "giver", "teller", "tablemate"},
    "everyone": EVERYONE,
}
AFTER = {
    "me": set(),
    "teller": set(),
    "table": set(),
    "room": {"facilitator"},
    "region": {"facilitator", "municipal present"},
    "everyone": EVERYONE,
}


@dataclass
class Told:
    """What the plain table knows of one voice."""

    voice: Voice
    giver: str
    level: str
    about: "Told | None" = None
    stilled: str = ""
    taken_back: bool = False
    gone: bool = False
    quotes: dict = field(default_factory=dict)
    uses: set = field(default_factory=set)

    @property
    def stands(self) -> bool:
        return not self.taken_back and not self.stilled

    def readers(self, ended: bool) -> set[str]:
        if self.taken_back:
            return set()
        if self.stilled:
            return {self.giver}
        found = set((AFTER if ended else DURING)[self.level])
        if self.level == "teller" and self.about and not ended:
            found.add(self.about.giver)
        if self.about:
            found &= self.about.readers(ended) if self.about.stands else set()
        return found | {self.giver}

    def quoted_to(self, ended: bool) -> set[str]:
        if not self.stands:
            return set()
        if not self.about:
            return EVERYONE
        return self.about.readers(ended) if self.about.stands else set()


class Consenting(RuleBasedStateMachine):
    told = Bundle("told")

    def __init__(self):
        super().__init__()
        self.world = make_world()
        self.viewers = {who: self.world.viewer(who) for who in EVERYONE}
        self.all: list[Told] = []
        self.ended = False

    def circle(self, level):
        return {"table": self.world.table.pk, "teller": self.world.table.pk, "room": self.world.room.pk}.get(level)

    def answers(self, story):
        return [one for one in self.all if one.about is story]

    @rule(target=told, level=st.sampled_from(LEVELS), giver=st.sampled_from(["giver", "teller"]))
    def tell(self, level, giver):
        voice = self.world.say(level, giver=giver, kind="story", text="Een woord.")
        one = Told(voice, giver, level)
        self.all.append(one)
        return one

    @rule(target=told, story=told, level=st.sampled_from(LEVELS))
    def answer(self, story, level):
        story = story.about or story
        before = {"me": 0, "teller": 1, "table": 2, "room": 3, "region": 4, "everyone": 5}
        voice = self.world.say(level, about=story.voice.pk, text="Een woord.")
        wanted = level if level in ("me", "teller") or before[level] <= before[story.level] else story.level
        assert voice.level == wanted
        one = Told(voice, "giver", wanted, story)
        self.all.append(one)
        return one

    @rule(one=told, level=st.sampled_from(LEVELS))
    def choose_circle(self, one, level):
        voice = Voice.objects.get(pk=one.voice.pk)
        before, circle = (voice.level, voice.circle_id), self.circle(level) or self.world.table.pk
        try:
            consent.set_level(voice, level, circle)
        except NotPossible:
            return
        one.level = level
        narrower = LEVELS.index(level) < LEVELS.index(before[0]) or (level == before[0] and circle != before[1])
        if narrower:
            one.quotes = dict.fromkeys(one.quotes, "no")
            one.uses = {use for use in one.uses if level == "region" and use in ("education", "research")}

    @rule(one=told, answer=st.sampled_from(Quotation.Answer.values))
    def quote(self, one, answer):
        try:
            row = consent.offer_quotation(Voice.objects.get(pk=one.voice.pk), 0, 3, answer)
        except NotPossible:
            assert not one.stands
            return
        one.quotes[row.pk] = answer

    @rule(one=told, use=st.sampled_from(USES), yes=st.booleans())
    def answer_use(self, one, use, yes):
        consent.answer(one.voice, use, yes, "thread")
        (one.uses.add if yes else one.uses.discard)(use)

    @rule(one=told)
    def still(self, one):
        suspend.suspend(one.voice, suspend.BY_GIVER)
        one.stilled = one.stilled or suspend.BY_GIVER

    @rule(one=told)
    def lift(self, one):
        suspend.lift(one.voice, suspend.BY_GIVER)
        if one.stilled == suspend.BY_GIVER:
            one.stilled = ""

    @rule(one=told)
    def take_back(self, one):
        withdraw(one.voice)
        if one.taken_back:
            return
        one.taken_back = True
        for answer in self.answers(one):
            if not answer.taken_back and not answer.stilled:
                answer.stilled = suspend.STORY_WITHDRAWN

    @rule(one=told)
    def undo(self, one):
        try:
            undo(one.voice)
        except NotPossible:
            assert one.gone
            return
        if not one.taken_back:
            return
        one.taken_back = False
        for answer in self.answers(one):
            if answer.stilled == suspend.STORY_WITHDRAWN:
                answer.stilled = ""

    @rule(one=told)
    def finish_now(self, one):
        if one.taken_back:
            finish(Withdrawal.objects.get(voice=one.voice))
            one.gone = True

    @rule()
    def ten_minutes_pass(self):
        sweep(timezone.now() + UNDO)
        for one in self.all:
            one.gone = one.taken_back

    @rule()
    def evening_ends(self):
        self.world.end("after")
        self.ended = True

    @invariant()
    def everyone_reads_what_was_consented_and_no_more(self):
        rows = Voice.objects.filter(pk__in=[one.voice.pk for one in self.all])
        for who in CLOSEST if self.all else ():
            self.check(who, rows)

    def check(self, who, rows):
        seen = set(door.visible(rows, self.viewers[who]).values_list("pk", flat=True))
        assert seen == {one.voice.pk for one in self.all if who in one.readers(self.ended)}, who

    @invariant()
    def what_is_quoted_was_granted(self):
        rows = list(Quotation.objects.filter(voice__in=[one.voice.pk for one in self.all]))
        for who in ("outsider", "teller") if rows else ():
            shown = set(door.quoted_of(rows, self.viewers[who]))
            granted = {
                row
                for one in self.all
                for row, answer in one.quotes.items()
                if answer != "no" and who in one.quoted_to(self.ended)
            }
            assert shown == granted, who

    @invariant()
    def a_use_lasts_until_the_givers_last_word(self):
        for one in self.all:
            assert {use for use in USES if consent.may(one.voice, use)} == one.uses

    def teardown(self):
        rows = Voice.objects.filter(pk__in=[one.voice.pk for one in self.all])
        for who in EVERYONE:
            self.check(who, rows)
        keys = set(VoiceKey.objects.values_list("voice", flat=True))
        for one in self.all:
            assert (one.voice.pk in keys) == (not one.gone)


@pytest.mark.django_db(databases=["default", "keys"])
def test_nothing_is_read_beyond_consent_in_any_order():
    run_state_machine_as_test(
        Consenting,
        settings=settings(
            max_examples=100,
            stateful_step_count=8,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
