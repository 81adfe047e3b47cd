import ipaddress

import pytest

from werkplaats.config import address
from werkplaats.config.address import hall_address


@pytest.mark.parametrize(
    ("url", "host", "made"),
    [
        ("", "127.0.0.1", "http://localhost:8000"),
        ("", "10.0.0.5", "http://10.0.0.5:8000"),
        ("", "fd00::1", "http://[fd00::1]:8000"),
        ("", "0.0.0.0", "http://10.1.2.3:8000"),
        ("https://werkplaats.example/", "0.0.0.0", "https://werkplaats.example"),
    ],
)
def test_what_people_type(monkeypatch, url, host, made):
    monkeypatch.setattr(address, "hall_address", lambda: "10.1.2.3")
    assert address.address(url, host, "8000") == made


def test_the_address_in_the_hall_is_one():
    found = hall_address()
    assert found == "localhost" or ipaddress.ip_address(found)
