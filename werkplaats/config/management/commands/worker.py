"""The second process: every quarter of a minute it does what has become due."""

import logging
import os
import select
import sys

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connections
from django.utils import timezone

from werkplaats.insights import kept
from werkplaats.vault import audit
from werkplaats.voices import changes, withdraw

EVERY = 15
DUE = (withdraw.sweep, audit.forget_old, changes.forget_old, kept.draw_due)
log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Do what is due: finish withdrawals, drop what was kept long enough. `serve` starts this; it stops when its standard input closes."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, then stop")

    def handle(self, *, once, **options):
        while True:
            do_what_is_due()
            if once or parent_is_gone(EVERY):
                return


def do_what_is_due() -> None:
    """Runs each due job; one that fails is logged by name and tried again in the next round."""
    for job in DUE:
        close_old_connections()
        try:
            job(timezone.now())
        except Exception:
            log.exception("due job %s.%s", job.__module__, job.__qualname__)
    connections.close_all()


def parent_is_gone(seconds: float) -> bool:
    """Waits; True as soon as the pipe from `serve` closes. Nothing is ever written to it."""
    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    return bool(ready) and os.read(sys.stdin.fileno(), 1) == b""
