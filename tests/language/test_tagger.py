"""The network's words on sentences, and that a sentence's company does not change them."""

from pathlib import Path

import pytest

from kg.language.tagger import LONGEST, Token, tag
from kg.language.text import sentences

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds", "articles").glob("*.txt"))

SENTENCES = (
    "国家主席习近平在北京人民大会堂集体会见美国工商界和战略学术界代表。",
    "省委书记、省人大常委会主任陈刚，省委副书记、省长吴晓军出席会议。",
    "中国移动青海公司与西宁市大通回族土族自治县人民政府签署战略合作协议",
    "好",
    "3月27日下午，会议在西宁召开。",
)


def tagged(sentence: str, *wanted: str) -> list[tuple[str, str]]:
    return [(token.text, token.tag) for token in tag([sentence])[0] if token.tag in wanted]


def test_names_are_found_with_their_kind():
    assert tagged(SENTENCES[0], "PER", "LOC") == [("习近平", "PER"), ("北京人民大会堂", "LOC"), ("美国", "LOC")]
    assert ("陈刚", "PER") in tagged(SENTENCES[1], "PER")
    assert ("吴晓军", "PER") in tagged(SENTENCES[1], "PER")
    assert tagged(SENTENCES[2], "ORG") == [("中国移动青海公司", "ORG"), ("西宁市大通回族土族自治县人民政府", "ORG")]
    assert tagged(SENTENCES[4], "TIME", "LOC")[0] == ("3月27日下午", "TIME")


def test_full_width_and_half_width_marks_give_the_same_words():
    full, half = "（记者张三）王伟、李娜、赵敏出席，会议：开幕！", "(记者张三)王伟,李娜,赵敏出席,会议:开幕!"
    assert [(t.start, t.end, t.tag) for t in tag([full])[0]] == [(t.start, t.end, t.tag) for t in tag([half])[0]]
    assert tag([full])[0][0].text == "（"


def test_a_sentence_is_read_the_same_alone_and_in_company():
    together = tag(SENTENCES)
    assert together == [tag([sentence])[0] for sentence in SENTENCES]
    assert together == list(reversed(tag(tuple(reversed(SENTENCES)))))


def test_every_seed_is_read_the_same_by_sentence_by_page_and_all_at_once():
    pages = [page.read_text(encoding="utf-8") for page in SEEDS]
    cut = [[page[start:end] for start, end in sentences(page)] for page in pages]
    together = tag([sentence for page in cut for sentence in page])
    assert len(together) > 100
    assert [words for page in cut for words in tag(page)] == together
    alone = [words for page in cut[:2] for sentence in page for words in tag([sentence])]
    assert alone == together[: len(alone)]


@pytest.mark.parametrize("sentence", ["", " ", "\u3000\n"])
def test_nothing_to_read(sentence):
    assert tag([sentence]) == [[]]
    assert tag([]) == []


def test_words_cover_the_sentence_and_keep_its_offsets():
    sentence = "\u3000\u3000" + SENTENCES[1] + "𠮷😀 "
    words = tag([sentence])[0]
    assert all(word.text == sentence[word.start : word.end] for word in words)
    assert [word.start for word in words[1:]] == [word.end for word in words[:-1]]
    assert (words[0].start, words[-1].end) == (2, len(sentence) - 1)


def test_a_long_sentence_is_cut_at_marks_without_loss():
    sentence = SENTENCES[1] * 40 + "长" * (LONGEST + 5)
    words = tag([sentence])[0]
    assert "".join(word.text for word in words) == sentence
    alone = tag([SENTENCES[1]])[0]
    assert words[-1].end == len(sentence)
    assert sum(word.text == "吴晓军" for word in words) == 40
    assert words[: len(alone)] == alone


def test_a_token_is_a_value():
    assert Token(0, 1, "好", "a") == Token(0, 1, "好", "a")
    with pytest.raises(AttributeError):
        Token(0, 1, "好", "a").tag = "n"
