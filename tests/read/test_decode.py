"""Bytes to text (kg/read/decode.py)."""

import random

import pytest

from kg.errors import SkipInput, UnreadableFile
from kg.read.decode import decode

TEXT = "本报讯（记者 李戈）5月13日，市委召开专题会议。\n会议指出，要推动高质量发展。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_encodings_of_chinese_pages(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize("short", ["市委召开会议", "省长吴晓军讲话。", "全市经济工作会议召开"])
def test_short_gbk_is_found(short: str) -> None:
    assert decode(short.encode("gbk"), "a.txt") == short


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(4000),
        "今日は良い天気ですね。東京都で会議が開かれました。".encode("shift_jis"),
        "Le maire a été élu à l'unanimité, après délibération.".encode("latin-1"),
        "대한민국 정부는 오늘 회의를 열었다".encode("euc-kr"),
        b"Only English here.",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200),
        "市委".encode() + b"\x00\x01\x02",
        "市委召开会议".encode("utf-8-sig")[:-1],
        b"",
        b" \n\n",
    ],
    ids=["random", "shift-jis", "latin", "korean", "english", "png", "control", "cut", "empty", "blank"],
)
def test_what_is_no_chinese_page_is_named(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(data, "folder/a.txt")
    assert caught.value.where == "folder/a.txt"
    assert len(caught.value.reason) > 10


@pytest.mark.parametrize(
    ("data", "read", "count"),
    [
        (TEXT.encode()[:30] + b"\xff" + TEXT.encode()[30:], "\ufffd", "replaced: "),
        (TEXT.encode()[:-1], TEXT[:-1] + "\ufffd", "replaced: 1"),
        (TEXT.replace("市委", "市\x01委\x00").encode(), "市\x01委\x00召开", "control characters, left out: 2"),
        (TEXT.replace("市委", "市\x01委").encode() + b"\xff", "\ufffd", "replaced: 1; control"),
        (TEXT.encode() + b"\0" * 4096, TEXT, "left out"),
        (TEXT.encode("utf-8-sig")[:-1], TEXT[:-1] + "\ufffd", "replaced: 1"),
        (TEXT.encode("gbk")[:40] + b"\xff" + TEXT.encode("gbk")[40:], "会议指出", "replaced: 1"),
        (TEXT.encode("utf-16-le") + b"1", TEXT, "replaced: 1"),
        (TEXT.encode("utf-16") + b"1", TEXT, "replaced: 1"),
        (("\ufffd" + TEXT).encode(), "\ufffd" + TEXT, "replaced: 1"),  # somebody else replaced it
    ],
)
def test_a_few_broken_bytes_are_replaced_and_told(data: bytes, read: str, count: str) -> None:
    told: list[SkipInput] = []
    text = decode(data, "a.txt", told.append)
    assert read in text
    assert len(told) == 1 and count in told[0].reason
    with pytest.raises(UnreadableFile):
        decode(data, "a.txt")  # nobody would hear of it


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(4000),
        bytes(0xFF if n % 3 == 0 else byte for n, byte in enumerate(TEXT.encode())),
        "市委".encode() + b"\x00\x01\x02",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200),
        "今日は良い天気ですね。東京都で会議が開かれました。".encode("shift_jis"),
        "오늘은 날씨가 좋습니다. 서울에서 회의가 열렸습니다.".encode("euc_kr"),
        "今日は良い天気ですね。東京都で会議が開かれました。".encode("euc_jp"),
        "行政長官今日會見記者，談及經濟發展。".encode("big5")[::-1],
    ],
    ids=["random", "every third byte", "short", "png", "shift-jis", "euc-kr", "euc-jp", "big5 backwards"],
)
def test_what_is_no_text_is_refused_all_the_same(data: bytes) -> None:
    told: list[SkipInput] = []
    with pytest.raises(UnreadableFile) as caught:
        decode(data, "a.txt", told.append)
    assert "looks like utf_8;" not in caught.value.reason


def test_big5_is_read() -> None:
    text = "行政長官李文達今日會見記者，談及青江的經濟發展，並出席合作協議簽署儀式。\n"
    assert decode(text.encode("big5"), "a.txt") == text


def test_clean_text_is_told_nothing_of() -> None:
    told: list[SkipInput] = []
    assert decode(TEXT.encode(), "a.txt", told.append) == TEXT
    assert told == []
