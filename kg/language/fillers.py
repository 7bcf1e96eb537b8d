"""What may stand between who acts and the verb, and says only when, in what order, together with whom or how."""

from __future__ import annotations

from kg.language.lexicon import any_of, words

# Regular expressions of one word or time each, without groups.
ADVERBS = any_of(words("doing_adverbs"))
TIMES = "[0-9]{1,4}(?:年|月|日|时|点|分)|[上下中]午|[昨今明]天|当[天日晚]|晚上?"

__all__ = ["ADVERBS", "TIMES"]
