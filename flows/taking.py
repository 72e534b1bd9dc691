"""What was said, taken: a correction, an answer, or a refusal with the same question again."""

from __future__ import annotations

from dataclasses import replace

from flows import consistency, free_words, of_case, sheet, sure, who
from flows import notes as notes_of
from flows.answers import read
from flows.corrections import read_corrected
from flows.desk import At, Desk
from flows.given import Given, Refused
from flows.judging import judge
from flows.model import Expects, Reply
from flows.other_language import unread
from flows.paths import fact_of
from flows.questions import question
from flows.showing import is_good, show
from flows.spots import find_spot
from flows.told_more import more
from flows.turn import Said, Turn
from flows.verdict_lines import verdict_told
from language.nominee_line import asks_for_list
from rules.message import Message, say


def answer(desk: Desk, said: Said) -> Turn:
    """Take what was said as a correction or as the answer to the open question."""
    path, text = desk.asked, said.text
    if said.table is not None and path == "who":
        return _nominees(desk, Said(table=said.table))
    any_words = path is not None and question(path).expects is Expects.TEXT
    listed = who.changed(desk, text) if text and not any_words else None
    if listed is not None:
        return _listed(desk, listed)
    steered = _steered(desk, text) if text else None
    if steered is not None:
        return steered
    given = read_corrected(desk, text) if text else None
    if given is None and text and any_words and free_words.is_asked(text):
        return free_words.asked_between(desk, text)
    if given is None and path == "who":
        return (of_case.asked(desk, text) if text else None) or _nominees(desk, said)
    if given is None:
        given = read(desk, path, said) if path else Refused(say("expect.card"))
    return _taken(desk, given, text)


def _steered(desk: Desk, text: str) -> Turn | None:
    """What is said of the list as a whole: that it is to be opened, that a kind is left out."""
    names = desk.asked in (None, "who") or fact_of(str(desk.asked)) == "name"
    if names and asks_for_list(text):
        return show(replace(desk, at=replace(desk.at, many=True, editing="", fixing=False)))
    return sure.left_out(desk, text)


def _taken(desk: Desk, given: Given | Refused, text: str | None) -> Turn:
    """An answer accepted; a refusal, unless the words tell something else."""
    if isinstance(given, Refused):
        told = free_words.instead(desk, text, given) if text else None
        if isinstance(told, Turn):
            return told
        if not isinstance(told, Given):
            return refuse(desk, told or _worded(desk, given, text))
        given = told
    if given.at is not None:
        return show(replace(desk, at=given.at), *given.notes)
    return accept(desk, given)


def _worded(desk: Desk, refused: Refused, text: str | None) -> Refused:
    """A refusal that says no more than what is expected, in the language of the words."""
    if refused.why.key not in free_words.UNREAD:
        return refused
    return unread(desk.person, text, refused.why)


def _nominees(desk: Desk, said: Said) -> Turn:
    """Whom the words name; more of the case, where they tell that."""
    told = more(desk, said.text) if said.text and _is_story(said.text) else None
    if told is not None:
        return told if isinstance(told, Turn) else accept(desk, told)
    changed = who.read(desk, said)
    if isinstance(changed, Message):
        return _taken(desk, Refused(changed), said.text)
    turn = show(changed)
    if said.option not in who.OPTIONS:
        return turn
    label = say("echo.option", label=say(f"choice.who.{said.option}"))
    return replace(turn, replies=(replace(turn.replies[0], echo=label), *turn.replies[1:]))


def _is_story(text: str) -> bool:
    """More than a name: words enough, on one line, with a number or a verb's length."""
    return "\n" not in text.strip() and len(text.split()) >= STORY


STORY = 7


def _listed(desk: Desk, listed: Desk | Message) -> Turn:
    """The list with one more or one fewer, and who that is."""
    if isinstance(listed, Message):
        return refuse(desk, Refused(listed))
    turn = show(listed, notes_of.listed(desk.draft, listed.draft))
    return replace(turn, events=[("listed", {})])


def refuse(desk: Desk, refused: Refused) -> Turn:
    """The same question again, after why it could not be taken."""
    turn = show(desk)
    *before, last = turn.replies
    if refused.choices:
        last = replace(last, choices=(refused.choices, *last.choices))
    if desk.asked is None and last.slot is None:
        why = Reply((refused.why,), choices=last.choices, progress=last.progress)
        return replace(turn, replies=(why,))
    last = replace(last, noted=(*last.noted, refused.why))
    return replace(turn, replies=(*before, last))


def accept(desk: Desk, given: Given) -> Turn:
    """Write what was understood, drop what hung on it, and go on."""
    before = desk.draft
    draft = sheet.amend(before, given.values)
    clash = consistency.contradiction(draft, desk.person)
    if clash is not None:
        return refuse(desk, Refused(clash))
    dropped = consistency.orphans(before, draft, desk)
    draft = sheet.merge_last(draft, dropped)
    at = replace(desk.at, editing="", picked=None, month=None, taken=())
    changed = replace(desk, draft=draft, at=at)
    spot = find_spot(changed)
    notes = (*given.notes, *notes_of.share_notes(changed, spot.assessment, given.values))
    if dropped:
        notes = (*notes, notes_of.dropped_note(dropped))
    if at.stage in ("dossier", "review") and judge(desk).verdict is not spot.assessment.verdict:
        return _turned(changed, given, notes=notes)
    turn = show(changed, *notes, spot=spot)
    events = [("answered", {"paths": sorted(given.values)})]
    return replace(turn, events=events, replies=_echoed(turn.replies, given))


def _turned(desk: Desk, given: Given, *, notes: tuple[Message, ...]) -> Turn:
    """Another verdict than the dossier was begun on: it is told, and what it opens is asked."""
    desk = replace(desk, at=At())
    spot = find_spot(desk)
    if spot.path is not None and not is_good(spot):
        notes = (*notes, *verdict_told(desk, spot.assessment))
    turn = show(desk, *notes, spot=spot)
    events = [("answered", {"paths": sorted(given.values)})]
    return replace(turn, events=events, replies=_echoed(turn.replies, given))


def _echoed(replies: tuple[Reply, ...], given: Given) -> tuple[Reply, ...]:
    return (replace(replies[0], echo=given.echo), *replies[1:]) if given.echo else replies
