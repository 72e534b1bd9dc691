"""What would lose answers is asked before it is done: a case begun anew, the last on the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from flows import mending, notes, sheet, who
from flows.attached import PREFIX
from flows.desk import At, Desk
from flows.headings import title
from flows.labels import label
from flows.model import Choice, Expects, Reply
from flows.paths import MADE, NAMING, fact_of, nominee_of
from flows.questions import nominee_name
from flows.showing import show
from flows.turn import Said, Turn
from flows.ways import way
from language.list_changes import read_kind_left_out
from language.yes_no import read_yes_no
from rules.message import Message, say

SURE = "sure:"
"""How the name of such a question begins; behind it stands the command that a yes gives."""


def heard(desk: Desk, said: Said) -> Said:
    """A typed yes or no to the open question is as good as its button."""
    agreed = read_yes_no(said.text or "") if desk.open.startswith(SURE) else None
    if agreed is None:
        return said
    command, _, argument = desk.open.removeprefix(SURE).partition(":")
    wanted = replace(said, text=None, command=command, argument=argument)
    return wanted if agreed else replace(said, text=None, command="show")


def _asked(desk: Desk, question: Message, do: Choice, *others: Choice) -> Turn:
    turn = show(desk)
    keep = way("show", label=say("sure.keep"))
    rows = tuple((one,) for one in (do, *others, keep))
    reply = Reply((question,), rows, Expects.CHOICE, progress=turn.replies[-1].progress)
    return replace(turn, replies=(reply,), open=f"{SURE}{do.id.removeprefix('c:')}")


def restart(desk: Desk, _said: Said) -> Turn:
    """Whether all answers are to go; of what was sent none does."""
    if _is_sent(desk):
        return show(desk, mending.denied())
    count = sum(1 for path in desk.draft.answers if _goes(path))
    if not count:
        return show(desk, say("note.nothing_to_clear"))
    question = say("sure.restart", title=title(desk.draft), count=count)
    return _asked(desk, question, way("clear", label=say("sure.do.restart")))


def _is_sent(desk: Desk) -> bool:
    course = desk.draft.course
    return course is not None and not course.is_open


def _goes(path: str) -> bool:
    """Files that were sent are no answers, and stay."""
    return path != MADE and not path.startswith(PREFIX)


def clear(desk: Desk, _said: Said) -> Turn:
    """The same draft without its answers; one undo brings them back."""
    if _is_sent(desk):
        return show(desk, mending.denied())
    gone = {path: sheet.MISSING for path in desk.draft.answers if _goes(path)}
    turn = show(replace(desk, draft=sheet.amend(desk.draft, gone), at=At()), say("note.cleared"))
    return replace(turn, events=[("cleared", {})])


def left_out(desk: Desk, text: str) -> Turn | None:
    """`bỏ tập thể đi`: the one of that kind goes; asked first where nobody would be left."""
    kind = read_kind_left_out(text)
    if kind is None:
        return None
    own = sheet.own_answers(desk.draft)
    lines = [line for line, one in enumerate(own) if one.get("type") == kind]
    if not lines:
        return show(desk, say(f"sure.none.{kind}"))
    if len(lines) > 1:
        at = replace(desk.at, many=True, editing="")
        return show(replace(desk, at=at), say(f"sure.which.{kind}", count=len(lines)))
    if len(own) == 1:
        return _asked(desk, _last_one(desk), *_instead(desk, kind))
    changed = who.without(desk, lines[0])
    told = (notes.listed(desk.draft, changed.draft), say("note.back"))
    return replace(show(changed, *told), events=[("listed", {})])


def _last_one(desk: Desk) -> Message:
    """Who goes, and which answers go with it."""
    name = nominee_name(desk.draft, 0)
    lost = [p for p in desk.draft.answers if nominee_of(p) == 0 and fact_of(p) not in NAMING]
    if not lost:
        return say("sure.remove", name=name)
    return say("sure.remove.answers", name=name, facts=[label(desk.draft, p) for p in lost])


def _instead(desk: Desk, kind: str) -> Iterator[Choice]:
    """To take it off and ask for whom anew; of a collective, to propose an individual."""
    yield way("remove", argument="0", label=say("sure.do.remove"))
    if kind == "collective" and desk.draft.kind == "surprise":
        yield way("instead", argument="0")


STEPS: Mapping[str, Callable[[Desk, Said], Turn]] = {"restart": restart, "clear": clear}
"""The words of the program that this is asked for and done by."""
