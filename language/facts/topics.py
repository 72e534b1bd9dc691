"""What a message speaks of and no fact was read of: `the rest is met` does not cover that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from language.facts.asking import asking, is_asked
from language.facts.heard import Heard
from language.facts.mentions import find_mentions
from language.facts.passage import Passage, Span
from language.facts.thematic_steps import STEPS
from language.facts.topic_words import EXCUSED, LISTING, ODD, OPENERS, TOPICS, Topic
from language.facts.unread_words import HARMLESS
from language.fold import fold

_CUT: Final = re.compile(r"[,;.:()?!\n]")
_BEFORE: Final = 40
_AFTER: Final = 60
_NO_WORD: Final = frozenset({"type", "name", "count", "others_met", "award_form", "award_level"})
_ALL_PARTS: Final = {"guidance_parts": 6, "plan_parts": 5}
_AGAINST: Final = frozenset({"not_yet", "refused", "none", "promised", "oral"})


def unsettled(passage: Passage, heard: Sequence[Heard]) -> frozenset[str]:
    """The facts spoken of that were not settled, or in words that tell of something odd.

    Only where the officer says that all else is met: without that, silence is asked anyway.
    """
    if not any(h.path == "others_met" and h.value for h in heard):
        return frozenset()
    return frozenset(
        (*_of_topics(passage, heard), *_of_initiative(heard), *_opened(passage, heard))
    )


def _of_topics(passage: Passage, heard: Sequence[Heard]) -> Iterator[str]:
    sure = [h for h in heard if h.sure]
    told = {_last(h.path): h.value for h in sure}
    read = [s for h in sure if not _says_nothing(h) for s in h.spans]
    free = [m.span() for pattern in (EXCUSED, HARMLESS) for m in pattern.finditer(passage.text)]
    odd = [*(s for s in _odd(passage) if not _touches(s, free)), *_openers(passage)]
    steps = _steps(passage)
    asked = asking(passage)
    for topic in TOPICS:
        if topic.only and topic.only != (told.get("occasion"), told.get("award_level")):
            continue
        places = [p for p in _places(passage, topic, steps) if not is_asked(asked, p.start)]
        if topic.facts.isdisjoint(told):
            if any(not (_touches(p, (*read, *free)) or _is_listed(passage, p)) for p in places):
                yield from topic.asks
        elif any(_is_odd(passage, place, odd) for place in places):
            yield from (path for path in topic.asks if not _is_against(path, told.get(path)))


def _opened(passage: Passage, heard: Sequence[Heard]) -> Iterator[str]:
    """`khổ nỗi …` with nothing read behind it: something stands in the way."""
    read = [s for h in heard if h.sure and not _says_nothing(h) for s in h.spans]
    for start, end in _openers(passage):
        if not _touches((start, passage.sentence(end - 1).end), read):
            yield "others_met"


def _openers(passage: Passage) -> Sequence[tuple[int, int]]:
    return [m.span() for m in OPENERS.finditer(passage.text)]


def _says_nothing(one: Heard) -> bool:
    """Who is proposed, for what award and in which movement tells of no step."""
    return _last(one.path) in _NO_WORD or (one.path, one.value) == ("occasion", "movement")


def _is_against(path: str, value: object) -> bool:
    """What stands in the way already; of what a paper fixes, a part that is left out."""
    if isinstance(value, list):
        return len(value) < _ALL_PARTS[path]
    return value in _AGAINST


def _odd(passage: Passage) -> Iterator[tuple[int, int]]:
    """One word alone must have its marks: `tong ket` is not `kẹt`."""
    for match in ODD.finditer(passage.text):
        typed = passage.piece(match.span())
        if " " in typed or fold(typed) != typed.lower():
            yield match.span()


def _steps(passage: Passage) -> Mapping[str, Sequence[Span]]:
    found: dict[str, list[Span]] = {}
    for sentence in find_mentions(passage, STEPS):
        for one in sentence:
            found.setdefault(one.name, []).append(Span(one.start, one.end))
    return found


def _places(passage: Passage, topic: Topic, steps: Mapping[str, Sequence[Span]]) -> Iterator[Span]:
    if topic.words is None:
        yield from steps.get(topic.step, ())
        return
    for match in topic.words.finditer(passage.text):
        start, end = passage.sentence(match.start())
        end = match.start() if topic.then else end
        if topic.beside is None or topic.beside.search(passage.text, start, end):
            yield Span(*match.span())


def _is_odd(passage: Passage, place: Span, odd: Sequence[tuple[int, int]]) -> bool:
    sentence = passage.sentence(place.start)
    end = min(sentence.end, place.end + _AFTER)
    floor = max(sentence.start, place.start - _BEFORE)
    floor = max(floor, passage.text.rfind(",", floor, place.start))
    return any(floor <= start < end for start, _ in odd)


def _is_listed(passage: Passage, place: Span) -> bool:
    """`kế hoạch, phát động, …`: only named, nothing is said of it."""
    sentence = passage.sentence(place.start)
    before = _CUT.split(passage.text[sentence.start : place.start])[-1]
    after = _CUT.split(passage.text[place.end : sentence.end])[0]
    return not LISTING.sub("", f"{before} | {after}").replace("|", "").strip()


def _touches(place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


def _of_initiative(heard: Sequence[Heard]) -> Iterator[str]:
    """One that served before, not told whether it is the deed; or a deed, not told if used."""
    told: dict[str, dict[str, object]] = {}
    for one in heard:
        if one.sure and one.path.startswith("nominees"):
            stem, _, last = one.path.rpartition(".")
            told.setdefault(stem, {})[last] = one.value
    for stem, facts in told.items():
        relied = [facts.get("initiative_is_deed"), facts.get("initiative_required")]
        if str(facts.get("initiative")).startswith("used") and relied == [None, None]:
            yield f"{stem}.initiative_is_deed"
        if True in relied and "initiative" not in facts:
            yield f"{stem}.initiative"


def _last(path: str) -> str:
    return path.rpartition(".")[2]
