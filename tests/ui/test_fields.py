"""Forms in the look of the house: nothing typed is lost, and an error stands in words under its field."""

import re

from django import forms

from werkplaats.ui.forms import Renderer


class Small(forms.Form):
    theme = forms.CharField(label="Thema", max_length=5, help_text="Eén open vraag.")
    note = forms.CharField(label="Notitie", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(label="Soort", choices=[("a", "kenniscafé"), ("b", "bezoek")], widget=forms.RadioSelect)
    public = forms.BooleanField(label="Staat in de agenda", required=False)


def rendered(data=None) -> str:
    return str(Small(data, renderer=Renderer()))


def test_what_was_typed_stays_and_the_error_is_tied_to_the_field():
    html = rendered({"theme": "veel te <lang>", "kind": "a"})
    assert 'value="veel te &lt;lang&gt;"' in html
    field = re.search(r'<input[^>]*name="theme"[^>]*>', html)[0]
    assert 'aria-invalid="true"' in field
    assert "utrecht-textbox--invalid" in field
    described = re.search(r'aria-describedby="([^"]+)"', field)[1].split()
    assert described == ["id_theme_helptext", "id_theme_error"]
    for name in described:
        assert f'id="{name}"' in html


def test_every_control_has_a_label_and_no_id_is_used_twice():
    html = rendered({})
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for wanted in re.findall(r'<label[^>]*for="([^"]+)"', html):
        assert wanted in ids
    assert "<legend>Soort" in html


def test_what_is_optional_says_so():
    html = rendered()
    assert html.count("(mag, hoeft niet)") == 1
    assert re.search(r"Notitie <span[^>]*>\(mag, hoeft niet\)", html)


def test_no_style_attribute_and_no_script():
    html = rendered({})
    assert "style=" not in html
    assert "<script" not in html
