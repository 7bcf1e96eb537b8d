"""Bytes to text (kg/read/decode.py)."""

import random

import pytest

from kg.errors import UnreadableFile
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
