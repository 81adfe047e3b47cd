"""Django forms in the look of the house: FORM_RENDERER = "werkplaats.ui.forms.Renderer"."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
