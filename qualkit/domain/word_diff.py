"""What somebody changed in printed words: word by word, whatever her office program did to signs.

Word makes quotation marks curly, three dots one sign and hyphens dashes, and it breaks no line
where a space was; none of that is a change.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

_TOKENS = re.compile(r"(\[[^\[\]\n]{1,60}\]|[\w\u0300-\u036f]+|\.{3}|--|[^\w\s])(\s*)")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("“”„«»‟", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "…": "...",
        **_LIGATURES,
    }
)
_LONG = 2000
"""Tokens from which on frequent words no longer hold a comparison together; it stays fast."""


class Piece(Enum):
    """What became of a stretch of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class DiffPiece:
    """A stretch that was kept, removed or added."""

    piece: Piece
    words: str
    """With the space behind it."""


class _Token(NamedTuple):
    sign: str
    space: str

    @property
    def key(self) -> str:
        shape = unicodedata.normalize("NFC", self.sign.translate(_SHAPES))
        return "-" if shape == "--" else shape


def same_words(asked: str, words: str) -> bool:
    """Tell whether two texts differ in spacing and the shape of signs only."""
    return asked == words or [each.key for each in _tokens(asked)] == [
        each.key for each in _tokens(words)
    ]


def as_meant(asked: str, words: str) -> str:
    """Give changed words with what was not changed as it stood in the words that were asked.

    So what an office program did to signs is undone, and a quote stays word for word.
    """
    ours, theirs = _tokens(asked), _tokens(words)
    made: list[_Token] = []
    for piece, mine, hers in _runs(ours, theirs):
        if piece is Piece.KEPT:
            made += [*mine[:-1], _Token(mine[-1].sign, hers[-1].space)]
        else:
            made += [_Token(each.sign.translate(_LIGATURES_OUT), each.space) for each in hers]
    return "".join(f"{sign}{_plain(space)}" for sign, space in made).strip()


def word_diff(before: str, after: str) -> tuple[DiffPiece, ...]:
    """Give the stretches that were kept, removed and added, in order."""
    pieces: list[DiffPiece] = []
    for piece, mine, hers in _runs(_tokens(before), _tokens(after)):
        if piece is Piece.KEPT:
            space = "" if hers[-1].space else mine[-1].space
            pieces.append(DiffPiece(Piece.KEPT, _written(hers) + space))
        if piece is not Piece.KEPT and mine:
            space = " " if hers and not mine[-1].space else ""
            pieces.append(DiffPiece(Piece.REMOVED, _written(mine) + space))
        if piece is not Piece.KEPT and hers:
            pieces.append(DiffPiece(Piece.ADDED, _written(hers)))
    return tuple(pieces)


def with_signs(pieces: tuple[DiffPiece, ...]) -> str:
    """Write a diff on its own: `{-four men-} {+[number]+} are too few`."""
    return "".join(piece_with_signs(piece) for piece in pieces).strip()


def piece_with_signs(piece: DiffPiece) -> str:
    """Write a stretch with signs around what was removed or added, so that colour tells nothing."""
    if piece.piece is Piece.KEPT:
        return piece.words
    words, sign = piece.words.rstrip(), "-" if piece.piece is Piece.REMOVED else "+"
    return f"{{{sign}{words}{sign}}}{piece.words[len(words) :]}"


_LIGATURES_OUT = str.maketrans(_LIGATURES)


def _tokens(text: str) -> list[_Token]:
    return [_Token(*found) for found in _TOKENS.findall(_UNSEEN.sub("", text))]


def _runs(
    ours: list[_Token], theirs: list[_Token]
) -> Iterator[tuple[Piece, list[_Token], list[_Token]]]:
    """Give the stretches of two texts beside each other; what is not kept is called added."""
    mine, hers = [each.key for each in ours], [each.key for each in theirs]
    matcher = SequenceMatcher(None, mine, hers, autojunk=max(len(mine), len(hers)) > _LONG)
    for tag, left, left_end, right, right_end in matcher.get_opcodes():
        piece = Piece.KEPT if tag == "equal" else Piece.ADDED
        yield piece, ours[left:left_end], theirs[right:right_end]


def _written(tokens: list[_Token]) -> str:
    return "".join(f"{sign}{space}" for sign, space in tokens)


def _plain(space: str) -> str:
    """Give white space as one space, or as the break between lines or paragraphs that it is."""
    return "\n" * min(space.count("\n"), 2) or (" " if space else "")
