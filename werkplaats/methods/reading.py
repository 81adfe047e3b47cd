"""The lines under an input: who reads this, and until when."""

from werkplaats.methods.parts import Input
from werkplaats.methods.texts import texts


def reading_line(given: Input) -> list[str]:
    """No line for none; one for a choice; for words the circle's line, and a second one when unseen."""
    if not given.asks:
        return []
    lines = texts().attribution_lines
    circle = texts().circle_lines[given.circle]
    if given.attribution == "unlinked":
        return [lines["unlinked"]]
    if given.attribution == "unseen":
        return [lines["unseen_choice"]] if given.is_choice else [circle, lines["unseen_words"]]
    return [circle]
