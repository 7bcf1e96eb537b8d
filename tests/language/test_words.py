"""Words by jieba's dictionary with the lexicons, apart from jieba's global state."""

import subprocess
import sys
import tempfile
from pathlib import Path

import jieba
import weigh_words

from kg.language import dictionary, words
from kg.language.words import cut


def test_words_of_the_lexicons_stay_whole():
    words = [token.text for token in cut("大通回族土族自治县政府与巴音郭楞蒙古自治州签约")]
    assert "大通回族土族自治县" in words
    assert "巴音郭楞蒙古自治州" in words


def test_offsets_and_tags():
    text = " 总投资２０亿元，John 出席 3.5%。"
    tokens = cut(text)
    assert all(token.text == text[token.start : token.end] for token in tokens)
    assert "".join(token.text for token in tokens) == text.replace(" ", "")
    tags = {token.text: token.tag for token in tokens}
    assert (tags["２０"], tags["John"], tags["3.5%"], tags["。"], tags["出席"]) == ("m", "eng", "m", "x", "v")
    assert cut("") == []


def test_others_words_in_the_global_tokenizer_change_nothing():
    text = "石墨烯加热膜展出"
    before = cut(text)
    jieba.add_word("墨烯加", freq=10**9)
    assert cut(text) == before
    jieba.del_word("墨烯加")


def test_nothing_is_logged_and_no_cache_is_written(tmp_path: Path):
    code = "import tempfile; tempfile.tempdir = %r; from kg.language.words import cut; print(len(cut('今天天气很好')))"
    assert tempfile.tempdir != str(tmp_path)
    run = subprocess.run([sys.executable, "-c", code % str(tmp_path)], capture_output=True, text=True, check=True)
    assert (run.stdout.strip(), run.stderr) == ("3", "")
    assert list(tmp_path.iterdir()) == []


def test_jieba_needs_no_pkg_resources_and_hides_it_from_nobody():
    code = """if True:
        import sys, kg.language.words
        found = kg.language.words.cut("青江市开工")
        print("jieba" in sys.modules, "pkg_resources" in sys.modules, len(found) > 1)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "True"]


def test_names_are_tagged_without_importing_jieba():
    code = "import sys; from kg.language.tagger import tag; tag(['青江市开工。']); print('jieba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]


def test_jieba_is_imported_only_when_words_are_cut():
    code = "import sys, kg.language.words, kg.language.tagger; print('jieba' in sys.modules, 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_the_counts_are_those_of_the_tokenizers_own_reader():
    tokenizer = jieba.Tokenizer()
    counts: dict[str, int] = {}
    for head in dictionary.heads():
        counts |= dictionary.counts(head)
    assert (counts, dictionary.TOTAL) == tokenizer.gen_pfdict(tokenizer.get_dict_file())


def test_the_tags_are_those_of_the_dictionary():
    lines = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    written = {word: tag for word, _, tag in (line.split(" ") for line in lines)}
    assert all(dictionary.tags(word[0])[word] == tag for word, tag in written.items())


def test_the_weights_of_our_words_are_of_now():
    assert weigh_words.TARGET.read_text(encoding="utf-8") == weigh_words.content(), "run python tests/weigh_words.py"


def test_a_table_of_weights_that_is_not_of_now_changes_no_word(monkeypatch):
    texts = ["青江市委书记会见巴音郭楞蒙古自治州客人", "他在云岭火车中站出席大通回族土族自治县活动"]
    known = [cut(text) for text in texts]
    monkeypatch.setattr(words, "table", lambda name: ())
    words.own_weights.cache_clear()
    words._cutter.cache_clear()
    try:
        assert [cut(text) for text in texts] == known
    finally:
        words.own_weights.cache_clear()
        words._cutter.cache_clear()
