"""`claims` with a parser that needs no time and knows one sentence: ``python stand_in.py extract …``.

Articles: ``NAME gave Kyiv radars on Monday.``, and again in other paragraphs; ``Nothing.`` holds no claim; after ``wait
SECONDS`` it takes that long; at ``die`` the process is killed. Each
takes STAND_IN_SECONDS. The processes that a run starts import this file too.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from spacy.tokens import Doc

from newsclaims.parse import models
from tests.docs import RADARS, build

NOTHING = """
    Nothing NN 0 root
    .       .  1 punct
"""


class Parser:
    """Knows what is said above."""

    def __call__(self, text: str, disable: Iterable[str] = ()) -> Doc:  # noqa: ARG002
        first, *words = text.split()
        time.sleep(float(os.environ.get("STAND_IN_SECONDS", "0")))
        if first == "wait":
            time.sleep(float(words[0]))
        elif first == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if first in ("wait", "Nothing."):
            return build(NOTHING)
        return build(RADARS.replace("Norway", first))


models.model = lambda *_, **__: Parser()  # type: ignore[assignment,return-value]

if __name__ == "__main__":
    from newsclaims.cli import main

    main()
