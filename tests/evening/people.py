"""Who takes part in the evening, each with a browser of their own: the facilitator, the wall, people with phones."""

import re

from playwright.sync_api import Page, expect

CARD = re.compile(r"#kaart=([a-z-]+)")


class Watched:
    """A page that remembers where it went and what went wrong in it."""

    def __init__(self, page: Page, url: str):
        self.page, self.url = page, url
        self.visited: list[str] = []
        self.problems: list[str] = []
        page.on("request", lambda request: self.visited.append(request.url))
        page.on("framenavigated", lambda frame: self.visited.append(frame.url))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda line: line.type == "error" and self.problems.append(line.text))

    def press(self, name, **options) -> None:
        self.page.get_by_role("button", name=name, **options).click()

    def follow(self, name, **options) -> None:
        self.page.get_by_role("link", name=name, **options).first.click()

    def reads(self, words) -> None:
        """Waits until these words stand on the screen."""
        self.page.get_by_text(words).first.wait_for()

    def heading(self, words) -> None:
        self.page.get_by_role("heading", level=1, name=words).wait_for()

    def links_inside(self) -> list[str]:
        """The addresses of this site in the main part of this page."""
        found = self.page.locator("main a[href^='/']").evaluate_all("(links) => links.map((one) => one.href)")
        return sorted({address.partition("#")[0] for address in found})


class Facilitator(Watched):
    def sign_in(self, address: str, code_in_mail) -> None:
        """By the code in the mail; `code_in_mail()` finds it."""
        self.page.goto(f"{self.url}/accounts/login/code/")
        self.page.locator("input[name=email]").fill(address)
        self.page.locator("main form button[type=submit]").first.click()
        self.page.wait_for_url("**/confirm/")
        self.page.locator("input[name=code]").fill(code_in_mail())
        self.page.locator("main form button[type=submit]").first.click()
        self.page.wait_for_url("**/overzicht/")

    def make_gathering(self, theme: str, start, place: str) -> str:
        """Returns the address of its page."""
        self.page.goto(f"{self.url}/bijeenkomsten/nieuw/")
        self.page.get_by_label("Thema").fill(theme)
        self.page.get_by_label("Datum").fill(f"{start:%Y-%m-%d}")
        self.page.get_by_label("Begint om").fill(f"{start:%H:%M}")
        self.page.get_by_label("Plek").fill(place)
        self.page.locator("main form button[type=submit]").last.click()
        self.heading(theme)
        return self.page.url

    def print_cards(self, count: int) -> list[str]:
        """Prints from the page of the gathering; returns the codes as they stand on the cards."""
        self.follow("Print kaarten met codes")
        self.page.locator("input[name=count]").fill(str(count))
        self.page.locator("main form button[type=submit]").last.click()
        faces = self.page.locator(".printcard .face .code")
        faces.first.wait_for()
        return [" ".join(text.split()) for text in faces.all_inner_texts()]

    def start_session(self, theme: str, tables: int) -> str:
        """From the overview to the console; returns the uuid of the session."""
        self.page.goto(f"{self.url}/overzicht/")
        own = self.page.locator("article", has=self.page.get_by_role("heading", name=theme))
        own.get_by_label("Tafels").fill(str(tables))
        own.get_by_role("button", name="Start de sessie").click()
        self.page.wait_for_url("**/regie/*/")
        self.heading("Klaar om te beginnen")
        return self.page.url.rstrip("/").rpartition("/")[2]

    def open_doors(self) -> None:
        self.press("Open de deur")
        self.heading("De deur is open")

    def go_on(self, title: str) -> None:
        """To the next part, which has this title."""
        self.page.get_by_role("button", name=re.compile(f"^(Volgende|Begin): {re.escape(title)}")).click()
        self.heading(title)

    def received(self, words: str) -> None:
        """Waits until the console counts so much."""
        self.reads(f"Binnen: {words}.")

    def waits_in_batch(self, text: str):
        """The tick of a waiting card, once it goes along with the batch."""
        tick = self.page.locator("waiting-cards li", has_text=text).get_by_role("checkbox")
        expect(tick).to_be_checked()
        return tick

    def show_on_wall(self) -> None:
        self.page.get_by_role("button", name=re.compile(r"^Laat \w+ kaart(en)? zien$")).click()

    def card(self, text: str):
        """A shown card; those of earlier parts are folded away."""
        folded = self.page.locator("shown-cards details")
        folded.evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
        return self.page.locator("shown-cards li", has_text=text)

    def close_part(self) -> None:
        self.press("Sluit en laat zien")
        self.reads("Dit onderdeel is dicht.")

    def end(self) -> None:
        self.page.locator("[data-key=einde]").click()
        self.page.locator("dialog").get_by_role("button", name="Sluit de avond").click()
        self.heading("De avond is klaar")


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


class Wall(Watched):
    def open(self, session: str) -> None:
        self.page.goto(f"{self.url}/scherm/{session}/")
        self.page.locator("wall-screen header").first.wait_for()

    def cards(self) -> list[str]:
        return sorted(self.page.locator(".wall-cards li").all_inner_texts())


class Visitor(Watched):
    def two_clicks_and_back(self, link: str, report: str) -> None:
        """From a passage to what it shows, and from there back to the report."""
        self.follow(link)
        self.page.wait_for_url(re.compile("/(inzichten|aanbevelingen)/"))
        self.page.get_by_role("heading", name="Waar rust dit op?").first.wait_for()
        self.follow(re.compile("^Verslag: "))
        self.heading("Waar komt dit vandaan?")
        self.follow("Terug naar het verslag")
        self.page.wait_for_url(re.compile(re.escape(report)))


class Coordinator(Visitor):
    def sign_in_with(self, link: str) -> None:
        """By the one-time link."""
        self.page.goto(link)
        self.page.wait_for_url("**/overzicht/")

    def open_draft(self, theme: str) -> None:
        evening = self.page.locator("article", has=self.page.get_by_role("heading", name=theme))
        evening.get_by_role("link", name="Verslag").click()
        self.page.wait_for_url("**/bewerken/")

    def retitle(self, title: str) -> None:
        field = self.page.locator("form", has=self.page.get_by_label("Titel van het verslag"))
        field.get_by_label("Titel van het verslag").fill(title)
        field.get_by_role("button", name="Bewaar").click()
        self.heading(title)

    def write_passage(self, text: str):
        """Adds a passage of one's own; returns the answer of the server."""
        own = self.page.locator("form", has=self.page.get_by_label("Een eigen stuk"))
        own.get_by_label("Een eigen stuk").fill(text)
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as posted:
            own.get_by_role("button", name="Zet in het verslag").click()
        return posted.value

    def copies(self, words: str) -> int:
        """Tries to write a participant's words as one's own; the status of the answer."""
        status = self.write_passage(words).status
        self.problems = [problem for problem in self.problems if str(status) not in problem]
        self.page.get_by_label("Een eigen stuk").fill("")
        return status

    def publish(self) -> str:
        """Returns the address of the report."""
        self.press("Publiceer als voorlopig")
        self.page.wait_for_url(re.compile(r"/verslagen/[0-9a-f-]{36}/$"))
        return self.page.url
