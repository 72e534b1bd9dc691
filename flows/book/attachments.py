"""The files of a draft: sent, said what each is, looked at, taken off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows import attached, mending
from flows.headings import title
from flows.keeping import kept
from flows.model import Choice, Download, Draft, Expects, Json, Reply, Role
from flows.reminding import File, is_number
from flows.turn import Flow, OpenDraft, Said, Scene, Turn
from flows.ways import after, go, way
from flows.wire import file_from_json, file_to_json
from rules.message import Message, say
from rules.rule import PROPOSALS

MOST_BUTTONS = 10
ANY_MEDIA = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Attachments:
    """One draft's page; each turn reads the draft anew, as this person's own."""

    id: str = "attachments"

    def step(self, scene: Scene, said: Said) -> Turn:
        if not scene.person.may_store:
            return _without("note.guest", "check")
        if scene.asked is not None:
            return _found(scene)
        at = _after(scene, said)
        if at is None:
            return _without("attached.which", "drafts")
        return Turn(request=OpenDraft(int(at["draft"])), at=at)


def _after(scene: Scene, said: Said) -> Mapping[str, Json] | None:
    """Of which draft, and what is done with it."""
    number, _, rest = said.argument.partition(":")
    begun = said.command in ("attachments", "attached")
    own = scene.at.get("draft", scene.stored.id if scene.stored else None)
    draft = int(number) if begun and is_number(number) else own
    if draft is None:
        return None
    at: dict[str, Json] = {"draft": draft}
    new = scene.at.get("new")
    if said.files:
        sent = [file_to_json(file) for file in said.files]
        return {**at, "do": "which", "new": [*(new or ()), *sent]}
    if new and said.option is not None:
        return {**at, "do": "put", "new": new, "paper": said.option}
    if new and not begun and said.command != "cancel":
        note = "" if said.command == "show" else "expect.button"
        return {**at, "do": "which", "new": new, "note": note}
    if said.command in ("attached", "take_off", "taken_off"):
        return {**at, "do": said.command, "which": rest if begun else said.argument}
    is_asked = begun or said.command in ("show", "start", "back", "cancel")
    return {**at, "note": "" if is_asked else "attached.expect"}


def _found(scene: Scene) -> Turn:
    draft, at = scene.found, scene.at
    if not isinstance(draft, Draft) or draft.kind not in PROPOSALS:
        return _without("note.no_such_draft", "drafts")
    if at.get("do") == "attached":
        return _handed(draft, str(at["which"]))
    if not attached.open_papers(draft):
        return _page(draft, say("attached.closed"))
    if at.get("do") in CHANGES:
        return CHANGES[str(at["do"])](scene, draft)
    return _page(draft, *((say(str(at["note"])),) if at.get("note") else ()))


def _asked(scene: Scene, draft: Draft) -> Turn:
    return _which(draft, scene.at["new"], str(scene.at.get("note", "")))


def _which(draft: Draft, new: Sequence[Json], note: str) -> Turn:
    """What the files are: a paper that is missing, or another."""
    if attached.count_of(draft) + len(new) > attached.MOST_FILES:
        return _page(draft, say("attached.many", most=attached.MOST_FILES))
    there = [file for files in attached.files_of(draft).values() for file in files]
    if attached.bytes_of([*there, *map(file_from_json, new)]) > attached.MOST_BYTES:
        return _page(draft, say("attached.heavy", most=attached.MOST_BYTES // 1024 // 1024))
    papers = [one for one in attached.offered(draft) if one in attached.open_papers(draft)]
    buttons = [Choice(f"a:{paper}", attached.named(paper)) for paper in papers]
    names = [str(one["name"]) for one in new]
    text = (say("attached.ask", names=names, count=len(new)),)
    leave = (way("cancel", role=Role.ASIDE),)
    rows = (*((one,) for one in buttons), leave)
    reply = Reply(text, choices=rows, expects=Expects.FILES)
    if note:
        reply = after(say(note), reply)
    at = {"draft": draft.id, "new": list(new)}
    return Turn((reply,), at=at, open=f"which:{draft.id}:{len(new)}")


def _put(scene: Scene, draft: Draft) -> Turn:
    at = scene.at
    paper = str(at["paper"])
    if paper not in attached.offered(draft) or paper not in attached.open_papers(draft):
        return _which(draft, at["new"], "expect.button")
    files = [file_from_json(one) for one in at["new"]]
    changed = attached.with_files(draft, paper, files)
    note = say("attached.put", paper=attached.named(paper), names=[one.name for one in files])
    return _changed(scene, changed, note, "attached")


def _taken_off(scene: Scene, draft: Draft) -> Turn:
    """Asked about first: what is taken off is not there to be brought back."""
    which = str(scene.at["which"])
    found = _of(draft, which)
    if found is None:
        return _page(draft, say("attached.no_such"))
    paper, place, file = found
    if paper not in attached.open_papers(draft):
        return _page(draft, say("mend.only_flagged"))
    if scene.at["do"] == "take_off":
        return _sure(draft, which, paper, file)
    changed = attached.without_file(draft, paper, place)
    return _changed(scene, changed, say("attached.off", name=file.name), "detached")


def _sure(draft: Draft, which: str, paper: str, file: File) -> Turn:
    keep = go("attachments", argument=str(draft.id), label=say("way.keep"))
    off = way("taken_off", argument=which, label=_named("take_off", file))
    asked = say("attached.sure", name=file.name, paper=attached.named(paper))
    reply = Reply((asked,), choices=((keep,), (off,)))
    return Turn((reply,), at={"draft": draft.id}, open=f"off:{draft.id}")


def _changed(scene: Scene, draft: Draft, note: Message, event: str) -> Turn:
    return replace(kept(scene, draft, _page(draft, note)), events=[(event, {})])


def _of(draft: Draft, which: str) -> tuple[str, int, File] | None:
    """A file by its paper and its place there: `plan:0`."""
    paper, _, place = which.partition(":")
    files = attached.files_of(draft).get(paper, ())
    if not place.isdecimal() or int(place) >= len(files):
        return None
    return paper, int(place), files[int(place)]


def _handed(draft: Draft, which: str) -> Turn:
    found = _of(draft, which)
    if found is None:
        return _page(draft, say("attached.no_such"))
    file = found[2]
    back = go("attachments", argument=str(draft.id), label=say("way.attachments"))
    sent = Download(file.name, file.media or ANY_MEDIA, kept=file)
    reply = Reply((say("task.file", name=file.name),), choices=((back, go("menu")),), file=sent)
    return Turn((reply,), at={"draft": draft.id}, open=f"handed:{draft.id}")


def _page(draft: Draft, *note: Message) -> Turn:
    """Each paper with its files, what is missing, and that more can be sent."""
    may = attached.open_papers(draft)
    text, rows = [say("attached.title", title=title(draft)), *_asked_for(draft)], []
    for paper, files in attached.files_of(draft).items():
        names = [file.name for file in files]
        text.append(say("attached.line", paper=attached.named(paper), names=names))
        for place, file in enumerate(files):
            which = f"{paper}:{place}"
            see = go("attached", argument=f"{draft.id}:{which}", label=_named("see", file))
            off = way("take_off", role=Role.ASIDE, argument=which, label=_named("take_off", file))
            rows.append((see, off) if paper in may else (see,))
    text += attached.missing_line(draft)
    if may:
        text.append(say("attached.send"))
    reply = Reply(
        (*note, *text),
        choices=(*rows[:MOST_BUTTONS], *_ways(draft)),
        expects=Expects.FILES if may else Expects.NOTHING,
    )
    opens = f"attached:{draft.id}:{attached.count_of(draft)}"
    return Turn((reply,), at={"draft": draft.id}, open=opens)


def _asked_for(draft: Draft) -> Iterator[Message]:
    """Of what was returned: whose files are to be mended, and what the reviewer said."""
    papers, course = attached.returned(draft.course), draft.course
    if papers and course is not None:
        yield say("attached.flagged", papers=[attached.named(paper) for paper in papers])
        if course.remark:
            yield say("mend.remark", remark=course.remark)


def _ways(draft: Draft) -> tuple[tuple[Choice, ...], ...]:
    """Back to the draft; of what was returned, on to what is left, or to send it again."""
    opened = go("open", argument=str(draft.id), label=say("way.open_draft"))
    if not attached.returned(draft.course):
        return ((opened, go("menu")),)
    left = mending.left(draft)
    if not left:
        send = go("submit", argument=str(draft.id), label=say("proposal.do.resend"))
        return ((send,), (opened, go("menu")))
    if mending.first_flagged(draft) is None:
        return ((opened, go("menu")),)  # only files are left, and they are here
    mend = go("mend", argument=str(draft.id), label=say("proposal.do.mend", count=left))
    return ((mend,), (opened, go("menu")))


def _named(key: str, file: File) -> Message:
    return say(f"attached.{key}", name=file.name)


def _without(why: str, way_on: str) -> Turn:
    return Turn((Reply((say(why),), choices=((go(way_on), go("menu")),)),), open="attached")


CHANGES: Mapping[str, Callable[[Scene, Draft], Turn]] = {
    "which": _asked,
    "put": _put,
    **dict.fromkeys(("take_off", "taken_off"), _taken_off),
}
FLOW: Flow = Attachments()
