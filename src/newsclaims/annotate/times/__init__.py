"""Time expressions: what they are in the text, free of any calendar. `resolve.dates` works out their values."""

from newsclaims.annotate.times.forms import Form
from newsclaims.annotate.times.spans import times
from newsclaims.annotate.times.tense import tense

__all__ = ["Form", "tense", "times"]
