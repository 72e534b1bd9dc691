"""Texts understood whole: known phrases with courtesies around them, and not a word left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from language.fold import fold_with_origins, marks

NEGATION: Final = frozenset({"khong", "chua", "ko", "tru", "thieu", "chang", "not", "no", "never"})
MOST_WORDS: Final = 40
_WORD: Final = re.compile(r"[a-z0-9]+")
_PART: Final = re.compile(r"[,;.!\n]+")
_COURTESIES: Final = (
    *("dạ", "vâng", "thưa", "thưa anh", "thưa chị", "thưa anh chị", "ừ", "uh", "ừm", "ạ"),
    *("nhé", "nha", "nhá", "đấy", "đó", "ấy", "please", "thanks", "thank you", "sir", "madam"),
)
_LEADS: Final = (
    *("là", "thì", "chọn", "đề nghị", "xin", "chúng tôi", "bên em", "bên tôi", "em chọn"),
    *("tôi chọn", "cho tôi", "cho em", "muốn", "tôi muốn", "em muốn", "i choose"),
)
_CALLS: Final = tuple(
    f"{who} {sign}"
    for who in ("anh", "chị", "em", "bạn", "cô", "chú", "bác", "anh chị")
    for sign in ("ơi", "ạ", "nhé")
)
# "không phải em ạ" is rather "it was not me"
_NO_CALL_AFTER: Final = frozenset({"phai", "la"})


class Word(NamedTuple):
    """A word folded, and its marks."""

    plain: str
    marks: str

    def may_be(self, known: Word) -> bool:
        """Typed without marks it may be any; with marks they must be the word's own."""
        return self.plain == known.plain and self.marks in ("", known.marks)


Words = tuple[Word, ...]


def words(text: str) -> Words:
    """The words of a text, signs left out."""
    folded = fold_with_origins(text)
    return tuple(
        Word(match[0], marks(folded.piece(*match.span()))) for match in _WORD.finditer(folded.text)
    )


@lru_cache(maxsize=4096)
def known(phrase: str) -> Words:
    """The words of a phrase of ours, remembered."""
    return words(phrase)


def same(typed: Words, phrase: Words) -> bool:
    """Word for word."""
    return len(typed) == len(phrase) and all(map(Word.may_be, typed, phrase))


def denies(phrase: Words) -> bool:
    """Whether a word of denial is among them."""
    return any(word.plain in NEGATION for word in phrase)


def without_courtesies(typed: Words) -> Words:
    """What stands between courtesies; all of it if nothing else does."""
    start, end = 0, len(typed)
    while start < end and (size := _courtesy_at(typed, start, end)):
        start += size
    while start < end and (size := _courtesy_before(typed, start, end)):
        end -= size
    return typed[start:end] or typed


def _courtesy_at(typed: Words, start: int, end: int) -> int:
    return max(
        (n for n in (1, 2, 3) if _is(typed[start : min(start + n, end)], _POLITE)), default=0
    )


def _courtesy_before(typed: Words, start: int, end: int) -> int:
    sizes = (n for n in (1, 2, 3) if start < end - n and _is(typed[end - n : end], _POLITE))
    size = max(sizes, default=0)
    called = size and _is(typed[end - size : end], _CALLING)
    return 0 if called and typed[end - size - 1].plain in _NO_CALL_AFTER else size


def _is(typed: Words, phrases: tuple[Words, ...]) -> bool:
    return any(same(typed, phrase) for phrase in phrases)


_POLITE: Final = tuple(words(phrase) for phrase in (*_COURTESIES, *_CALLS))
_BEFORE: Final = tuple(words(phrase) for phrase in _LEADS)
_CALLING: Final = tuple(words(phrase) for phrase in _CALLS)


def is_one_of(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether each part of the text is one of these phrases with courtesies; no question is."""
    every = _by_plain_words(phrases)
    return "?" not in text and all(_is_any(part, every) for part in parts(text))


class _Phrases(NamedTuple):
    """Phrases by their words without marks: few need to be looked at closely."""

    spoken: Mapping[tuple[str, ...], tuple[Words, ...]]
    longest: int


@lru_cache(maxsize=64)
def _by_plain_words(phrases: tuple[str, ...]) -> _Phrases:
    """The phrases, emphatic too."""
    spoken: dict[tuple[str, ...], tuple[Words, ...]] = {}
    for phrase in map(known, phrases):
        for one in (phrase, *_emphatic(phrase)):
            plain = tuple(word.plain for word in one)
            spoken[plain] = (*spoken.get(plain, ()), one)
    return _Phrases(spoken, longest=max(map(len, spoken), default=0))


def _is_any(typed: Words, phrases: _Phrases) -> bool:
    """Whether these words are wholly one of the phrases."""
    if len(typed) > MOST_WORDS:
        return False
    plain = tuple(word.plain for word in typed)
    return any(
        _stands(typed, one, start)
        for start in range(len(plain))
        for end in range(start + 1, min(start + phrases.longest, len(plain)) + 1)
        for one in phrases.spoken.get(plain[start:end], ())
    )


def parts(text: str) -> list[Words]:
    """The words between commas, parts that are courtesies alone left out."""
    every = [words(part) for part in _PART.split(text)]
    return [part for part in every if not is_courtesy(part)] or [words(text)]


def is_wholly(typed: Words, phrase: Words) -> bool:
    """Whether these words are the phrase and courtesies, from the first word to the last.

    Never two phrases in a row: `không bình thường` is not `không` and `bình thường`.
    """
    if not phrase or len(typed) > MOST_WORDS:
        return False
    return any(
        _stands(typed, one, start)
        for one in (phrase, *_emphatic(phrase))
        for start in range(len(typed) - len(one) + 1)
    )


def _stands(typed: Words, phrase: Words, start: int) -> bool:
    """Whether the phrase stands there, and nothing but courtesies around it."""
    end = start + len(phrase)
    return (
        same(typed[start:end], phrase)
        and is_courtesy(typed[:start], before=True)
        and is_courtesy(typed[end:], after=typed[end - 1].plain)
    )


def is_courtesy(typed: Words, *, before: bool = False, after: str = "") -> bool:
    """Whether these words are courtesies alone; no words are."""
    if not typed:
        return True
    known_ones = (*_POLITE, *_BEFORE) if before else _POLITE
    return any(
        same(typed[: len(one)], one)
        and not (after in _NO_CALL_AFTER and one in _CALLING)
        and is_courtesy(typed[len(one) :], before=before)
        for one in known_ones
    )


def _emphatic(phrase: Words) -> Iterator[Words]:
    """`không đâu`, `tổng kết rồi`: but `có đâu` is no yes."""
    if phrase[0].plain in NEGATION:
        yield (*phrase, _AT_ALL)
    elif not denies(phrase):
        yield (*phrase, _ALREADY)


_AT_ALL: Final = known("đâu")[0]
_ALREADY: Final = known("rồi")[0]
