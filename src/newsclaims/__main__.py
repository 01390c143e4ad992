"""``python -m newsclaims`` is the command `claims`."""

from newsclaims.cli import main

main()
