"""Run kompas as `python -m kompas`."""

import sys

from kompas.cli.main import main

sys.exit(main())
