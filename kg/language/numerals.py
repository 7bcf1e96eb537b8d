"""Numbers in Chinese characters."""

from __future__ import annotations

DIGITS = {
    char: value
    for value, chars in enumerate(("〇零○", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}


def number(text: str) -> int:
    """The value of a number: 二十七 → 27, 三千二百万 → 32000000, 一〇八 → 108, 27 → 27. Raises ValueError."""
    if text.isdecimal():
        return int(text)
    if text and all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in _UNITS:
            # 十二: no figure before the unit means one.
            section, digit = section + (digit or 1) * _UNITS[char], 0
        elif char in _MYRIADS:
            # 万亿: the second unit multiplies all before it.
            total, section, digit = (total + section + digit) * _MYRIADS[char], 0, 0
        else:
            raise ValueError(f"{text!r} is no number")
    if not text:
        raise ValueError("no number in an empty text")
    return total + section + digit
