"""One person with a phone: at the door, in the hall, and at home with the thread."""

import re

from .people import Watched


class Phone(Watched):
    """One person with a phone of 360 by 740."""

    code = ""

    def join_with_card(self, code: str, table: int, name: str = "") -> None:
        self.page.goto(f"{self.url}/mee/")
        self.page.get_by_label("Jouw code").fill(code)
        self.press("Verder")
        self.sit(table, name)
        self.code = code
        self.door()
        self.page.wait_for_url("**/zaal/")

    def join_with_room_code(self, code: str, table: int, name: str = "") -> None:
        """Through the question "Heb je al een code?"; learns a new code for this person."""
        self.page.goto(f"{self.url}/mee/")
        self.press("Geen kaart? Typ de code van de zaal")
        self.page.get_by_label("De code van de zaal").fill(code)
        self.press("Verder")
        self.press("Nee, ik heb geen code")
        self.sit(table, name)
        self.door()
        self.code = " ".join(self.words_of_card())
        self.press("Ik heb ze opgeschreven")
        self.page.wait_for_url("**/zaal/")

    def sit(self, table: int, name: str) -> None:
        self.page.locator(".tile", has_text=str(table)).click()
        if name:
            self.page.get_by_label("Je voornaam").fill(name)
        self.page.get_by_role("button", name=re.compile("^(Verder|Ik doe mee)$")).click()

    def door(self) -> None:
        """The three questions."""
        self.press("Ja", exact=True)
        self.page.get_by_label("bewoner").check()
        self.press("Verder")
        self.press("Nee", exact=True)

    def words_of_card(self) -> list[str]:
        self.page.locator(".codewords li").nth(3).wait_for()
        return self.page.locator(".codewords li").all_text_contents()

    def arrived(self, words: str = "Aangekomen.") -> None:
        self.page.locator(".where", has_text=words).first.wait_for()

    def tell(self, story: str) -> None:
        self.heading("Jouw verhaal")
        self.page.get_by_label("Vertel over").fill(story)
        self.press("Deel met mijn tafel")
        self.arrived()

    def types(self) -> None:
        self.press("Deze telefoon typt voor de tafel")

    def card_on_stories(self, text: str, stories: list[str]) -> None:
        """A card of the table that rests on these stories."""
        self.page.get_by_label("Wij zien dat").fill(text)
        for story in stories:
            self.page.locator(".pick", has_text=story).get_by_role("checkbox").check()
        self.press("Stuur deze kaart")
        self.page.locator(".given", has_text=text).first.wait_for()

    def outbox_is_empty(self) -> None:
        self.page.wait_for_function("() => document.querySelector('wp-phone').outbox.items.length === 0")

    def asked_what_may_be_done(self) -> None:
        self.press("Verder: wat mag er met jouw woorden?")
        self.heading("Wat mag er met jouw woorden?")

    def offer(self, sentence: str) -> None:
        """One sentence of this piece may stand in the report."""
        self.page.get_by_text("Een zin voor het verslag?").click()
        self.press(sentence)
        self.says_yes()

    def says_yes(self) -> None:
        self.press("Ja, zonder naam", exact=True)
        self.reads("Jij zei: Ja, zonder naam.")

    def to_piece(self, text: str) -> None:
        """Turns the pages of the consent screen until this piece of mine is there."""
        while not self.page.get_by_text(text).first.is_visible():
            self.press("Volgende", exact=True)

    def open_thread(self, code: str) -> None:
        self.page.goto(f"{self.url}/draad/in/")
        self.page.get_by_label("Jouw code").fill(code)
        self.press("Open mijn draad")
        self.page.wait_for_url("**/draad/")

    def piece(self, text: str):
        """The sheet with these words on the page of my thread; what is folded is opened."""
        folded = self.page.locator("details.folded")
        folded.evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
        return self.page.locator("article", has=self.page.locator(".voice", has_text=text))

    def take_back_now(self, text: str) -> None:
        """Without time to think again; ends at the receipt."""
        self.piece(text).get_by_role("link", name="Terugnemen").click()
        self.press("Nu meteen wissen, zonder bedenktijd")
        self.heading("Ontvangstbewijs")
