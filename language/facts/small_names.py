"""Names typed without capitals: told by surnames, by lists, and by what goes on after them."""

from __future__ import annotations

import re
from typing import Final

from language.facts.name_words import (
    AFTER_A_LIST,
    BODY_NAMES,
    DEED_VERBS,
    GENERIC_TITLES,
    LOOSE_TITLES,
    MIDDLE_NAMES,
    NEVER_NAMES,
    NO_LAST_NAMES,
    NO_NAMES,
    PLAIN_TITLES,
    POSTS,
    RANKS,
    SURE_SURNAMES,
    SURNAMES,
)
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_LIST_SIGN: Final = re.compile(
    r"[,;:(] ?$|" + cue(r"(?:và|còn|trong đó|gồm|là|đột xuất|cho|với|cả)[ (]*$").pattern
)
_LIST_BEGINS: Final = cue(r"khen|tặng|trình|đề nghị|trong đó|gồm")
_WEEKDAYS: Final = frozenset({"hai", "ba", "tu", "nam", "sau", "bay"})
_NEVER: Final = cue(
    r"anh chị|anh em|anh ấy|chị ấy|ông ấy|bà ấy|cô ấy|em ấy|bà con|anh ta|ông ta|cô ta|chị em"
    r"|cháu bé|em bé|em nhỏ|cháu nhỏ|chú ý|thầy cô|cán bộ|chiến sĩ"
)


def before_a_verb(passage: Passage, title: re.Match[str], words: list[Span]) -> bool:
    """`anh hung nhay xuong`: a small word that is no verb, and one that is, after a plain title."""
    said = [passage.folded.text[start:end] for start, end in words[:2]]
    called = passage.folded.text[title.start() : title.end()]
    if (
        len(said) < 2  # noqa: PLR2004 - a name and what follows
        or called in LOOSE_TITLES - {"em", "chau", "chi"}
        or _NEVER.match(passage.text, title.start())
    ):
        return False
    beside = called == "chi" and said[1] == "va"
    if called == "em" and said[1] not in DEED_VERBS:
        return False
    if called in PLAIN_TITLES and said[1] in DEED_VERBS and said[0] not in NEVER_NAMES:
        return True
    is_name = said[0] not in NO_NAMES | NEVER_NAMES and said[1] in NO_NAMES
    return (beside or called in PLAIN_TITLES) and is_name


def plain(passage: Passage, title: re.Match[str], words: list[Span]) -> int:
    """How many of the words are a name where nothing is written with a capital."""
    said = [passage.folded.text[start:end] for start, end in words]
    if passage.folded.text[title.start() : title.end()] in ("a", "c"):
        return 0
    is_he = bool(_NEVER.match(passage.text, title.start()))
    if not said or is_office(said) or (is_he and not _is_ta(said)):
        return 0
    called = passage.folded.text[title.start() : title.end()]
    is_rare = len(said) > 2 and said[1] == "van" and called in PLAIN_TITLES  # noqa: PLR2004
    is_rare = is_rare and not {said[0], said[2]} & (NO_NAMES | NEVER_NAMES | NO_LAST_NAMES)
    if is_rare and said[0] not in SURNAMES:
        return 3
    if said[0] in SURNAMES and len(said) > 1:
        count = _full(
            said, is_loose=called in LOOSE_TITLES | GENERIC_TITLES, is_rank=called in RANKS
        )
        if count:
            return count
    ends = said[0] not in NEVER_NAMES and (len(said) < 2 or said[1] in AFTER_A_LIST)  # noqa: PLR2004
    given = (
        (said[0] not in NO_NAMES or ends)
        and said[:2] != ["tham", "gia"]
        and called in PLAIN_TITLES | {"chi"}
    )
    return int(given and _is_listed(passage, title.start()))


def _is_ta(said: list[str]) -> bool:
    """`ông Tạ Đình Nam`, where `ông ta` would be `he`."""
    return said[0] == "ta" and len(said) > 2 and said[1] in MIDDLE_NAMES | {"van", "thi"}  # noqa: PLR2004


def _full(said: list[str], *, is_loose: bool, is_rank: bool = False) -> int:  # noqa: PLR0911 - one a shape of name
    """How many of these small words are a whole name, the first being a surname."""
    if said[1:3] in (["dieu", "kien"], ["the", "nao"]):
        return 0
    third = said[2] if len(said) > 2 else ""  # noqa: PLR2004 - a name of three words
    if said[1] == "thu" and third in _WEEKDAYS:
        return 0
    if said[0] in ("la", "do") and said[1] not in MIDDLE_NAMES | {"van", "thi"}:
        return 0
    if third and (said[1] == "van" or (said[1] == "thi" and third not in NO_LAST_NAMES)):
        longer = len(said) > 3 and third in MIDDLE_NAMES and said[3] not in NO_NAMES  # noqa: PLR2004
        return 4 if longer else 3
    is_middle = said[1] in MIDDLE_NAMES and bool(third) and third not in NO_LAST_NAMES
    if is_middle and (is_rank or said[0] not in NO_NAMES):
        return 3
    if is_loose:
        acts = len(said) > 3 and said[3] in DEED_VERBS  # noqa: PLR2004
        return 3 if acts and not {said[1], third} & NO_NAMES else 0
    if said[0] in NO_NAMES:
        return 3 if third and not {said[1], third} & NO_NAMES else 0
    if said[0] in SURE_SURNAMES and said[1] == "anh" and third:
        return 3
    if said[1] in NO_NAMES:
        return 0
    return 3 if third and third not in NO_NAMES else 2


def _is_listed(passage: Passage, place: int) -> bool:
    """Whether one stands in a list of those proposed: only there a single small word is a name."""
    before = passage.text[max(0, place - 200) : place]
    return bool(_LIST_SIGN.search(before) and _LIST_BEGINS.search(before))


def is_office(said: list[str]) -> bool:
    """`phó chủ tịch`, `đồn trưởng` after a title are a post, no name."""
    return len(said) > 1 and (said[0] == "pho" or " ".join(said[:2]) in POSTS | BODY_NAMES)
