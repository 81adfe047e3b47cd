"""The rooms in work order: what each harvests, how it describes a knot, what it must forget.

Lower rooms read this list through `settings.WERKPLAATS_ROOMS`; nothing registers itself.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """`harvest`, `describe` and `forget` are dotted paths to functions, or empty.

    harvest(evening)               makes this room's objects from a closed session, once per source event
    describe(knots, viewer)        {knot uuid: Described} for the knots of this room that the viewer may see
    forget(voices)                 drops what this room keeps of these voice ids, after their keys are gone
    """

    name: str
    harvest: str = ""
    describe: str = ""
    forget: str = ""


ROOMS = (
    Room("live", forget="werkplaats.live.forget.forget"),
    Room("stories", harvest="werkplaats.stories.harvest.harvest"),
    Room(
        "insights",
        harvest="werkplaats.insights.harvest.harvest",
        describe="werkplaats.insights.describe.describe",
        forget="werkplaats.insights.forget.forget",
    ),
    Room("action", harvest="werkplaats.action.harvest.harvest", describe="werkplaats.action.describe.describe"),
    Room("network", harvest="werkplaats.network.harvest.harvest"),
    Room(
        "publishing",
        harvest="werkplaats.publishing.harvest.harvest",
        describe="werkplaats.publishing.describe.describe",
        forget="werkplaats.publishing.forget.forget",
    ),
)
