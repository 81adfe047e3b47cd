"""Everybody of one evening in real browsers, and the words they say."""

import re

from tests.running import Running

from .crowd import Crowd
from .people import Facilitator, Wall
from .phone import Phone

THEME = "Wanneer vraag je hulp?"
TITLE = "Hulp vragen begint met een kop koffie"
CANARY = "zilverkwikstaart"
STORIES = {
    "ria": f"De brief lag drie weken in de la. Toen belde de {CANARY} met mij mee.",
    "sjoerd": "Bij het loket begreep ik de vraag niet. Iemand zuchtte.",
    "fatma": "Mijn buurman stond er ineens met soep. Ik hoefde niets te vragen.",
    "ben": "De bus stopt niet meer bij ons. Dan ga je niet voor een klein vraagje.",
}
CARDS = {
    1: [f"Wij zien dat samen bellen helpt, zoals de {CANARY} doet.", "Wij zien dat een brief dicht blijft."],
    2: ["Wij zien dat je bij de buren niets hoeft uit te leggen.", "Wij zien dat ver weg ook te laat is."],
}
INITIATIVE = "In het buurthuis helpt elke dinsdag iemand met post."
TAKEN = "Bij de kerk staat een bank met koffie."
REASON = f"Omdat de {CANARY} dat ook zei."
STEP = f"met de {CANARY} de post openmaken"
QUOTED = f"Toen belde de {CANARY} met mij mee."


class Evening:
    """Everybody of this evening and what they learned on the way."""

    def __init__(self, server: Running, browser):
        self.server, self.browser = server, browser
        self.contexts: list = []
        self.everyone: list = []
        self.facilitator = self.newcomer(Facilitator, 1280, 800)
        self.wall = self.newcomer(Wall, 1920, 1080, self.facilitator.page.context)
        self.ria, self.sjoerd, self.fatma, self.ben = (self.newcomer(Phone, 360, 740) for _ in range(4))
        self.crowd = Crowd(server.url)
        self.session = self.room_code = self.report = ""
        self.cards: list[str] = []

    def newcomer(self, kind, width: int, height: int, context=None):
        if context is None:
            context = self.browser.new_context(locale="nl-NL")
            self.contexts.append(context)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.set_default_timeout(15_000)
        made = kind(page, self.server.url)
        self.everyone.append(made)
        return made

    @property
    def phones(self) -> list[Phone]:
        return [self.ria, self.sjoerd, self.fatma, self.ben]

    def code_in_mail(self) -> str:
        codes = re.findall(
            r"^\s*([A-Z0-9]{3,4}-[A-Z0-9]{3,4}|[A-Z0-9]{6})\s*$", self.server.log.read_text(), re.MULTILINE
        )
        return codes[-1]
