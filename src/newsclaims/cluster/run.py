"""A run on a cluster: what is not there yet is done; what workers die at is done again, with care."""

from __future__ import annotations

from collections.abc import Generator, Sequence, Set

from newsclaims.claim import Failure
from newsclaims.cluster.careful import careful
from newsclaims.cluster.job import Job, Part, Refused, Tally
from newsclaims.cluster.plan import Range, numbered, uncounted
from newsclaims.cluster.scheduler import Call, Lost, Scheduler
from newsclaims.cluster.work import count, work
from newsclaims.errors import NewsclaimsError


def tallies(
    scheduler: Scheduler, job: Job, parts: Sequence[Part], there: Set[str]
) -> Generator[tuple[Part, Tally | Failure], None, None]:
    """Have all parts made that are not there yet.

    Args:
        scheduler: who hands them to workers.
        job: what all parts share.
        parts: all parts of the run.
        there: names of those that are made already.

    Yields:
        Each part with what became of it, as they are finished; a Failure where it could not be made.

    Raises:
        NewsclaimsError: no worker can do the job, or the scheduler is gone.
    """
    todo = [part for part in parts if part.name not in there]
    ranges = uncounted(parts, todo)
    todo = list(numbered(todo, ranges, _counted(scheduler, ranges)))
    killers = []
    for call, answer in scheduler.answers(Call(part.name, work, (job, part)) for part in todo):
        part = call.arguments[1]
        if isinstance(answer, Lost) and answer.killed:
            killers.append(part)
        else:
            yield part, _checked(part, answer)
    for call, answer in scheduler.answers(Call(f"careful-{part.name}", careful, (job, part)) for part in killers):
        part = call.arguments[1]
        yield part, _checked(part, answer)


def _counted(scheduler: Scheduler, ranges: Sequence[Range]) -> dict[Range, int]:
    """Have the lines of ranges counted; where that cannot be, the part that reads the file tells why."""
    calls = (Call(f"lines-{number:06}", count, (tuple(one),)) for number, one in enumerate(ranges))
    found = {call.arguments[0]: answer for call, answer in scheduler.answers(calls)}
    return {one: answer if isinstance(answer := found[tuple(one)], int) else 0 for one in ranges}


def _checked(part: Part, answer: Tally | Refused | Lost) -> Tally | Failure:
    if isinstance(answer, Refused):
        raise NewsclaimsError(answer.message, answer.hint)
    if isinstance(answer, Lost):
        first, *others = part.slices
        whose = first.path + (f" and {len(others):,} more" if others else "")
        return Failure(path=first.path, message=f"{part.name} ({whose}) was not made: {answer.why}. Run again to try again")
    return answer
