"""Who takes part in the evening, each with a browser of their own: facilitator, wall, visitor, coordinator."""

import re

from playwright.sync_api import Page, expect


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
        self.page.get_by_label("Titel van het verslag").fill(title)
        self.page.get_by_role("button", name="Bewaar", exact=True).first.click()
        self.heading(title)

    def write_passage(self, text: str):
        """Adds a passage of one's own; returns the answer of the server."""
        self.page.get_by_label("Een eigen stuk").fill(text)
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as posted:
            self.page.locator("button[name=own]").click()
        return posted.value

    def copies(self, words: str) -> int:
        """Tries to write a participant's words as one's own; the status of the answer, which must be a refusal."""
        with self.page.expect_console_message(lambda line: line.type == "error"):
            status = self.write_passage(words).status
        self.problems = [problem for problem in self.problems if str(status) not in problem]
        self.page.get_by_label("Een eigen stuk").fill("")
        return status

    def publish(self) -> str:
        """Returns the address of the report."""
        self.press("Publiceer als voorlopig")
        self.page.wait_for_url(re.compile(r"/verslagen/[0-9a-f-]{36}/$"))
        return self.page.url
