"""What someone sees when a page cannot be shown: one clear sentence, and problem+json for machines."""

from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def sentences(status: int) -> tuple[str, str]:
    """A title, and what helps, for an HTTP status."""
    known = {
        400: (_("Dit konden we niet lezen"), _("Ga terug en probeer het nog eens. Wat je schreef, staat er nog.")),
        403: (_("Deze pagina is niet voor jou open"), _("Log in, of vraag de coördinator van je netwerk.")),
        404: (_("Deze pagina kennen we niet"), _("Misschien is het adres veranderd. Begin opnieuw bij de agenda.")),
        405: (_("Zo kun je deze pagina niet openen"), _("Ga terug en gebruik de knop op de pagina.")),
        413: (_("Dit is te groot om te versturen"), _("Maak de tekst of het bestand kleiner en probeer het nog eens.")),
        500: (_("Dit lukt ons nu niet"), _("Het ligt aan ons. Probeer het over een minuut nog eens.")),
    }
    return known.get(status, known[400])


def wants_json(request: HttpRequest) -> bool:
    return request.accepts("application/json") and not request.accepts("text/html")


def answer(request: HttpRequest, status: int, said: tuple[str, str] | None = None) -> HttpResponse:
    """The error as a Dutch page, or as problem+json when the client asks for JSON."""
    title, help_text = said or sentences(status)
    if wants_json(request):
        body = {"type": "about:blank", "title": title, "status": status, "detail": help_text}
        return JsonResponse(body, status=status, content_type="application/problem+json")
    page = render_to_string("config/error.html", {"title": title, "help": help_text, "status": status})
    return HttpResponse(page, status=status)


def bad_request(request, exception):
    too_big = isinstance(exception, RequestDataTooBig)
    return answer(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_big else HTTPStatus.BAD_REQUEST)


def forbidden(request, exception):
    return answer(request, 403)


def not_from_here(request, reason=""):
    """The form lacks the token of its page: an old page, or a browser without cookies."""
    help_text = _("Ga terug, ververs de pagina en probeer het nog eens. Je browser moet cookies bewaren.")
    return answer(request, 403, (_("Deze pagina was te lang open"), help_text))


def not_found(request, exception):
    return answer(request, 404)


def server_error(request):
    return answer(request, 500)


class NoEmptyRefusal:
    """Django refuses a wrong method with an empty page; this gives it a sentence."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            told = answer(request, response.status_code)
            told["Allow"] = response["Allow"]
            return told
        return response
