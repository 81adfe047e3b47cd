"""Beeld van de zaal in plain Dutch sentences: what it shows, and how sure it is."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sensemaking.opinion.groups import CHANCE_ALLOWED
from sensemaking.opinion.landscape import Landscape
from sensemaking.opinion.sentences import SCALE_POSSIBLE, at_most_once_in

FIRM, LOOSE = 0.9, 0.75


def too_few() -> str:
    return _("Te weinig mensen om dit te laten zien. Vertel het elkaar.")


def overview(found: Landscape, people: int) -> list[str]:
    """What the picture shows; `people` are counted in it."""
    told = [
        _("%(people)d mensen legden %(statements)d zinnen naast hun eigen ervaring.")
        % {"people": people, "statements": len(found.statements)}
    ]
    if found.groups:
        sizes = [size(group.number, len(group.people)) for group in found.groups]
        told.append(
            _("Er zijn %(count)d denkrichtingen: %(sizes)s.")
            % {
                "count": len(sizes),
                "sizes": _("%(first)s en %(last)s") % {"first": ", ".join(sizes[:-1]), "last": sizes[-1]},
            }
        )
    else:
        told.append(_("We zien geen aparte denkrichtingen."))
        told.append(
            _("Verschillen kunnen toeval zijn.")
            if found.chance is None or found.chance > CHANCE_ALLOWED
            else _("De antwoorden hangen wel samen. Maar een indeling helpt niet om andere antwoorden te voorspellen.")
        )
    return [*told, _bridging(len(found.bridges)), _dividing(len(found.dividing))]


def sureness(found: Landscape) -> list[str]:
    """How sure the picture is: against chance, and when it is drawn again from other sentences."""
    if not found.groups:
        return [
            _("Dat bewijst niet dat ze er niet zijn. Met meer mensen of meer zinnen zie je misschien meer."),
        ]
    told = []
    if (scale := found.scale or 0.0) > SCALE_POSSIBLE:
        told.append(
            _(
                "Een glijdende schaal zag er in %(times)d van de 100 keer net zo verdeeld uit. "
                "De grens kan dus een keuze zijn, geen kloof."
            )
            % {"times": round(100 * scale)}
        )
    told.append(
        _("We schudden de antwoorden per zin door elkaar. Dan zagen we zo’n verdeling hooguit 1 keer in de %(times)d.")
        % {"times": at_most_once_in(found.chance or 1.0)}
    )
    told.append(firmness(found))
    if (same := dict(found.numbers).get(len(found.groups), 0.0)) < FIRM:
        told.append(
            _("Het aantal denkrichtingen is minder zeker: %(times)d van de 10 keer kwamen we weer op %(count)d.")
            % {"times": round(10 * same), "count": len(found.groups)}
        )
    return told


def firmness(found: Landscape) -> str:
    """How much of the groups stays when they are drawn again from other sentences."""
    stays = found.stays or 0.0
    if stays >= FIRM:
        return _("Het beeld is stevig: met andere zinnen staan bijna alle mensen weer bij elkaar.")
    if stays >= LOOSE:
        return _("Het beeld is vrij stevig: met andere zinnen hoort een deel van de mensen ergens anders bij.")
    return _("Het beeld is nog los: met andere zinnen ziet het er anders uit. Lees het voorzichtig.")


def size(shape: int, people: int) -> str:
    """So many of this shape, in Dutch."""
    names = (_("rondjes"), _("vierkantjes"), _("driehoekjes"), _("ruitjes"))
    return f"{people} {names[shape]}"


def _bridging(count: int) -> str:
    if not count:
        return _("We vonden nog geen zin die iedereen verbindt.")
    return ngettext("%d zin verbindt ons.", "%d zinnen verbinden ons.", count) % count


def _dividing(count: int) -> str:
    if not count:
        return _("We vonden geen zin waarover we duidelijk anders denken.")
    return ngettext("Over %d zin denken we verschillend.", "Over %d zinnen denken we verschillend.", count) % count
