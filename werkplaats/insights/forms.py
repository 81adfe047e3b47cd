from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Insight


class InsightForm(forms.Form):
    """An insight in the words of the staff. `cards`: [(knot id, label)] it may rest on."""

    text = forms.CharField(
        label=_("Het inzicht, in één zin"),
        help_text=_("In je eigen woorden. Staat het letterlijk op een kaart, laat dan de kaart spreken."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf eerst een zin op.")},
    )
    status = forms.ChoiceField(
        label=_("Hoe zeker is het?"),
        choices=Insight.Status.choices,
        widget=forms.RadioSelect,
        initial=Insight.Status.PROVISIONAL,
    )

    def __init__(self, *args, cards, guard, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rests_on"] = forms.MultipleChoiceField(
            label=_("Waar rust dit op?"),
            choices=cards,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Kies ten minste één kaart waar dit op rust.")},
        )
        self.guard = guard

    def clean_text(self) -> str:
        text = self.cleaned_data["text"].strip()
        if found := self.guard(text):
            raise forms.ValidationError(found)
        return text
