"""Which knots a viewer may open: of one's own network, of an evening one sat in, or shown by something public."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from werkplaats.people.viewer import Viewer
from werkplaats.thread.describe import Described, describe
from werkplaats.thread.models import Knot
from werkplaats.thread.weave import above


def near(one, viewer: Viewer) -> bool:
    """Whether this insight, card or recommendation is of the viewer's own network, or of an evening they sat in."""
    if viewer.is_staff and viewer.network == one.session.gathering.network_id:
        return True
    return one.session.room_id in viewer.circles


def used_in(knots: Iterable[UUID], viewer: Viewer) -> dict[UUID, list[Described]]:
    """{knot: the report passages that show it, or something that rests on it}, as far as this viewer may see them."""
    wanted = list(knots)
    steps = above(wanted)
    carried = defaultdict(set)
    for step in steps:
        carried[step.lower].add(step.upper)
    uppers = {step.upper for step in steps}
    passages = Knot.objects.filter(pk__in=uppers, kind=Knot.Kind.PASSAGE).values_list("pk", flat=True)
    described = describe(passages, viewer) if uppers else {}
    return {knot: [described[one] for one in _reach(knot, carried) if one in described] for knot in wanted}


def _reach(knot: UUID, carried: dict[UUID, set[UUID]]) -> list[UUID]:
    reached: dict[UUID, None] = {}
    waiting = [knot]
    while waiting:
        for upper in sorted(carried[waiting.pop()], key=str):
            if upper not in reached:
                reached[upper] = None
                waiting.append(upper)
    return list(reached)
