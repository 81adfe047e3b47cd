"""The Dutch words people write in a recipe and the English codes the program uses."""

PHASES = {
    "aankomen": "arrive",
    "delen": "share",
    "duiden": "interpret",
    "doen": "act",
    "terugkijken": "look_back",
    "afronden": "close",
}
GUARDED = ("share", "interpret", "act")
LAST = ("look_back", "close")

CIRCLES = {  # narrow to wide
    "ik": "me",
    "verteller": "teller",
    "tafel": "table",
    "zaal": "room",
    "regio": "region",
    "openbaar": "everyone",
}
IN_SESSION = ("me", "teller", "table", "room")

FORMS = {
    "alleen": "alone",
    "tweetal": "pair",
    "viertal": "four",
    "tafel": "table",
    "plenair": "all",
}

SCOPES = {"tafel": "table", "zaal": "room"}

CHOICE_KINDS = ("triad", "scale", "vote", "weigh")
WORD_KINDS = ("story", "card", "reflection", "recommendation", "commitment")
KINDS = (*WORD_KINDS, *CHOICE_KINDS, "none")

ATTRIBUTIONS = ("named", "unseen", "unlinked")

BECOMES = (
    "story",
    "response",
    "reflection",
    "observation",
    "mechanism",
    "statement",
    "initiative",
    "dream",
    "idea",
    "question",
    "recommendation",
    "commitment",
    "placement",
    "choice",
    "schema_row",
    "strength",
    "if_then",
    "introduction",
    "feedback",
)


def dutch(codes: dict[str, str], code: str) -> str:
    """The Dutch word for an English code: dutch(PHASES, "share") is "delen"."""
    return next(word for word, english in codes.items() if english == code)
