"""What `các điều kiện khác đủ` does not cover: the things that were said in unread words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from language.facts.heard import Heard

_HANGING: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "plan": ("plan_parts", "provincial_review_plan", "provincial_plan_has_awards"),
        "plan_parts": (),
        "launch": (),
        "final_review": (),
        "guidance": ("guidance_parts", "joint_guidance"),
        "guidance_parts": (),
        "joint_guidance": (),
        "report_in_theme": ("report_compares_targets", "report_names_solutions"),
        "report_compares_targets": (),
        "report_names_solutions": (),
        "council_review": (),
        "home_affairs_criteria": (),
        "home_affairs_quantity": (),
        "provincial_review_plan": ("provincial_plan_has_awards",),
        "provincial_plan_has_awards": (),
        # a number that is open holds nothing up by itself: what fixes it does
        "quota_individuals": ("guidance_parts",),
        "quota_collectives": ("guidance_parts",),
        "directive": (),
    }
)
"""The things of which a doubt may stand alone, with what it leaves open beside them."""
_RULED_APART: Final = frozenset({"quota_individuals", "quota_collectives", "directive"})
"""What no word of the officer covers anyway."""


def is_narrow(doubtful: Collection[str]) -> bool:
    """Whether what is in doubt are things of their own: a doubt of anything else is of all."""
    return all(path in _HANGING for path in doubtful)


def left_open(heard: Sequence[Heard], doubtful: Collection[str]) -> Iterator[Heard]:
    """What the officer's word covers all but of, where it was given."""
    words = [h for h in heard if h.path == "others_met" and h.value and h.sure]
    if not words or not doubtful:
        return
    beside = {other for path in doubtful for other in _HANGING[path]}
    spans = tuple(span for word in words for span in word.spans)
    yield Heard("others_met_but", sorted({*doubtful, *beside} - _RULED_APART), spans)
