"""Words by jieba's dictionary with the lexicons, apart from jieba's global state."""

import subprocess
import sys
import tempfile
from pathlib import Path

import jieba

from kg.language.words import _frequencies, cut


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


def test_jieba_is_imported_only_when_words_are_cut():
    code = "import sys, kg.language.words, kg.language.tagger; print('jieba' in sys.modules, 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_the_frequencies_are_those_of_the_tokenizers_own_reader():
    tokenizer = jieba.Tokenizer()
    assert _frequencies() == tokenizer.gen_pfdict(tokenizer.get_dict_file())
