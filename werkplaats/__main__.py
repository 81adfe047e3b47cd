"""`python -m werkplaats COMMAND`: Django's commands and ours, with dashes or underscores."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkplaats.config.settings")
    from django.core.management import execute_from_command_line

    argv = sys.argv
    if len(argv) > 1:
        argv = [argv[0], argv[1].replace("-", "_"), *argv[2:]]
    execute_from_command_line(argv)


if __name__ == "__main__":
    main()
