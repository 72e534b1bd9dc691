"""All who took part, told without a word for all: `có 18 người tham gia`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from language.facts.amount_words import NEAR, TOOK_PART
from language.facts.force_lists import is_of_a_force, names_force
from language.facts.group_words import PEOPLE_END
from language.facts.groups import Group, Part
from language.facts.others import without
from language.facts.passage import Passage
from language.marked import cue

_BEGINS: Final = re.compile(r"[,.;]\s*co $")
_MORE: Final = cue(r"hỗ trợ|giúp|phối hợp|thêm|khác|nữa|sau đó|hôm sau|ngoài ra|hưởng ứng|bên|mũi")
_FAR: Final = 120


def whole(passage: Passage, found: Sequence[Group], own: Group) -> Group | None:
    """`có 21 người tham gia. Đội góp 14`: people of no body, told before or after, who are more."""
    for group in found:
        if group is own or group.part is not Part.OWN or group.number < own.number:
            continue
        after = passage.text[group.span[1] : group.span[1] + NEAR].lstrip()
        if group.span < own.span and group.of is None and TOOK_PART.match(after):
            return group
        if group.span > own.span and _closes(passage, found, own, group):
            return group
    return None


def _closes(passage: Passage, found: Sequence[Group], own: Group, group: Group) -> bool:
    """`12 dân quân cứu 2 cháu, có 18 người tham gia`; but not `bà con ra, có 18 người tham gia`."""
    start, end = group.span
    between = passage.folded.text[own.span[1] : start]
    parts = own.number + sum(one.number for one in found if one.part is Part.OTHER)
    if len(between) > _FAR or group.number < max(parts, own.number + 1) or group.is_about:
        return False
    if not passage.folded.text[start:end].endswith(" nguoi") or not _BEGINS.search(between):
        return False
    if not (PEOPLE_END.match(passage.text[end:].lstrip()) and is_of_a_force(passage, own.span)):
        return False
    counted = [one.span for one in found if one.part is Part.OTHER]
    for low, high in without(((own.span[1], start),), counted):
        if _MORE.search(passage.text, low, high) or names_force(passage, (low, high)):
            return False
    return True
