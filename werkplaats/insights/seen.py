"""Which knots a viewer may open: of one's own network, of an evening one sat in, or shown by something public."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from werkplaats.people.viewer import Viewer
from werkplaats.thread.describe import Described, describe
from werkplaats.thread.models import Strand


def near(one, viewer: Viewer) -> bool:
    """Whether this insight, card or recommendation is of the viewer's own network, or of an evening they sat in."""
    if viewer.is_staff and viewer.network == one.session.gathering.network_id:
        return True
    return one.session.room_id in viewer.circles


def used_in(knots: Iterable[UUID], viewer: Viewer) -> dict[UUID, list[Described]]:
    """{knot: what rests on it directly}, as far as this viewer may see that: a recommendation, a report."""
    wanted = list(knots)
    carried = defaultdict(list)
    for lower, upper in Strand.objects.filter(lower__in=wanted).order_by("pk").values_list("lower", "upper"):
        carried[lower].append(upper)
    uppers = {upper for listed in carried.values() for upper in listed}
    described = describe(uppers, viewer)
    return {knot: [described[upper] for upper in carried[knot] if upper in described] for knot in wanted}
