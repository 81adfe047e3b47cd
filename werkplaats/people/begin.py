"""The one-time link printed at the start: signs one staff account in, once, within ten minutes.

The token stands after the `#`, so it is in no request line and no log. What is kept is its hash, in a file
beside the keys; using the link removes the file.
"""

import hashlib
import hmac
import json
import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth import login
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .access import may
from .models import Account
from .viewer import Role

VALID = timedelta(minutes=10)


def new_link(account: Account, now: datetime | None = None) -> str:
    """A fresh link for this account; the former one stops working."""
    token = secrets.token_urlsafe(32)
    kept = {"hash": _hash(token), "account": account.pk, "until": ((now or timezone.now()) + VALID).isoformat()}
    new = _file().with_suffix(f".{os.getpid()}")
    new.write_text(json.dumps(kept))
    new.chmod(0o600)
    new.replace(_file())
    return f"{settings.WERKPLAATS_URL}{reverse('people:begin')}#{token}"


def use_link(token: str, now: datetime | None = None) -> Account | None:
    """The account of a link that still works, which it then no longer does; otherwise None."""
    try:
        kept = json.loads(_file().read_text())
    except (FileNotFoundError, ValueError):
        return None
    if not hmac.compare_digest(kept["hash"], _hash(token)):
        return None
    try:
        _file().unlink()
    except FileNotFoundError:
        return None
    if datetime.fromisoformat(kept["until"]) < (now or timezone.now()):
        return None
    return Account.objects.filter(pk=kept["account"], is_active=True).first()


def _file() -> Path:
    return settings.WERKPLAATS_KEY_DIR / "begin.json"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@never_cache
@require_http_methods(["GET", "POST"])
@may(Role.VISITOR)
def begin(request):
    if request.method == "GET":
        return render(request, "people/begin.html")
    account = use_link(request.POST.get("token", ""))
    if account is None:
        problem = _(
            "Deze link is al gebruikt of ouder dan tien minuten. In het venster waar Werkplaats draait, maak je een nieuwe met: bin/werkplaats begin"
        )
        return render(request, "people/begin.html", {"problem": problem}, status=410)
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(settings.LOGIN_REDIRECT_URL)
