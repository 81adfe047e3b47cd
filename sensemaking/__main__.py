import sys

from sensemaking.cli import main

sys.exit(main())
