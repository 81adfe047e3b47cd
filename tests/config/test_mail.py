import pytest

from werkplaats.config.mail import mail_settings


def test_without_a_server_mail_is_printed():
    assert mail_settings("console") == {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}


@pytest.mark.parametrize(
    ("given", "port", "tls", "ssl"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp+starttls://an:ge%40heim@mail.example", 587, True, False),
        ("smtps://an:ge%40heim@mail.example:4650", 4650, False, True),
    ],
)
def test_a_server(given, port, tls, ssl):
    told = mail_settings(given)
    assert (told["EMAIL_HOST"], told["EMAIL_PORT"]) == ("mail.example", port)
    assert (told["EMAIL_USE_TLS"], told["EMAIL_USE_SSL"]) == (tls, ssl)
    assert told["EMAIL_HOST_PASSWORD"] == ("ge@heim" if "@" in given else "")


@pytest.mark.parametrize("given", ["", "mail.example", "http://mail.example", "smtp://"])
def test_anything_else_is_refused_at_the_start(given):
    with pytest.raises(ValueError, match="WERKPLAATS_MAIL"):
        mail_settings(given)
