"""For whom: one nominee by a tap, or a list typed line by line and added to by taps."""

from __future__ import annotations

import re
from dataclasses import replace

from flows import sheet
from flows.desk import Desk
from flows.heard import heard
from flows.model import Choice, Expects, Reply, Role
from flows.questions import ask as ask_fact
from flows.questions import nominee_name, question
from flows.turn import Said
from flows.ways import go, way
from language.fold import clean, fold
from rules.message import Message, say

KINDS = ("individual", "collective", "household")
OPTIONS = (*KINDS, "many")
MOST = 200
NAME_LENGTH = 200
_COUNT = re.compile(r"(\d{1,4})\s+(?P<kind>.+)\Z")
_CUES = {
    "individual": ("ca nhan", "ong", "ba", "anh", "chi", "em", "dong chi", "d/c", "co", "chau"),
    "collective": ("tap the", "to", "doi", "phong", "ban", "truong", "ubnd", "hoi", "doan"),
    "household": ("ho gia dinh", "ho", "gia dinh"),
}
_LABELS = {
    "individual": ("ca nhan", "individual", "individuals", "nguoi"),
    "collective": ("tap the", "collective", "collectives"),
    "household": ("ho gia dinh", "ho", "household", "households"),
}


def ask(desk: Desk) -> Reply:
    """The question for whom; with a list begun, the list and how to add to it."""
    if not desk.at.many:
        return ask_fact(desk, question("who"))
    adding = tuple(
        Choice(f"a:add_{kind}", say(f"choice.who_many.add_{kind}"), role=Role.ANSWER)
        for kind in KINDS
    )
    text: tuple[Message, ...] = (say("ask.who_many"),)
    names = [nominee_name(desk.draft, n) for n in range(len(sheet.own_answers(desk.draft)))]
    if names:
        text = (*text, say("who.listed", names=names, count=len(names)))
    done = (way("done", role=Role.ANSWER),) if names else ()
    ways = (way("back", role=Role.ASIDE), replace(go("menu"), role=Role.ASIDE))
    return Reply(text, choices=(adding, (*done, *ways)), expects=Expects.TEXT, slot="who")


def read(desk: Desk, said: Said) -> Desk | Message:
    """The desk with the nominees said, or why they could not be taken."""
    if said.command == "done" and sheet.own_answers(desk.draft):
        return replace(desk, at=replace(desk.at, many=False))
    if said.option is not None:
        return _tapped(desk, said.option)
    if said.text is None:
        return say("expect.who")
    counted = any(sign.isdigit() for sign in said.text)
    option = None if desk.at.many or counted else heard("who", OPTIONS, said.text)
    if isinstance(option, str):
        return _tapped(desk, option)
    found = [_line(line) for line in re.split(r"[\n;]+", said.text) if line.strip()]
    facts = [nominee for nominee in found if nominee is not None]
    if not facts or len(facts) < len(found):
        return say("expect.who")
    return _added(desk, facts, many=desk.at.many or len(facts) > 1)


def _tapped(desk: Desk, option: str) -> Desk | Message:
    if option == "many":
        return replace(desk, at=replace(desk.at, many=True))
    kind = option.removeprefix("add_")
    if kind not in KINDS:
        return say("expect.who")
    return _added(desk, [{"type": kind}], many=desk.at.many)


def _added(desk: Desk, facts: list[dict[str, str | int]], *, many: bool) -> Desk | Message:
    draft = desk.draft
    if len(sheet.own_answers(draft)) + len(facts) > MOST:
        return say("refuse.too_many_nominees", most=MOST)
    draft = sheet.add_nominees(draft, facts)
    return replace(desk, draft=draft, at=replace(desk.at, many=many, editing=""))


def _line(line: str) -> dict[str, str | int] | None:
    """One line as a nominee: `5 cá nhân`, `tập thể Dân quân xã`, `ông Nông Văn A`."""
    text = clean(line).strip(" .,-•")
    folded = fold(text)
    counted = _COUNT.match(folded)
    for kind, labels in _LABELS.items():
        if folded in labels:
            return {"type": kind}
        if counted and counted["kind"] in labels:
            return {"type": kind, "count": int(counted[1])} if int(counted[1]) else None
    if not text or len(text) > NAME_LENGTH or text[0].isdigit():
        return None
    return {"type": _kind(folded), "name": text}


def _kind(folded: str) -> str:
    for kind, cues in _CUES.items():
        if any(folded == cue or folded.startswith(f"{cue} ") for cue in cues):
            return kind
    return "individual"
