"""What things are called on the giver's page."""

from django.utils.translation import gettext_lazy as _

VOICE = {
    "story": _("Jouw verhaal"),
    "card": _("Jouw kaart"),
    "reason": _("Waarom je dit koos"),
    "recommendation": _("Jouw aanbeveling"),
    "commitment": _("Jouw stap"),
    "reflection": _("Jouw terugblik"),
    "name": _("Jouw voornaam"),
}
TOGETHER = {"recommendation": _("Aanbeveling van jouw tafel"), "card": _("Kaart van jouw tafel")}
TAKEN_BACK = {
    "story": _("Teruggenomen verhaal"),
    "card": _("Teruggenomen kaart"),
    "reason": _("Teruggenomen reden"),
    "recommendation": _("Teruggenomen aanbeveling"),
    "commitment": _("Teruggenomen stap"),
    "reflection": _("Teruggenomen terugblik"),
    "name": _("Teruggenomen voornaam"),
}
KNOT = {
    "observation": _("Kaart"),
    "insight": _("Inzicht"),
    "recommendation": _("Aanbeveling"),
    "passage": _("In het verslag"),
}
SHAPE = {"observation": "card", "passage": "report"}
READER = {
    "visitor": _("Een bezoeker van de site"),
    "giver": _("Iemand met een eigen code"),
    "participant": _("Een deelnemer"),
    "facilitator": _("Een gespreksbegeleider"),
    "coordinator": _("Een coördinator"),
}
SHOWN_TO = {
    "table": _("Getoond aan jouw tafel"),
    "room": _("Getoond in de zaal"),
    "console": _("Getoond aan de begeleider"),
}
USE = {
    "read": _("las dit"),
    "quote": _("las de zin die je vrijgaf"),
    "name": _("zag je voornaam"),
    "education": _("gebruikte dit voor onderwijs"),
    "research": _("gebruikte dit voor onderzoek"),
    "publish": _("las dit in een verslag"),
}
