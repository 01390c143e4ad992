"""A process of ours: it starts without what spaCy's own command line needs, and spaCy is whole all the same."""

from __future__ import annotations

import json
import subprocess
import sys

SCRIPT = """
import json, sys
from newsclaims.process import begin
begin()
import spacy
before = [name for name in ("spacy.cli", "requests", "weasel") if name in sys.modules]
about = spacy.info(silent=True)
from spacy.cli.info import info
same = about["spacy_version"] == spacy.__version__
print(json.dumps([before, same, info.__module__, "spacy.cli.download" in sys.modules]))
"""


def test_spacys_command_line_is_imported_when_somebody_asks_for_it() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[], True, "spacy.cli.info", True]
