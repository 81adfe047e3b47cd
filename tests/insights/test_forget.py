import pytest

from tests.an_evening import harvest, held, weighed
from werkplaats.insights.models import Choice, Insight, Statement, Weighing
from werkplaats.voices.models import Withdrawal
from werkplaats.voices.withdraw import finish, withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def made():
    made = held(people=6)
    weighed(made, made.cards, {"a": ["agree", "pass"], "b": ["disagree", "agree"]})
    return harvest(made)


def take_back(voice):
    withdraw(voice)
    finish(Withdrawal.objects.get(voice=voice))


def test_the_statement_its_answers_and_its_picks_go_with_the_voice(made):
    take_back(made.cards[0])
    assert list(Statement.objects.values_list("voice", flat=True)) == [made.cards[1].pk]
    assert set(Weighing.objects.values_list("statement__voice", flat=True)) == {made.cards[1].pk}
    assert set(Choice.objects.values_list("voice", flat=True)) == {made.cards[1].pk}


def test_an_insight_lets_go_of_the_card_and_keeps_the_sentence_of_the_staff(made):
    insight = Insight.objects.get(voice=made.cards[0])
    Insight.objects.filter(pk=insight.pk).update(text="Een gesprek opent deuren.")
    take_back(made.cards[0])
    insight.refresh_from_db()
    assert (insight.voice, insight.text) == (None, "Een gesprek opent deuren.")


def test_a_copy_of_the_voice_leaves_the_sentence_of_the_staff(made):
    Insight.objects.filter(voice=made.cards[1]).update(text="Men zag: wij zien dat bellen helpt bij allen.")
    take_back(made.cards[0])
    assert Insight.objects.get(voice=made.cards[1]).text == "Men zag: [...] allen."
