"""Quotation marks in print: one pair around the whole, the other pair inside it, and so on."""

import re

PAIRS = ("“”", "‘’")
"""Around a quotation, and around what is quoted in it; deeper, they take turns."""

_DOUBLE = '"“”„«»'
_SINGLE = "'‘’‚"
_MARKS = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_BEFORE_OPENING = re.compile(r"[\s(\[/–—-]?\Z")
_SHORTENED = re.compile(r"(?:s|t|n|k|m|r|ns|ie|er|em|twas|tis|\d\d)\b", re.IGNORECASE)
"""What is written with an apostrophe in front: 's ochtends, 't is, in '98."""


def in_quotation_marks(words: str) -> str:
    """Put words between “ ”; marks of a quotation inside them become the other pair.

    Apostrophes stay as they stand: zo'n, foto's, 's ochtends.
    """
    opened: list[tuple[str, int]] = []
    printed = list(words)
    for mark in _MARKS.finditer(words):
        at, kind = mark.start(), _DOUBLE if mark.group() in _DOUBLE else _SINGLE
        if kind == _SINGLE and _is_apostrophe(words, at):
            continue
        if _opens(words, at, after_opening=bool(opened) and opened[-1][1] == at - 1):
            opened.append((kind, at))
            continue
        levels = [level for level, (each, _at) in enumerate(opened) if each == kind]
        if levels:
            pair = PAIRS[(levels[-1] + 1) % 2]
            printed[opened[levels[-1]][1]], printed[at] = pair[0], pair[1]
            del opened[levels[-1] :]
        elif kind == _DOUBLE:
            printed[at] = PAIRS[1][1]
    for kind, at in opened:
        if kind == _DOUBLE:
            printed[at] = PAIRS[1][0]
    return f"{PAIRS[0][0]}{''.join(printed)}{PAIRS[0][1]}"


def _is_apostrophe(words: str, at: int) -> bool:
    """Tell whether a single mark stands inside a word, or in front of a shortened one."""
    before, behind = words[max(at - 1, 0) : at], words[at + 1 : at + 2]
    if before.isalnum():
        return behind.isalnum()
    return bool(_SHORTENED.match(words, at + 1))


def _opens(words: str, at: int, after_opening: bool) -> bool:
    """Tell whether a mark begins a quotation: nothing stands before it, and something behind."""
    is_free = after_opening or bool(_BEFORE_OPENING.match(words[max(at - 1, 0) : at]))
    return is_free and bool(words[at + 1 : at + 2].strip())
