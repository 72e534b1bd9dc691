"""The files of a draft, each as the paper it is; and which paper is still missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from flows import sheet
from flows.model import Draft, Json
from flows.proposals.course import FILES, Course, is_mended
from flows.reminding import File
from flows.wire import file_from_json, file_to_json
from rules.message import Message, say

PREFIX: Final = FILES
OTHER: Final = "other"
PHOTOS: Final = "photos"
MOST_FILES: Final = 30
MOST_BYTES: Final = 45 * 1024 * 1024
"""Of all files of a draft together: its ZIP is sent by a bot, which may send fifty million."""
_CITED: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = MappingProxyType(
    {
        "surprise": {"recognition": ("recognition", "dated")},
        "thematic": {
            "plan": ("plan", "done"),
            "provincial_plan": ("provincial_review_plan", "done"),
            "guidance": ("guidance", "done"),
            "joint_guidance": ("joint_guidance", "done"),
            "home_affairs": ("home_affairs_criteria", "done"),
            "directive": ("directive", "written"),
            "council": ("council_review", "done"),
        },
    }
)
"""By kind of award: the papers that an answer says are there, and that answer."""


def papers(draft: Draft) -> tuple[str, ...]:
    """What belongs to this draft: a paper that an answer speaks of has to be shown."""
    cited = _CITED.get(draft.kind, {})
    found = [paper for paper, (fact, said) in cited.items() if draft.answers.get(fact) == said]
    if any(one.get("initiative_recognized") is True for one in sheet.nominees(draft)):
        found.append("initiative")
    return ("confirmation", *found) if draft.kind == "surprise" else tuple(found)


def offered(draft: Draft) -> tuple[str, ...]:
    """What a file may be: what is missing first, then what is there, then anything else."""
    missing = missing_of(draft)
    there = [paper for paper in papers(draft) if paper not in missing]
    return (*missing, *there, PHOTOS, OTHER)


def returned(course: Course | None) -> tuple[str, ...]:
    """Of a draft that was returned: the papers whose files are to be mended."""
    flags = course.flags if course is not None and course.is_returned else ()
    paths = (flag.path for flag in flags if flag.path.startswith(PREFIX))
    return tuple(path.removeprefix(PREFIX) for path in paths)


def to_mend(draft: Draft) -> tuple[str, ...]:
    """Of those, the papers whose files are still what they were."""
    flags = draft.course.flags if draft.course is not None else ()
    left = {flag.path for flag in flags if not is_mended(flag, draft.answers)}
    return tuple(paper for paper in returned(draft.course) if f"{PREFIX}{paper}" in left)


def open_papers(draft: Draft) -> tuple[str, ...]:
    """The papers whose files may be changed now: all of a draft, of one returned those flagged."""
    if draft.course is None or draft.course.is_open:
        return tuple(dict.fromkeys((*offered(draft), *files_of(draft))))
    return returned(draft.course)


def flaggable(draft: Draft) -> tuple[str, ...]:
    """The paths of what a reviewer may return: a paper with its files, and one that is missing."""
    found = dict.fromkeys((*missing_of(draft), *files_of(draft), OTHER))
    return tuple(f"{PREFIX}{paper}" for paper in found)


def label(draft: Draft, path: str) -> Message:
    """A paper as something to be mended: that it is missing, or which it is."""
    paper = path.removeprefix(PREFIX)
    if paper == OTHER:
        return say("attached.other")
    is_missing = paper in missing_of(draft)
    return say("attached.lacking" if is_missing else "attached.paper", paper=named(paper))


def named(paper: str) -> Message:
    return say(f"paper.{paper}")


def files_of(draft: Draft) -> Mapping[str, tuple[File, ...]]:
    """The files of each paper, in the order of the papers."""
    found = {
        path.removeprefix(PREFIX): tuple(map(file_from_json, value))
        for path, value in draft.answers.items()
        if path.startswith(PREFIX) and value
    }
    ordered = (*papers(draft), PHOTOS, OTHER)
    known = {paper: found.pop(paper) for paper in ordered if paper in found}
    # of an answer changed since, its paper stays until it is taken off
    return {**known, **found}


def missing_of(draft: Draft) -> tuple[str, ...]:
    """What an answer speaks of and nobody has attached."""
    there = files_of(draft)
    return tuple(paper for paper in papers(draft) if paper not in there)


def count_of(draft: Draft) -> int:
    return sum(map(len, files_of(draft).values()))


def bytes_of(files: Iterable[File]) -> int:
    """How large they are together; of one that came before its size was asked for, nothing."""
    return sum(file.size or 0 for file in files)


def with_files(draft: Draft, paper: str, files: Sequence[File]) -> Draft:
    """The draft with more files; one that is there already is not there twice."""
    there = list(draft.answers.get(f"{PREFIX}{paper}") or ())
    known = {(one["channel"], one["reference"]): one for one in there}
    for one in files:
        known.setdefault((one.channel, one.reference), file_to_json(one))
    return sheet.amend(draft, {f"{PREFIX}{paper}": list(known.values())})


def without_file(draft: Draft, paper: str, place: int) -> Draft:
    """The draft without one of a paper's files."""
    there: list[Json] = list(draft.answers[f"{PREFIX}{paper}"])
    left = there[:place] + there[place + 1 :]
    return sheet.amend(draft, {f"{PREFIX}{paper}": left or sheet.MISSING})


def without_files(draft: Draft) -> Draft:
    """The answers alone: a copy of a dossier is of another deed, and its papers too."""
    kept = {path: value for path, value in draft.answers.items() if not path.startswith(PREFIX)}
    return replace(draft, answers=kept)


def told(draft: Draft, was: Mapping[str, Json]) -> Iterator[Message]:
    """What is attached, paper by paper, with what it was before it was mended; what is missing.

    `was` are the flagged answers as they were, by path.
    """
    there = files_of(draft)
    for paper in dict.fromkeys((*there, *(_paper(path) for path in was if _paper(path)))):
        names = [file.name for file in there.get(paper, ())]
        before = [str(one["name"]) for one in was.get(f"{PREFIX}{paper}") or ()]
        line = {"paper": named(paper), "names": names or say("attached.none")}
        if f"{PREFIX}{paper}" in was and before != names:
            yield say("attached.line.mended", **line, was=before or say("attached.none"))
        elif names:
            yield say("attached.line", **line)
    yield from missing_line(draft)


def _paper(path: str) -> str:
    return path.removeprefix(PREFIX) if path.startswith(PREFIX) else ""


def missing_line(draft: Draft) -> Iterator[Message]:
    missing = missing_of(draft)
    if missing:
        yield say("attached.missing", papers=[named(paper) for paper in missing])
