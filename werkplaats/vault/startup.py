"""Before the house opens: does the master key open the keys that are here?"""

from django.utils.translation import gettext as _

from . import sealing
from .models import VoiceKey

SAMPLE = 20


class CannotOpen(SystemExit):
    """Start is refused; the message is a Dutch sentence that says what to do."""


def check_master_key() -> None:
    """Tries the master key on the first keys. Raises CannotOpen when it is another one."""
    try:
        for row in VoiceKey.objects.order_by("made_at")[:SAMPLE]:
            sealing.unwrap(row)
    except sealing.WrongMasterKey as error:
        raise CannotOpen(
            _(
                "De hoofdsleutel (master.key) past niet op de bewaarde woorden. Werkplaats start niet, zodat er niets "
                "verloren gaat. Zet de sleutelmap terug die bij deze gegevens hoort (WERKPLAATS_KEY_DIR)."
            )
        ) from error
