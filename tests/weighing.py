"""What a page weighs: every byte the server sends for it, headers and fonts included, in a fresh browser."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weight:
    """`bytes` on the wire for the page and all it asks for; `requests` is how many."""

    bytes: int
    requests: int


def weigh(page, url: str) -> Weight:
    """Opens `url` with an empty cache and adds up what came over the wire. Waits for fonts and scripts."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: dict[str, int] = {}
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    answer = page.goto(url)
    assert answer.ok, f"{url}: {answer.status}"
    page.wait_for_load_state("load")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.wait_for_timeout(500)
    session.detach()
    return Weight(int(sum(sizes.values())), len(sizes))
