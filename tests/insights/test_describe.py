import pytest

from tests.an_evening import harvested
from werkplaats.action.models import Recommendation
from werkplaats.insights.models import Insight, Observation
from werkplaats.people.access import giver_viewer
from werkplaats.people.viewer import VISITOR, Role, Viewer
from werkplaats.publishing.models import Passage, Report
from werkplaats.thread.describe import describe
from werkplaats.voices.consent import set_level
from werkplaats.voices.withdraw import withdraw

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def made():
    return harvested(people=10)


def knots():
    return [one.pk for model in (Observation, Insight, Recommendation, Passage) for one in model.objects.all()]


def staff(account):
    return Viewer(role=Role(account.role), account=account.pk, network=account.network_id, municipal=account.municipal)


def titles(viewer):
    return sorted(one.title for one in describe(knots(), viewer).values())


def test_before_publication_nothing_is_named_to_outsiders(made):
    assert titles(VISITOR) == []
    assert titles(staff(made.stranger)) == []


def test_once_public_everyone_finds_what_the_report_shows_without_words(made):
    report = Report.objects.get()
    report.publish(made.coordinator)
    passages = Passage.objects.count()
    assert titles(VISITOR) == sorted(
        ["Aanbeveling van tafel 1", "Aanbeveling van tafel 2", "Inzicht 1 van deze avond", "Inzicht 2 van deze avond"]
        + [f"Verslag: {report.title}"] * passages
    )


def test_unpublished_again_it_is_gone_again(made):
    report = Report.objects.get()
    report.publish(made.coordinator)
    report.unpublish(made.coordinator)
    assert titles(VISITOR) == []


def test_who_sat_in_the_room_sees_what_came_of_it_and_the_words_of_the_own_table(made):
    assert titles(giver_viewer(made.people[0])) == [
        "Aanbeveling van tafel 1",
        "Aanbeveling van tafel 2",
        "Inzicht 2 van deze avond",
        "Wij zien dat bellen helpt bij tafel 1.",
        "Wij zien dat bellen helpt bij tafel 1.",
    ]


def test_staff_of_the_room_read_its_cards_a_municipal_account_does_not(made):
    card = made.cards[0].observation.pk
    assert describe([card], staff(made.facilitator))[card].title == "Wij zien dat bellen helpt bij tafel 1."
    assert describe([card], staff(made.municipal)) == {}


def test_an_insight_says_on_how_many_people_it_rests(made):
    insight = Insight.objects.get(voice=made.cards[0]).pk
    viewer = staff(made.coordinator)
    assert describe([insight], viewer)[insight].detail == "Dit rust op verhalen van 5 mensen."
    withdraw(made.stories[0])
    assert describe([insight], viewer)[insight].detail == "Dit rust op verhalen van een paar mensen."


def test_what_was_taken_back_is_named_to_nobody(made):
    insight = Insight.objects.get(voice=made.cards[0]).pk
    set_level(made.cards[0], "everyone")
    withdraw(made.cards[0])
    assert describe([insight, made.cards[0].observation.pk], staff(made.coordinator)) == {}
