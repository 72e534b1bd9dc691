"""What an answer is called, about whom it is, and what it says."""

from __future__ import annotations

from flows import attached, sheet
from flows.attached import PREFIX
from flows.model import Draft
from flows.paths import EACH, MADE, fact_of, is_shared, nominee_of, remarks_on
from flows.questions import nominee_name
from flows.values import shown
from rules.message import Message, say

SEVERAL = 2
"""From so many nominees on it is said of whom."""


def plain_label(path: str) -> Message:
    """What an answer is about, where it is clear about whom."""
    return say(f"fact.{fact_of(path).removeprefix('note.')}")


def label(draft: Draft, path: str) -> Message:
    """What an answer is about; with several nominees, about whom."""
    if path.startswith(PREFIX):
        return attached.label(draft, path)
    fact = plain_label(path)
    index = nominee_of(path)
    if len(sheet.own_answers(draft)) < SEVERAL or (index is None and not is_shared(path)):
        return fact
    if index is None:
        return say("review.all", label=fact)
    return say("review.of", label=fact, name=nominee_name(draft, index))


def value_shown(draft: Draft, path: str) -> Message | str:
    """The answer in words, or that there is none."""
    if path not in draft.answers:
        return say("value.missing")
    return shown(path, draft.answers[path], precision=draft.answers)


def is_told(draft: Draft, path: str) -> bool:
    """Whether an answer stands on its own: no remark on another, no "each differs"."""
    is_aside = path == MADE or path.startswith(PREFIX)  # shown in lines of their own, or not
    return draft.answers[path] != EACH and remarks_on(path) is None and not is_aside
