import sys

from sensemaking.faces.cli import main

sys.exit(main())
