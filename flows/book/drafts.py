"""My drafts: open, rename, copy, delete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flows import shelf
from flows.attached import without_files
from flows.headings import title
from flows.model import Draft, Expects, Json, Reply, Role
from flows.proposals.course import SENT_ON
from flows.resuming import resuming
from flows.turn import DeleteDraft, Flow, ListDrafts, OpenDraft, Said, Scene, Turn
from flows.ways import go, way
from language.fold import clean
from rules.message import Message, say

NAME_LENGTH = 80
OF_THE_WHOLE = ("rename", "named", "ask_delete")


@dataclass(frozen=True, slots=True)
class Drafts:
    """A list, then one draft's page; what is done to a draft names it, so nothing is guessed."""

    id: str = "drafts"

    def step(self, scene: Scene, said: Said) -> Turn:
        if not scene.person.may_store:
            ways = tuple((one,) for one in resuming(scene))
            reply = Reply((say("note.guest"),), choices=(*ways, (go("check"), go("menu"))))
            return Turn((reply,), open="guest")
        if scene.asked is not None:
            return self._found(scene)
        in_hand = scene.stored.id if scene.stored is not None else None
        at = _after(scene.at, said, in_hand=in_hand)
        if at is None:
            return Turn(request=ListDrafts(), at={"note": "expect.choice"}, open="list")
        if "delete" in at:
            return Turn(request=DeleteDraft(at["delete"]), at=at, open="list")
        if "draft" in at:
            return Turn(request=OpenDraft(at["draft"]), at=at, open=f"draft:{at['draft']}")
        return Turn(request=ListDrafts(), at=at, open="list")

    def _found(self, scene: Scene) -> Turn:
        match scene.asked:
            case ListDrafts():
                lines = scene.found if isinstance(scene.found, tuple) else ()
                return Turn((shelf.page(lines, scene.at, scene.today),), open="list")
            case DeleteDraft():
                key = "note.deleted" if scene.found else "note.no_such_draft"
                return Turn(request=ListDrafts(), at={"note": key})
        if not isinstance(scene.found, Draft):
            return Turn(request=ListDrafts(), at={"note": "note.no_such_draft"})
        return _one(scene.found, scene.at)


def _after(at: Mapping[str, Json], said: Said, *, in_hand: int | None) -> Mapping[str, Json] | None:
    """Where the flow goes next; None when what was said fits nothing here."""
    draft = int(said.argument) if said.argument.isdecimal() else at.get("draft")
    draft = draft if draft is not None or said.argument else in_hand
    match said.command:
        case "start" | "drafts" | "back" | "cancel":
            opens = said.argument.isdecimal()
            return {"draft": draft, "do": "open"} if opens else shelf.at_page(said.argument)
        case "show":
            return {key: value for key, value in at.items() if key != "delete"}
        case "open" | "rename" | "copy" | "ask_delete" if draft is not None:
            return {"draft": draft, "do": said.command}
        case "delete" if draft is not None:
            return {"delete": draft}
    if at.get("do") == "rename" and said.text:
        return {"draft": at["draft"], "do": "named", "name": said.text}
    typed = "do" not in at and said.command is None and said.text
    return {"find": said.text} if typed else None


def _one(draft: Draft, at: Mapping[str, Json]) -> Turn:
    if at.get("do") in OF_THE_WHOLE and draft.is_sent:
        return Turn(request=ListDrafts(), at={"note": "drafts.sent_kept"})
    match at.get("do"):
        case "copy":
            kept = without_files(draft).answers
            # what was sent on a day is the other one
            answers = {path: value for path, value in kept.items() if path != SENT_ON}
            copy = Draft(draft.kind, answers, name=_copy_name(draft))
            return Turn(goto=(draft.kind, Said(command="copied")), draft=copy)
        case "ask_delete":
            return _confirm(draft)
        case "rename":
            return _ask_name(draft, say("ask.draft_name"))
        case "named":
            return _named(draft, str(at["name"]))
    return Turn(goto=(draft.kind, Said(command="opened")), draft=draft)


def _copy_name(draft: Draft) -> str | None:
    """A copy is told from what it was made of by its name, where that has one of its own."""
    if draft.name is None:
        return None
    mark = " (2)"
    return draft.name[: NAME_LENGTH - len(mark)] + mark


def _ask_name(draft: Draft, *text: Message) -> Turn:
    old_name = go("open", argument=str(draft.id), label=say("way.keep_name"))
    leave = replace(old_name, role=Role.ASIDE)
    reply = Reply(text, expects=Expects.TEXT, choices=((leave,),))
    return Turn((reply,), at={"draft": draft.id, "do": "rename"}, open=f"rename:{draft.id}")


def _named(draft: Draft, name: str) -> Turn:
    name = " ".join(clean(name).split())
    if not name or len(name) > NAME_LENGTH:
        return _ask_name(draft, say("refuse.long_name", most=NAME_LENGTH), say("ask.draft_name"))
    return Turn(goto=(draft.kind, Said(command="renamed")), draft=replace(draft, name=name))


def _confirm(draft: Draft) -> Turn:
    number = str(draft.id)
    keep = go("open", argument=number, label=say("way.keep"))
    reply = Reply(
        (say("drafts.delete", title=title(draft)),),
        choices=((keep,), (way("delete", argument=number),)),
    )
    return Turn((reply,), at={"draft": draft.id, "do": "ask_delete"}, open=f"delete:{number}")


FLOW: Flow = Drafts()
