"""Pages of one giver: kept by no cache, found by no search engine."""

from functools import wraps


def private(view):
    @wraps(view)
    def kept_private(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return kept_private
