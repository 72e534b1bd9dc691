"""The six things that award guidance fixes and the five that a movement makes clear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.facts.standing import (
    Mention,
    Sign,
    Stand,
    Standing,
    find_mentions,
    read_standing,
)
from language.facts.thematic_part_words import (
    AGREED,
    ALL_GUIDANCE,
    ALL_PLAN,
    GUIDANCE,
    GUIDANCE_PARTS,
    ONLY,
    ORDER,
    PLAN_PARTS,
    SAVE,
    SHORT,
)
from language.marked import cue
from language.searching import Cue

Span = tuple[int, int]

_ENOUGH: Final = 3
_NEARBY: Final = 160
_CLOSE: Final = 50


@dataclass(frozen=True, slots=True)
class _Told:
    """Parts that are there and parts that are not, with the words that tell."""

    held: dict[str, list[Span]]
    lacking: dict[str, list[Span]]
    only: list[Span]


def read_parts(passage: Passage, signs: Sequence[Sign]) -> Iterator[Heard]:
    """`guidance_parts` and `plan_parts`, as far as they are told."""
    guidance = _all_of(passage, signs, GUIDANCE_PARTS, ALL_GUIDANCE, of=GUIDANCE)
    if guidance:
        yield Heard("guidance_parts", *guidance)
        yield Heard("guidance", "done", guidance[1])
    plan = _all_of(passage, signs, PLAN_PARTS, ALL_PLAN, of=None)
    if plan:
        yield Heard("plan_parts", *plan)


def _all_of(
    passage: Passage,
    signs: Sequence[Sign],
    cues: Mapping[str, Cue],
    complete: Cue,
    *,
    of: Cue | None,
) -> tuple[list[str] | None, tuple[Span, ...]] | None:
    names = ORDER[complete]
    told = _told(passage, signs, find_mentions(passage, cues), of)
    whole = _whole(passage, complete, of)
    if told.lacking:
        held = [n for n in told.held if n not in told.lacking]
        listed = len(held) >= _ENOUGH
        parts = held if listed else [n for n in names if n not in told.lacking]
        counted = held if listed else []
        spans = [s for n in told.lacking for s in told.lacking[n]]
        spans += [s for n in counted for s in told.held[n]] + whole
    elif whole:
        parts, spans = [*names], whole + [s for found in told.held.values() for s in found]
    elif len(told.held) >= _ENOUGH or told.only:
        parts, spans = [*told.held], [s for found in told.held.values() for s in found]
    else:
        return _short(passage, of)
    return [n for n in names if n in parts], tuple(sorted(set(spans)))


def _whole(passage: Passage, complete: Cue, of: Cue | None) -> list[Span]:
    """`đủ 6 nội dung`, but not `chưa đủ nội dung`."""
    short = [m.span() for m in SHORT.finditer(passage.text)]
    found = [m.span() for m in complete.finditer(passage.text)]
    kept = [s for s in found if not any(a < s[1] and s[0] < b for a, b in short)]
    return [s for s in kept if _belongs(passage, s[0], of)]


def _short(passage: Passage, of: Cue | None) -> tuple[list[str] | None, tuple[Span, ...]] | None:
    """`hướng dẫn chưa đủ nội dung`: what it lacks is not known."""
    found = [
        m.span() for m in SHORT.finditer(passage.text) if of and _belongs(passage, m.start(), of)
    ]
    return (None, tuple(found)) if found else None


def _belongs(passage: Passage, place: int, of: Cue | None) -> bool:
    """Guidance is spoken of in this sentence, or just before."""
    if of is None:
        return True
    sentence = passage.sentence(place)
    floor = max(0, min(sentence.start, place - _NEARBY))
    return of.search(passage.text, floor, sentence.end) is not None


def _told(
    passage: Passage,
    signs: Sequence[Sign],
    mentions: Sequence[list[Mention]],
    of: Cue | None,
) -> _Told:
    told = _Told({}, {}, [])
    runs = _in_runs(mentions)
    standing = [*read_standing(passage, mentions, signs, content=True)]
    for one in standing:
        place = one.spans[0]
        if one.name == "-" or not _belongs(passage, place[0], of):
            continue
        if place in runs or not _is_agreed(passage, place):
            is_named = place in runs or of is not None or _is_of_plan(passage, place[0])
            _take(passage, told, one, is_run=place in runs, is_named=is_named)
    for name, place, is_run in _unsaid(mentions, runs, standing):
        if not _belongs(passage, place[0], of):
            continue
        if _is_saved(passage, place):
            told.lacking.setdefault(name, []).append(place)
            told.held.pop(name, None)
        elif is_run and name not in told.held and name not in told.lacking:
            told.held.setdefault(name, []).append(place)
    return told


def _take(passage: Passage, told: _Told, one: Standing, *, is_run: bool, is_named: bool) -> None:
    if one.stand in (Stand.NOT_YET, Stand.REFUSED):
        if is_named:
            told.lacking.setdefault(one.name, []).extend(one.spans)
    elif one.stand is Stand.DONE and (is_run or _is_only(passage, one.spans[1])):
        told.held.setdefault(one.name, []).extend(one.spans)
        if not is_run:
            told.only.extend(one.spans)


def _is_agreed(passage: Passage, place: Span) -> bool:
    """The criteria and the number that Sở Nội vụ agrees to are no part of the guidance."""
    around = (max(0, place[0] - _CLOSE), place[1] + _CLOSE)
    return AGREED.search(passage.text, *around) is not None


def _is_saved(passage: Passage, place: Span) -> bool:
    """`đủ cả, trừ phạm vi`."""
    before = passage.text[max(0, place[0] - _CLOSE) : place[0]]
    return any(m.end() == len(before) for m in SAVE.finditer(before))


def _is_only(passage: Passage, sign: Span) -> bool:
    """`chỉ ghi đối tượng và hình thức`: what is not named is not there."""
    start, end = max(0, sign[0] - 5), min(len(passage.text), sign[1] + 1)
    return any(m.end() >= sign[0] for m in ONLY.finditer(passage.text, start, end))


def _is_of_plan(passage: Passage, place: int) -> bool:
    before = passage.text[passage.sentence(place).start : place]
    return cue(r"kế hoạch|kh|phát động|phong trào|đợt thi đua").search(before) is not None


def _in_runs(mentions: Sequence[list[Mention]]) -> set[Span]:
    """The parts that stand in a list of three or more in one sentence."""
    found: set[Span] = set()
    for sentence in mentions:
        named = [m for m in sentence if m.name != "-"]
        if len({m.name for m in named}) >= _ENOUGH:
            found |= {(m.start, m.end) for m in named}
    return found


def _unsaid(
    mentions: Sequence[list[Mention]], runs: set[Span], standing: Sequence[Standing]
) -> Iterator[tuple[str, Span, bool]]:
    """Parts, and whether they are of a list that no verb governs: `rõ chỉ tiêu, nhiệm vụ, …`."""
    governed = {one.spans[0] for one in standing}
    for sentence in mentions:
        for mention in sentence:
            place = (mention.start, mention.end)
            if mention.name != "-":
                yield mention.name, place, place in runs and place not in governed
