"""Make kg/language/data/word_weights.tsv anew: python tests/weigh_words.py

Our words (names of divisions, countries, organs, enterprises, titles, minorities) with the least weight with which
jieba cuts each whole, 0 where its dictionary has the word already. To be made anew whenever one of those tables
changes; until then the weights are worked out at every start, which takes half a second.
"""

from __future__ import annotations

from pathlib import Path

from kg.language.words import own_words, weighed

TARGET = Path(__file__).parent.parent / "kg/language/data/word_weights.tsv"
HEAD = "# Our own words and how much each weighs when words are cut, made by tests/weigh_words.py.\n"


def content() -> str:
    """The whole file."""
    weights = weighed()
    return HEAD + "".join(f"{word}\t{weights.get(word, 0)}\n" for word in own_words())


if __name__ == "__main__":
    TARGET.write_text(content(), encoding="utf-8")
