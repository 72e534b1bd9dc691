"""What was sent stays as it is; of what was returned, the flagged answers are asked anew."""

from __future__ import annotations

from collections.abc import Iterator

from flows import attached, sheet
from flows.desk import Desk
from flows.model import Choice, Draft, Reply
from flows.proposals.course import FILES, Course, allows
from flows.turn import Said, Turn
from flows.values import shown
from flows.ways import after, go
from rules.message import Message, say

MEND = "mend"
"""The command that begins it, and the stage in which it is done."""


def led_away(draft: Draft | None, stage: str, said: Said) -> Turn | None:
    """To the page of what was sent, instead of to its questions; None where these are open."""
    course = draft.course if draft else None
    if draft is None or course is None or course.is_open:
        return None
    if course.is_returned and MEND in (stage, said.command):
        return None
    return Turn(goto=("proposals", Said(command="proposal", argument=str(draft.id))))


def is_kept(desk: Desk, turn: Turn) -> bool:
    """Whether a turn leaves what was sent as it is, but for what may be mended."""
    if turn.draft is None or turn.draft.id != desk.draft.id:
        return True
    return allows(desk.draft.course, desk.draft.answers, turn.draft.answers)


def may_edit(desk: Desk, path: str) -> bool:
    """Whether this answer may be asked anew by itself."""
    course = desk.draft.course
    return course is None or course.is_open or course.flag_of(path) is not None


def first_flagged(draft: Draft) -> str | None:
    """The first answer that is still to be given anew; files have a page of their own."""
    return next(_unanswered(draft), None)


def left(draft: Draft) -> int:
    """How much of what was returned is still to be mended."""
    return len([*_unanswered(draft), *attached.to_mend(draft)])


def _unanswered(draft: Draft) -> Iterator[str]:
    flags = draft.course.flags if draft.course else ()
    for flag in flags:
        is_missing = sheet.value_at(draft, flag.path) in (None, sheet.MISSING)
        if is_missing and not flag.path.startswith(FILES):
            yield flag.path


def asked(desk: Desk, reply: Reply, path: str) -> Reply:
    """The question with what the reviewer said of the answer, and what it was."""
    course = desk.draft.course
    flag = course.flag_of(path) if course is not None and desk.at.stage == MEND else None
    if flag is None:
        return reply
    was = (
        say("mend.was", value=shown(path, flag.was, precision={})) if flag.was is not None else None
    )
    words = flag.remark or (course.remark if course else "")
    remark = say("mend.remark", remark=words) if words else None
    for told in (was, remark):
        reply = after(told, reply) if told is not None else reply
    return reply


def owed(draft: Draft) -> Iterator[Message]:
    """Why it is not sent again yet: the flagged papers whose files are still what they were."""
    papers = attached.to_mend(draft)
    if papers:
        labels = [attached.label(draft, f"{FILES}{paper}") for paper in papers]
        yield say("mend.owed", papers=labels)


def ways(draft: Draft, course: Course) -> tuple[tuple[Choice, ...], ...]:
    """Of what is mended: to be sent again, or left for later."""
    send = go("submit", argument=str(draft.id), label=say("proposal.do.resend"))
    page = go("proposal", argument=str(draft.id), label=say("remind.open.proposal"))
    rows: list[tuple[Choice, ...]] = []
    if attached.returned(course):
        rows.append((go("attachments", argument=str(draft.id)),))
    if course.flags and not left(draft):
        rows.append((send,))
    return (*rows, (page, go("menu")))


def denied() -> Message:
    return say("mend.only_flagged")
