"""Writes the pages of docs/ that follow from the code: settings, commands, data inventory."""

import sys

from django.core.management.base import BaseCommand

from werkplaats.config.reference import pages


class Command(BaseCommand):
    help = "Write the pages of docs/ that follow from the code: settings, commands, data inventory."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="write nothing; fail when a page is out of date")

    def handle(self, *, check, **options):
        stale = [path for path, text in pages().items() if not path.exists() or path.read_text() != text]
        for path in stale:
            if check:
                self.stderr.write(f"{path.name} is out of date: make docs")
            else:
                path.write_text(pages()[path])
        if check and stale:
            sys.exit(1)
