"""The papers of a draft: what they want is asked part by part, and they are handed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flows import sheet
from flows.keeping import kept
from flows.labels import label
from flows.model import Draft, Json, Reply
from flows.papers import signing
from flows.papers.answering import taken
from flows.papers.council import VOTES, of_all
from flows.papers.facts import next_to_write, unasked, votes_of
from flows.papers.pages import ZIP, ask, made, page, pictured
from flows.papers.since import marked
from flows.paths import fact_of
from flows.proposals.asked import ReadProposal
from flows.proposals.matter import Proposal
from flows.turn import Flow, OpenDraft, Said, Scene, Turn
from flows.ways import go
from language.unsure import says_unknown
from rules.message import Message, say
from rules.rule import PROPOSALS

HANDED = ("make_papers", "show_papers")
OF_A_PART = ("unknown", "why", "unanimous", signing.OFFERED)
"""Ways of a question."""


@dataclass(frozen=True, slots=True)
class Papers:
    """One draft's page, its parts, its file; each turn reads the draft anew, as its own.

    `draws` says that pages can be shown as pictures.
    """

    id: str = "papers"
    draws: bool = False

    def step(self, scene: Scene, said: Said) -> Turn:
        if isinstance(scene.asked, signing.KeepSign):
            return Turn(request=OpenDraft(int(scene.at["draft"])), at=scene.at)
        if scene.asked is not None:
            return _found(scene, draws=self.draws)
        if not scene.person.may_store:
            return _of_the_office(scene, said)
        at = _after(scene.at, said, in_hand=scene.stored.id if scene.stored else None)
        if at is None:
            return _without("papers.which", "drafts")
        at = signing.heard(scene.person, at)
        keep = signing.to_keep(scene.person, at)
        return Turn(request=keep or OpenDraft(int(at["draft"])), at=at)


def _of_the_office(scene: Scene, said: Said) -> Turn:
    """Whoever reviews has the papers of what was sent to the office, and writes none."""
    if not scene.person.may_ask_reports:
        return _without("note.guest", "check")
    if said.command not in HANDED or not said.argument.isdecimal():
        return _without("papers.of_sent", "proposals")
    return Turn(request=ReadProposal(int(said.argument)), at={"do": said.command})


def _after(at: Mapping[str, Json], said: Said, *, in_hand: int | None) -> Mapping[str, Json] | None:
    """Of which draft, and what is done: shown, asked, answered, made."""
    draft = int(said.argument) if said.argument.isdecimal() else at.get("draft", in_hand)
    if draft is None:
        return None
    asked = at.get("path")
    if said.command == "show":
        return {"draft": draft, **at}
    if asked and said.command in (None, *OF_A_PART):
        return {"draft": draft, "do": _do(said), "path": asked, "text": said.text or ""}
    return {"draft": draft, "do": said.command}


def _do(said: Said) -> str:
    """What is done with a part: taken as typed, passed over, explained, all votes for."""
    unknown = said.command is None and says_unknown(said.text or "")
    return "unknown" if unknown else said.command or "take"


def _found(scene: Scene, *, draws: bool) -> Turn:
    draft = scene.found
    if isinstance(draft, Proposal):
        sent = draft.snapshot
        of_office = Draft(sent.kind, sent.answers, id=draft.draft, course=draft.course)
        shown = _handed(scene, of_office, draws=draws)
        return Turn((shown,), open="papers")
    if not isinstance(draft, Draft):
        return _without("note.no_such_draft", "drafts")
    if draft.kind not in PROPOSALS:
        return _without("papers.none", "drafts")
    if scene.at.get("do") in HANDED:
        told = _handed(scene, draft, draws=draws)
        is_whole = told.file is not None and told.file.media == ZIP
        return _open(scene, marked(draft) if is_whole else draft, told, events=[("papers", {})])
    if draft.course is not None and not draft.course.is_open:
        return _open(scene, draft, page(draft, is_open=False))
    return _written(scene, draft)


def _handed(scene: Scene, draft: Draft, *, draws: bool) -> Reply:
    """The whole of it, or a picture of its first page."""
    if scene.at.get("do") == "show_papers":
        return pictured(draft, scene.person)
    return made(draft, scene.person, draws=draws)


def _written(scene: Scene, draft: Draft) -> Turn:
    """A part taken, passed over or asked; else the page."""
    do, path = scene.at.get("do"), str(scene.at.get("path", ""))
    if do == "take":
        return _take(scene, draft, str(scene.at["text"]))
    if do == "unanimous":
        return _take(scene, draft, "tất cả nhất trí")
    if do == "unknown":
        return _write(scene, draft, path, None)
    if do == "why":
        return _asked(scene, draft, path, say("papers.why"))
    path = path or (next_to_write(draft) or "")
    if do in ("ask", "write_papers") and path:
        return _asked(scene, draft, path)
    return _open(scene, draft, page(draft))


def _take(scene: Scene, draft: Draft, text: str) -> Turn:
    path = str(scene.at["path"])
    alike = of_all(text) if fact_of(path) == VOTES else None
    value = taken(path, text if alike is None else alike, scene.today, draft.answers)
    if isinstance(value, Message):
        return _asked(scene, draft, path, value)
    return _write(scene, draft, path, value, alike=alike is not None)


def _write(scene: Scene, draft: Draft, path: str, value: Json, *, alike: bool = False) -> Turn:
    """The part kept, and the next one asked; the page behind the last.

    `alike`: the same votes are kept for every nominee who has none yet.
    """
    others = [one for one in votes_of(draft) if one in unasked(draft)] if alike else []
    after = sheet.amend(draft, {path: value, **dict.fromkeys(others, value)})
    note = say("papers.skipped" if value is None else "papers.kept", part=label(draft, path))
    following = next_to_write(after, path) or next_to_write(after)
    if following:
        turn = _asked(scene, after, following, note)
    else:
        shown = page(after)
        turn = _open(scene, after, replace(shown, noted=(note,)))
    return replace(turn, events=[("answered", {"paths": [path]})])


def _asked(scene: Scene, draft: Draft, path: str, *notes: Message) -> Turn:
    turn = _open(scene, draft, ask(draft, path, scene.person, *notes))
    at = {"draft": draft.id, "do": "ask", "path": path}
    return replace(turn, at=at, open=f"text:papers:{path}")


def _open(
    scene: Scene, draft: Draft, reply: Reply, *, events: list[tuple[str, Json]] | None = None
) -> Turn:
    """The reply with the draft in hand, judged as of today."""
    at = {"draft": draft.id, "do": "page"}
    turn = Turn((reply,), at=at, open=f"papers:{draft.id}", draft=draft, events=events or ())
    return kept(scene, draft, turn)


def _without(why: str, way_on: str) -> Turn:
    return Turn((Reply((say(why),), choices=((go(way_on), go("menu")),)),), open="papers")


FLOW: Flow = Papers()
