"""The coordinator's page of staff accounts: add one, close one. Who is added signs in with a code in the mail."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from .access import may, viewer_of
from .models import Account, Network
from .viewer import Role


class AccountForm(forms.ModelForm):
    class Meta:
        model = Account
        fields = ("first_name", "email", "role", "municipal")
        labels = {
            "first_name": gettext_lazy("Voornaam"),
            "email": gettext_lazy("Mailadres"),
            "role": gettext_lazy("Wat doet deze collega?"),
            "municipal": gettext_lazy("Werkt voor een gemeente"),
        }
        help_texts = {
            "email": gettext_lazy("Hier komt de inlogcode naartoe."),
            "municipal": gettext_lazy("Leest na de avond geen woorden van tafels en zalen meer."),
        }

    def clean_email(self):
        email = self.cleaned_data["email"]
        if Account.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Dit adres heeft al een account."))
        return email


@require_http_methods(["GET", "POST"])
@may(Role.COORDINATOR)
def accounts(request):
    network = get_object_or_404(Network, pk=viewer_of(request).network)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        Account.objects.create_user(network=network, **form.cleaned_data)
        messages.success(request, _("Toegevoegd. Inloggen gaat met een code in de mail."))
        return redirect("people:accounts")
    found = network.accounts.order_by("-is_active", "first_name")
    status = 422 if form.is_bound else 200
    return render(request, "people/accounts.html", {"form": form, "accounts": found, "network": network}, status=status)


@require_POST
@may(Role.COORDINATOR)
def close(request, account: int):
    """Closes an account of one's own network; the last coordinator stays."""
    found = get_object_or_404(Account, pk=account, network=viewer_of(request).network, is_active=True)
    others = Account.objects.filter(network=found.network, role=Account.Role.COORDINATOR, is_active=True)
    if found.is_coordinator and not others.exclude(pk=found.pk).exists():
        messages.warning(request, _("Dit is de laatste coördinator. Voeg eerst een andere toe."))
    else:
        _set_active(found, False)
        messages.success(request, _("Gesloten. Dit account kan niet meer inloggen."))
    return redirect("people:accounts")


@require_POST
@may(Role.COORDINATOR)
def reopen(request, account: int):
    found = get_object_or_404(Account, pk=account, network=viewer_of(request).network, is_active=False)
    _set_active(found, True)
    messages.success(request, _("Dit account kan weer inloggen."))
    return redirect("people:accounts")


def _set_active(account: Account, active: bool) -> None:
    account.is_active = active
    account.save(update_fields=["is_active"])
