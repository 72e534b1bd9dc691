"""How far a draft has come on its way to a decision, as it is kept beside its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

SENT_ON: Final = "submitted_on"
"""The answer that a step of the way gives: the day on which the unit sent it."""
MISSING: Final = {"missing": True}
FILES: Final = "note.files."
"""Before the paper's name in the path of an answer: the files that are attached as that paper."""


class State(StrEnum):
    """Where a proposal is; the values are kept in the database."""

    DRAFT = "draft"
    WITH_HEAD = "with_head"
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    RETURNED = "returned"
    RESUBMITTED = "resubmitted"
    ACCEPTED = "accepted"
    DECIDED = "decided"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Flag:
    """An answer that is to be given anew, why, and what it was."""

    path: str
    remark: str = ""
    was: Any = None


@dataclass(frozen=True, slots=True)
class Course:
    """The state, what is to be mended, and the day on which the unit sent it first."""

    state: State
    flags: tuple[Flag, ...] = ()
    remark: str = ""
    first_sent_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether its officer may change every answer."""
        return self.state is State.DRAFT

    @property
    def is_returned(self) -> bool:
        return self.state is State.RETURNED

    def flag_of(self, path: str | None) -> Flag | None:
        return next((flag for flag in self.flags if flag.path == path), None)


def course_to_json(course: Course) -> Any:
    """Only what is there is written."""
    raw: dict[str, Any] = {"state": course.state.value}
    if course.flags:
        raw["flags"] = [[flag.path, flag.remark, flag.was] for flag in course.flags]
    if course.remark:
        raw["remark"] = course.remark
    if course.first_sent_on is not None:
        raw["first"] = course.first_sent_on.isoformat()
    return raw


def course_from_json(raw: Any) -> Course:
    first = raw.get("first")
    return Course(
        State(raw["state"]),
        tuple(Flag(*flag) for flag in raw.get("flags", ())),
        remark=raw.get("remark", ""),
        first_sent_on=date.fromisoformat(first) if first else None,
    )


def allows(course: Course | None, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether the answers may become these: the day of sending apart, of one sent none may.

    Of one returned those flagged may, and what hangs on them: an answer may be dropped, and
    one that was missing given. On files nothing hangs, and they hang on nothing.
    """
    if course is None or course.is_open:
        return True
    changed = {
        path
        for path in {**before, **after}
        if before.get(path, MISSING) != after.get(path, MISSING) and path != SENT_ON
    }
    if not course.is_returned:
        return not changed
    flagged = {flag.path for flag in course.flags}
    free = {path for path in changed if path not in before or path not in after}
    return all(path in flagged or (path in free and not path.startswith(FILES)) for path in changed)


def is_mended(flag: Flag, answers: Mapping[str, Any]) -> bool:
    """Whether what is flagged was given anew; of files, whether they are others than before."""
    now = answers.get(flag.path)
    if flag.path.startswith(FILES):
        return (now or None) != (flag.was or None)
    return now not in (None, MISSING)


def reopened(course: Course, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as they wait to be mended, without the day of sending.

    Those flagged are to be given anew; files stay, to be added to or taken off.
    """
    kept = {path: value for path, value in answers.items() if path != SENT_ON}
    asked = {flag.path: None for flag in course.flags if not flag.path.startswith(FILES)}
    return {**kept, **asked}
