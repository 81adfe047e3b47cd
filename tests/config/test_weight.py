"""The first screen on a phone fits in 100 kB, everything included, as the server sends it."""

import pytest

from tests.weighing import weigh

MOST = 100_000


@pytest.mark.parametrize("path", ["/mee/"])
def test_the_first_phone_screen_is_light(server, open_page, path):
    weight = weigh(open_page(360, 740), server.url + path)
    assert 5_000 < weight.bytes <= MOST
