"""A part at which workers died is made once more, in processes of its own: the article that kills is found and left out.

A worker of Dask may have no children by `multiprocessing`, so one process is started by itself (this module), reads the
articles, and hands them to another one, as a run with several jobs does: an article at which that one dies twice is a
Failure.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading

from newsclaims.claim import Failure
from newsclaims.cluster.job import Job, Part, Refused, Tally, packed, unpacked
from newsclaims.cluster.work import attempted

REFUSED = "refused"


def careful(job: Job, part: Part) -> Tally | Refused:
    """Make a part so that no article can kill this process.

    Raises:
        RuntimeError: the process that read the articles died, or could not write what was found.
    """
    command = [sys.executable, "-m", "newsclaims.cluster.careful"]
    with (
        tempfile.TemporaryFile("w+", errors="replace") as said,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True) as process,
    ):
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(json.dumps(packed(job, part)) + "\n")
            process.stdin.flush()  # and left open: when we are gone, so is the reader of it
            answer = process.stdout.read().splitlines()
            code = process.wait()
        finally:
            process.kill()
        said.seek(0)
        why = said.read().splitlines()
    if code or not answer:
        raise RuntimeError(f"the process that read its articles died ({why[-1] if why else f'exit code {code}'})")
    values = json.loads(answer[-1])
    if REFUSED in values:
        return Refused(*values[REFUSED])
    failures = tuple(Failure(**one) for one in values.pop("failures"))
    return Tally(**{**values, "failures": failures, "notices": tuple(values["notices"])})


def main() -> None:
    """Make the part that standard input names, and say on standard output what became of it."""
    job, part = unpacked(json.loads(sys.stdin.readline()))
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    from newsclaims.run.pool import spread

    made = attempted(job, part, lambda stream, start: spread(stream, start, 1))
    if isinstance(made, Refused):
        print(json.dumps({REFUSED: made}))
    else:
        print(json.dumps({**made._asdict(), "failures": [one.model_dump() for one in made.failures]}))


def _leave_with_parent() -> None:
    while os.read(0, 4096):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
