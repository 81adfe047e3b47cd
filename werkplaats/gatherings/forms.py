"""The form of a gathering: in ten minutes from idea to page."""

from datetime import datetime, time, timedelta
from typing import cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werkplaats.methods.models import RecipeVersion
from werkplaats.methods.recipe import all_recipes
from werkplaats.voices.copyguard import copied, problems, sources_of
from werkplaats.voices.handover import staff_text
from werkplaats.voices.models import Voice

from .cards import MOST
from .models import Gathering


class CardsForm(forms.Form):
    """How many cards to print."""

    count = forms.IntegerField(label=_("Hoeveel kaarten?"), initial=30, min_value=1, max_value=MOST)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["count"]
        problem = _("Kies een aantal van 1 tot %d.") % MOST
        field.error_messages = dict.fromkeys(("required", "invalid"), problem)
        for validator in field.validators:
            validator.message = problem  # type: ignore[attr-defined]
        field.help_text = (
            _("Een paar meer dan je verwacht. Twee kaarten passen op een vel, hooguit %d kaarten per keer.") % MOST
        )


class GatheringForm(forms.ModelForm):
    day = forms.DateField(label=_("Datum"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    starts = forms.TimeField(label=_("Begint om"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    method = forms.ChoiceField(label=_("Werkvorm"), required=False)

    class Meta:
        model = Gathering
        fields = (
            "theme",
            "kind",
            "summary",
            "place",
            "address",
            "route",
            "access",
            "contact_name",
            "contact_phone",
            "practical",
            "municipal",
            "published",
        )
        labels = {
            "theme": _("Thema"),
            "kind": _("Soort bijeenkomst"),
            "summary": _("Uitnodiging in een paar zinnen"),
            "place": _("Plek"),
            "address": _("Adres"),
            "route": _("Route"),
            "access": _("Kan iedereen erin?"),
            "contact_name": _("Wie kunnen mensen bellen?"),
            "contact_phone": _("Telefoonnummer"),
            "practical": _("Aanmelden en kosten"),
            "municipal": _("Er zijn mensen van de gemeente bij"),
            "published": _("Zet op de agenda"),
        }
        help_texts = {
            "theme": _("Een vraag werkt goed. Bijvoorbeeld: wanneer lukt hulp vragen?"),
            "summary": _("Waar gaat het over, en voor wie is het?"),
            "route": _("Bus, halte, fietsenstalling, parkeren."),
            "access": _("Drempels, lift, toilet, ringleiding."),
            "practical": _("Laat leeg als je er niets over wilt zeggen."),
            "municipal": _("Dit staat op de pagina en op de telefoon bij het meedoen."),
        }
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("summary", "route", "access", "practical")}

    field_order = ("theme", "kind", "method", "day", "starts", "summary", "place", "address", "route", "access")

    def __init__(self, *args, network, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.network = network
        choices = [(recipe.id, recipe.name) for recipe in all_recipes()]
        cast(forms.ChoiceField, self.fields["method"]).choices = [("", _("Nog geen werkvorm")), *choices]
        if self.instance.pk:
            start = timezone.localtime(self.instance.starts_at)
            self.initial.update(day=start.date(), starts=start.time())
            if self.instance.recipe_id:
                self.initial["method"] = self.instance.recipe.recipe_id
        else:
            self.initial.setdefault("starts", time(19, 0))
            self.initial.setdefault("practical", _("Aanmelden hoeft niet. Het is gratis."))
            self.initial.setdefault("method", "delen-duiden-doen")

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        self._guard(cleaned)
        if cleaned.get("day") and cleaned.get("starts"):
            start = timezone.make_aware(datetime.combine(cleaned["day"], cleaned["starts"]))
            self.instance.starts_at = start
            self.instance.recipe = self._recipe(cleaned.get("method"))
            minutes = self.instance.recipe.recipe.duration_minutes if self.instance.recipe else 90
            self.instance.ends_at = start + timedelta(minutes=minutes)
        return cleaned

    def _guard(self, cleaned: dict) -> None:
        """What is written anew is public: words of a participant do not come into it."""
        written = [name for name in staff_text(Gathering) if name in self.changed_data and cleaned.get(name)]
        said = sources_of(Voice.objects.of_network(self.instance.network)) if written else []
        for name in written:
            for problem in problems(copied(cleaned[name], said)):
                self.add_error(name, problem)

    def _recipe(self, method: str | None) -> RecipeVersion | None:
        current = self.instance.recipe if self.instance.recipe_id else None
        if not method:
            return None
        if current and current.recipe_id == method:
            return current
        return RecipeVersion.current(method)
