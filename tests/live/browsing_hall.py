"""A session on a running Werkplaats, led and joined through a real browser."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

LEAD = """async ([session, command]) => {
  const answer = await fetch(`/live/${session}/lead`, {
    method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(command),
  });
  return [answer.status, await answer.json()];
}"""
VIEW = "async (session) => (await fetch(`/live/${session}/view/console`)).json()"


@dataclass
class Hall:
    """One evening: the facilitator's page and the code of the room."""

    url: str
    page: Any
    session: str
    code: str = ""

    def lead(self, do: str, **more):
        status, answer = self.page.evaluate(LEAD, [self.session, {"uuid": str(uuid4()), "do": do, **more}])
        assert status == 200, answer
        return answer

    def step(self, n: int):
        """Opens step n, unless it is open."""
        now = self.view("room").get("step")
        if not (now and now["n"] == n and now["open"]):
            self.lead("step", n=n, reason="other")

    def view(self, audience: str) -> dict[str, Any]:
        """What the facilitator sees now: "room" or "console"."""
        frames = self.page.evaluate(VIEW, self.session)
        frames = frames if isinstance(frames, list) else frames["frames"]
        return next(frame["patch"] for frame in frames if frame["a"] == audience)

    def listed(self, part: str, count: int) -> list[str]:
        """The voices in a part of the console, once there are so many."""
        for _ in range(100):
            found = list(self.view("console").get(part, []))
            if len(found) == count:
                return found
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{len(found)} in {part}, not {count}")

    def show(self, count: int):
        """Puts the waiting cards on the wall, once there are so many."""
        self.lead("show", voices=self.listed("waiting", count))

    def join(self, phone, table: int = 1, name: str = ""):
        """Takes this phone through the door, to the hall."""
        phone.goto(f"{self.url}/mee/#zaal={self.code}&tafel={table}")
        return self.join_from_code_question(phone, name)

    def join_from_code_question(self, phone, name: str = ""):
        phone.get_by_role("button", name="Nee, ik heb geen code").click()
        if name:
            phone.get_by_label("Je voornaam").fill(name)
        phone.get_by_role("button", name="Verder").click()
        phone.get_by_role("button", name="Ja", exact=True).click()
        phone.get_by_role("button", name="Verder").click()
        phone.get_by_role("button", name="Overslaan").click()
        phone.get_by_role("button", name="Ik heb ze opgeschreven").click()
        phone.wait_for_url("**/zaal/")
        phone.locator("wp-phone .link-button").first.wait_for()
        return phone


def open_hall(server, page, tables: int = 2) -> Hall:
    """Starts a trial session of the first example gathering; its doors are open at once."""
    page.goto(server.link())
    page.wait_for_url("**/overzicht/")
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    page.goto(f"{server.url}/agenda/")
    gathering = re.search(r"/bijeenkomsten/([0-9a-f-]{36})/", page.content())
    assert gathering
    answer = page.request.post(
        f"{server.url}/bijeenkomsten/{gathering[1]}/sessie/",
        form={"csrfmiddlewaretoken": token, "kind": "rehearsal", "tables": str(tables), "block": "stellingen"},
        headers={"referer": f"{server.url}/overzicht/"},
    )
    session = re.search(r"/regie/([0-9a-f-]{36})/", answer.url)
    assert session, answer.url
    page.goto(answer.url)
    hall = Hall(server.url, page, session[1])
    hall.code = hall.view("room")["session"]["code"]
    return hall
