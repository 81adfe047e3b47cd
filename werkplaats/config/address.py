"""The address that people type or scan."""

import socket

EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104


def address(url: str, host: str, port: str) -> str:
    """`url` when given; otherwise made from host and port, with this machine's own address in the hall network."""
    if url:
        return url.rstrip("/")
    name = hall_address() if host in EVERYWHERE else "localhost" if host == "127.0.0.1" else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}"


def local_address(host: str, port: str) -> str:
    """Where this machine itself reaches the server, whatever name people use."""
    name = "127.0.0.1" if host in EVERYWHERE else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}"


def hall_address() -> str:
    """The address other machines reach this one at; `localhost` when there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # reserved for examples; nothing is sent
        except OSError:
            return "localhost"
        return probe.getsockname()[0]
