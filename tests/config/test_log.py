"""What a log line may hold, tried with words that must not be in it."""

from django.test import RequestFactory

from werkplaats.config.log import Plain, RequestLine, route

CANARY = "de buurvrouw van nummer zeven"


def lines(caplog):
    return [Plain().format(record) for record in caplog.records]


def test_an_error_tells_its_kind_and_place_but_not_its_message(caplog):
    line = RequestLine(lambda request: None)
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as cause:
            raise ValueError(f"cannot read: {CANARY}") from cause
    except ValueError:
        line.failed(None, RequestFactory().post("/x/", {"text": CANARY}))
    told = "\n".join(lines(caplog))
    assert CANARY not in told
    assert "test_log.py" in told and "ValueError" in told and "KeyError" in told


def test_with_technical_pages_on_the_message_is_shown():
    try:
        raise ValueError("met uitleg")
    except ValueError as error:
        assert "met uitleg" in Plain(messages=True).formatException((type(error), error, error.__traceback__))


def test_a_request_without_a_route_is_unknown():
    request = RequestFactory().get("/geheim/")
    request.resolver_match = None
    assert route(request) == "unknown"
