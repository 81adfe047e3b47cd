"""The methods one can choose from, and the plan of each on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from werkplaats.methods.expect import how_long
from werkplaats.methods.models import RecipeVersion
from werkplaats.methods.plan import doors_open, plan, read_begin
from werkplaats.methods.recipe import Recipe, all_recipes, load_recipe
from werkplaats.methods.texts import texts
from werkplaats.people.access import may
from werkplaats.people.viewer import Role


@may(Role.VISITOR)
def method_list(request: HttpRequest) -> HttpResponse:
    """All shipped methods: what for, how long, with how many."""
    methods = [(recipe, how_long(recipe.duration_minutes)) for recipe in all_recipes()]
    return render(request, "methods/list.html", {"methods": methods})


@may(Role.VISITOR)
def recipe_plan(request: HttpRequest, recipe_id: str) -> HttpResponse:
    """The plan of a method. `?versie=` names an older version, `?variant=` another way, `?begin=` a time."""
    recipe = _version(recipe_id, request.GET.get("versie", ""))
    variant_id = request.GET.get("variant", "")
    plain = recipe
    if variant_id:
        recipe = _variant(recipe, variant_id)
    typed = request.GET.get("begin", "").strip()
    begin = read_begin(typed) if typed else None
    not_a_time = _("Schrijf de tijd zo: 19.00.") if typed and begin is None else ""
    return render(
        request,
        "methods/plan.html",
        {
            "recipe": recipe,
            "plain": plain,
            "variant": variant_id,
            "version": request.GET.get("versie", ""),
            "lines": plan(recipe, begin),
            "begin": begin,
            "typed": typed,
            "error": not_a_time,
            "doors": doors_open(recipe, begin),
            "how_long": how_long(recipe.duration_minutes),
            "texts": texts(),
        },
        status=422 if not_a_time else 200,
    )


def _version(recipe_id: str, version: str) -> Recipe:
    """The shipped recipe, or the kept text of that version number."""
    if version:
        if not (version.isascii() and version.isdigit() and len(version) < 6):
            raise Http404
        kept = RecipeVersion.objects.filter(recipe_id=recipe_id, version=int(version)).first()
        if kept is None:
            raise Http404
        return kept.recipe
    try:
        return load_recipe(recipe_id)
    except KeyError:
        raise Http404 from None


def _variant(recipe: Recipe, variant_id: str) -> Recipe:
    try:
        return recipe.with_variant(variant_id)
    except KeyError:
        raise Http404 from None
