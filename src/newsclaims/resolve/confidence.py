"""How sure a claim is: a prior by the kind of clause, until a model calibrated on measured data takes its place."""

from __future__ import annotations

from newsclaims.extract.candidate import Candidate

PRIORS = {"main": 0.8, "content": 0.75, "parenthetical": 0.7, "adverbial": 0.65, "relative": 0.6}
OTHERWISE = 0.5
NO_ACTOR = 0.1


def confidence(candidate: Candidate) -> float:
    """Give the probability that action, actor and target are right.

    Main clauses are read most safely, then what they say or govern; a missing actor costs, except where a passive or
    an existential clause needs none.
    """
    clause = candidate.clause
    prior = PRIORS.get(clause.kind, OTHERWISE)
    needs_none = clause.voice == "passive" or clause.existential
    return round(prior - (NO_ACTOR if candidate.actor is None and not needs_none else 0.0), 2)
