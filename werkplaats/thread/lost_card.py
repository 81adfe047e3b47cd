"""A coordinator stills the words of someone who lost the card, without reading anything."""

from typing import cast

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from werkplaats.live.models import Session, Table
from werkplaats.people.access import may, viewer_of
from werkplaats.people.viewer import Role
from werkplaats.voices.copyguard import words_in
from werkplaats.voices.lost import FEWEST_WORDS, TooMany, still_remembered
from werkplaats.voices.models import Voice

from .private import private


class LostCardForm(forms.Form):
    evening = forms.ModelChoiceField(
        Session.objects.none(), label=gettext_lazy("Welke avond was het?"), empty_label=gettext_lazy("Kies een avond")
    )
    table = forms.IntegerField(label=gettext_lazy("Aan welke tafel?"), min_value=1, max_value=60)
    remembered = forms.CharField(
        label=gettext_lazy("Welke woorden weet de verteller nog?"),
        help_text=gettext_lazy("Minstens drie woorden die erin stonden. We bewaren ze niet."),
        max_length=200,
    )

    def __init__(self, *args, network, **kwargs):
        super().__init__(*args, **kwargs)
        held = Session.objects.filter(gathering__network=network, rehearsal=False, tables__isnull=False).distinct()
        evening = cast(forms.ModelChoiceField, self.fields["evening"])
        evening.queryset = held.select_related("gathering").order_by("-gathering__starts_at")
        evening.label_from_instance = _called  # type: ignore[assignment,method-assign]

    def clean_remembered(self):
        if len(set(words_in(self.cleaned_data["remembered"]))) < FEWEST_WORDS:
            raise forms.ValidationError(_("Vul minstens drie verschillende woorden in."))
        return self.cleaned_data["remembered"]

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        if cleaned.get("evening") and cleaned.get("table"):
            found = Table.objects.filter(session=cleaned["evening"], number=cleaned["table"]).first()
            if found is None:
                self.add_error("table", _("Deze tafel was er die avond niet."))
            else:
                cleaned["at"] = found
        return cleaned


def _called(session: Session) -> str:
    return f"{date_format(session.gathering.starts_at, 'j F Y')}, {session.gathering.theme}"


@private
@require_http_methods(["GET", "POST"])
@may(Role.COORDINATOR)
def still(request):
    viewer = viewer_of(request)
    form = LostCardForm(request.POST or None, network=viewer.network)
    if request.method == "POST" and form.is_valid():
        try:
            count = still_remembered(_said_at(form.cleaned_data["at"]), form.cleaned_data["remembered"], viewer)
        except TooMany:
            form.add_error(
                "remembered", _("Dit past bij te veel woorden van die tafel. Vraag om nog een paar woorden.")
            )
        else:
            messages.success(request, _told(count))
            return redirect("thread:still_lost")
    return render(request, "thread/still_lost.html", {"form": form}, status=422 if form.errors else 200)


def _said_at(table: Table):
    """What was given by who sat at this table that evening, or in its circle."""
    here = Q(circle=table.circle_id) | Q(giver__seats__table=table, circle=table.session.room_id)
    return Voice.objects.filter(pk__in=Voice.objects.filter(here).values("pk"))


def _told(count: int) -> str:
    if not count:
        return _("We vonden niets met al deze woorden. Er is niets veranderd.")
    return ngettext(
        "Eén stuk staat nu stil. Niemand kan het nog lezen, alleen wie het vertelde.",
        "%(count)d stukken staan nu stil. Niemand kan ze nog lezen, alleen wie ze vertelde.",
        count,
    ) % {"count": count}
