"""Puts a chart on a page, with its table twin: {% landscape_chart found texts %} and the like."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from werkplaats.ui import charts, shapes

register = template.Library()

register.inclusion_tag("ui/charts/landscape.html", name="landscape_chart")(
    lambda found, texts: {"chart": charts.landscape(found, texts), "found": found}
)
register.inclusion_tag("ui/charts/bars.html", name="bars_chart")(
    lambda title, rows, unit="": {"chart": charts.bars(title, rows, unit)}
)
register.inclusion_tag("ui/charts/triad.html", name="triad_chart")(
    lambda corners, dots, none=None: {"chart": charts.triad(corners, dots, none)}
)
register.inclusion_tag("ui/charts/scale.html", name="scale_chart")(
    lambda left, right, dots: {"chart": charts.scale(left, right, dots)}
)


@register.simple_tag
def dot_inside(shape: int) -> SafeString:
    """The inside of a 20 x 20 shape: 0 circle, 1 square, 2 triangle, 3 diamond."""
    return mark_safe(shapes.DOTS[shape % 4])


@register.simple_tag
def view_shape(shape: int | None, view: str) -> SafeString:
    """How one denkrichting weighed a statement: full eens, open oneens, half verdeeld; the word stands beside it."""
    return mark_safe(shapes.view_shape(shape or 0, view))
