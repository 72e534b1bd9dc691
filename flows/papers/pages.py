"""The replies about papers: what is written and what is not, one part asked, the file."""

from __future__ import annotations

from collections.abc import Sequence

from flows import sheet
from flows.headings import title
from flows.labels import label
from flows.model import Choice, Download, Draft, Expects, Person, Reply, Role, Tone
from flows.papers.council import COUNCIL, VOTES, pair_of
from flows.papers.facts import (
    MOST_NOMINEES,
    how_many,
    next_to_write,
    open_of,
    printed,
    unasked,
)
from flows.papers.signing import offered
from flows.papers.since import changed_since, fewer_since
from flows.paths import fact_of, nominee_of, of_nominee
from flows.proposals.course import State
from flows.questions import nominee_name
from flows.reminding import File
from flows.ways import go, way
from language.fold import fold
from rules.message import Message, say

CHANNEL = "papers"
"""Whose files are made when they are fetched: see bot.papers."""
ZIP = "application/zip"
PICTURE = "image/png"
MOST_LISTED = 8
NAME_LENGTH = 40
FITTED = ("subject", "deed")
"""Parts told otherwise of a theme; a deed also otherwise of a body."""


def page(draft: Draft, *, is_open: bool = True) -> Reply:
    """What is written, what would be dotted, and the ways on; what was sent is not rewritten."""
    wanted = printed(draft)
    missing = open_of(draft, wanted)
    done, number = len(wanted) - len(missing), str(draft.id)
    written = say("papers.written", done=done, of=len(wanted))
    text = [say("papers.title", title=title(draft)), written]
    if missing:
        text.append(_named_in("papers.missing", draft, missing))
    write = (go("write_papers", argument=number),) if is_open and next_to_write(draft) else ()
    make = go("make_papers", argument=number)
    opened = go("open", argument=number, label=say("way.open_draft"))
    rows = ((*write, make), (opened, go("menu")))
    return Reply(tuple(text), choices=rows, tone=Tone.PLAIN)


def _named_in(key: str, draft: Draft, paths: Sequence[str]) -> Message:
    """The first of these parts by name, and how many more there are."""
    labels = [label(draft, path) for path in paths[:MOST_LISTED]]
    more = len(paths) - len(labels)
    return say(f"{key}.more", facts=labels, more=more) if more else say(key, facts=labels)


def ask(draft: Draft, path: str, person: Person, *notes: Message) -> Reply:
    """One part asked for, with an example of how it is said well."""
    rest = [one for one in unasked(draft) if one != path]
    enough = go("papers", argument=str(draft.id), label=say("papers.enough"))
    skip = way("unknown", role=Role.ASIDE, label=say("papers.skip"))
    known = (*unanimous(draft, path), *offered(person, path))
    rows = (*known, (skip, way("why", role=Role.ASIDE)), (enough,))
    text = (_words(draft, path), say(f"papers.example.{_named(path)}{_fitting(draft, path)}"))
    left = (say("papers.left", count=len(rest)),) if rest else ()
    return Reply((*text, *left), choices=rows, expects=Expects.TEXT, noted=notes)


def unanimous(draft: Draft, path: str) -> tuple[tuple[Choice, ...], ...]:
    """All who were there for each who has no votes yet: one tap, where it is known how many."""
    present = pair_of(draft.answers.get(COUNCIL)) if fact_of(path) == VOTES else None
    if present is None:
        return ()
    told = say("way.unanimous", votes=f"{present[0]}/{present[0]}")
    return ((way("unanimous", role=Role.ANSWER, label=told),),)


def _words(draft: Draft, path: str) -> Message:
    index = nominee_of(path)
    if index is None:
        of_theme = _fitting(draft, path) if path == "note.subject" else ""
        return say(f"ask.{_named(path)}{of_theme}")
    return say(f"ask.{_named(path)}.of", name=nominee_name(draft, index))


def _fitting(draft: Draft, path: str) -> str:
    """The ending of the words where a theme, or a body, has others than a person's deed."""
    if _named(path) not in FITTED:
        return ""
    if draft.kind == "thematic":
        return ".theme"
    index = nominee_of(path)
    is_body = index is not None and sheet.value_at(draft, of_nominee(index, "type")) != "individual"
    return ".body" if is_body else ""


def _named(path: str) -> str:
    return fact_of(path).removeprefix("note.")


def made(draft: Draft, person: Person, *, draws: bool = False) -> Reply:
    """The file, made of the answers as they are when it is fetched."""
    back = _back(draft, person)
    count = how_many(draft)
    if not 0 < count <= MOST_NOMINEES:
        return Reply((say("papers.number", count=count, most=MOST_NOMINEES),), choices=(back,))
    missing = open_of(draft, printed(draft))
    text = [say("papers.made", title=title(draft), count=_papers(draft))]
    text.append(_named_in("papers.missing", draft, missing) if missing else say("papers.whole"))
    text += _changed(draft)
    course = draft.course
    decided = course is not None and course.state is State.DECIDED
    text.append(say("papers.decided" if decided else "papers.blank"))
    kept = File(CHANNEL, f"{draft.id}-{person.account}", _file_name(draft), media=ZIP)
    file = Download(kept.name, ZIP, kept=kept)
    look = ((go("show_papers", argument=str(draft.id)),),) if draws else ()
    return Reply(tuple(text), choices=(*look, back), tone=Tone.NOTE, file=file)


def pictured(draft: Draft, person: Person) -> Reply:
    """The first page of the submission as a picture, drawn when it is fetched."""
    kept = File(CHANNEL, f"{draft.id}-{person.account}-1", "to-trinh.png", media=PICTURE)
    file = Download(kept.name, PICTURE, kept=kept)
    text = (say("papers.pictured", title=title(draft)),)
    return Reply(text, choices=(_back(draft, person),), tone=Tone.NOTE, file=file)


def _changed(draft: Draft) -> list[Message]:
    """What is otherwise than in the papers made before."""
    paths = changed_since(draft)
    if paths is None:
        return []
    left = fewer_since(draft)
    told = [say("papers.fewer", count=left)] if left else []
    told += [_named_in("papers.changed", draft, paths)] if paths else []
    return told or [say("papers.same")]


def _back(draft: Draft, person: Person) -> tuple[Choice, ...]:
    """To the page of the papers; whoever reviews, to that of the proposal."""
    number = str(draft.id)
    if person.may_store:
        return (go("papers", argument=number), go("menu"))
    return (go("proposal", argument=number, label=say("remind.open.proposal")), go("menu"))


def _papers(draft: Draft) -> int:
    """Submission, list, the decision's draft, a report for each, minutes where a council meets."""
    return 3 + how_many(draft) + (draft.kind == "thematic")


def _file_name(draft: Draft) -> str:
    """Plain letters, that every system keeps."""
    called = draft.name or ""
    plain = "-".join("".join(c if c.isalnum() else " " for c in fold(called)).split())
    tail = f"-{plain[:NAME_LENGTH]}" if plain else ""
    return f"ho-so-{draft.id}{tail}.zip"
