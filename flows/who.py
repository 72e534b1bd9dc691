"""For whom: one nominee by a tap, or a list typed line by line, added to and taken from by taps."""

from __future__ import annotations

import re
from dataclasses import replace

from flows import consistency, sheet, who_sheet
from flows.desk import Desk
from flows.heard import heard, is_label
from flows.model import Choice, Expects, Reply, Role
from flows.questions import ask as ask_fact
from flows.questions import nominee_name, question
from flows.table import Table
from flows.turn import Said
from flows.ways import go, way
from language.fold import clean, fold
from language.list_changes import Added, Dropped, read_list_change
from language.nominee_line import KINDS, Doubt, NomineeLine, read_nominee
from language.nominees_apart import apart
from rules.message import Message, say

OPTIONS = (*KINDS, "many")
MOST = 200
MOST_BUTTONS = 8
"""A button for each line up to here; a longer list is mended by words."""
MOST_SHOWN = 60
_DROP = re.compile(
    r"(?:xoa|bo|go|loai|remove|delete|drop)(?: bo| di)?"
    r"(?: (?:dong|so|thu|muc|line|number|no))*\.? ?(?P<line>\d{1,3}|cuoi(?: cung)?|last)",
    flags=re.ASCII,
)
_NAMED = re.compile(
    r"(?:tập thể|tap the|cá nhân|ca nhan|hộ|ho|collective)\s+(\w)", flags=re.IGNORECASE
)
_TITLES = frozenset(
    {
        *("ong", "ba", "anh", "chi", "co", "chu", "em", "dong", "d/c", "dc", "ca", "nhan"),
        *("mr", "mrs", "ms"),
    }
)
Facts = dict[str, str | int]


def ask(desk: Desk) -> Reply:
    """The question for whom; with a list begun, the list and how to mend it."""
    if desk.at.waiting or desk.at.faulty:
        return who_sheet.ask(desk.at.waiting, desk.at.faulty)
    if not desk.at.many:
        return ask_fact(desk, question("who"))
    adding = tuple(
        Choice(f"a:add_{kind}", say(f"choice.who_many.add_{kind}"), role=Role.ANSWER)
        for kind in KINDS
    )
    names = [nominee_name(desk.draft, n) for n in range(len(sheet.own_answers(desk.draft)))]
    done = (way("done", role=Role.ANSWER),) if names else ()
    ways = (way("back", role=Role.ASIDE), replace(go("menu"), role=Role.ASIDE))
    rows = (adding, *_drops(names), (*done, *ways))
    text = (say("ask.who_many"), *_listed(names))
    return Reply(text, choices=rows, expects=Expects.FILES, slot="who")


def _listed(names: list[Message | str]) -> tuple[Message, ...]:
    """The list by its lines' numbers, and how a line is taken out."""
    if not names:
        return ()
    lines = [say("who.line", number=n, name=name) for n, name in enumerate(names, start=1)]
    return (say("who.listed", names=lines, count=len(lines)), say("who.how_to_drop"))


def _drops(names: list[Message | str]) -> tuple[tuple[Choice, ...], ...]:
    """A button to take out each line of a short list."""
    if len(names) > MOST_BUTTONS:
        return ()
    return tuple(
        (Choice(f"a:drop_{n}", say("choice.who_many.drop", name=name), role=Role.ASIDE),)
        for n, name in enumerate(names)
    )


def read(desk: Desk, said: Said) -> Desk | Message:
    """The desk with the nominees said, or why they could not be taken."""
    if said.table is not None:
        return _of_table(desk, said.table)
    if said.command == "done" and sheet.own_answers(desk.draft):
        return replace(desk, at=replace(desk.at, many=False))
    if said.option is not None:
        return _tapped(desk, said.option)
    if said.text is None:
        return say("expect.who")
    drop = _DROP.fullmatch(fold(said.text).strip(" .")) if desk.at.many else None
    if drop is not None:
        count = len(sheet.own_answers(desk.draft))
        line = int(drop["line"]) if drop["line"].isdigit() else count
        return _dropped(desk, line - 1)
    option = None if desk.at.many or _is_own(said.text) else heard("who", OPTIONS, said.text)
    return _tapped(desk, option) if isinstance(option, str) else _typed(desk, said.text)


def _of_table(desk: Desk, table: Table) -> Desk | Message:
    """All rows of a spreadsheet; where some are wrong, they are told and nothing is added yet."""
    if table.refused is not None:
        return table.refused
    known = [str(one["name"]) for one in sheet.own_answers(desk.draft) if one.get("name")]
    listed = who_sheet.read_table(table, known, desk.today)
    if len(known) + len(listed.good) > MOST:
        return say("refuse.too_many_nominees", most=MOST)
    if not listed.faults:
        return _added(desk, list(listed.good), many=True) if listed.good else say("sheet.empty")
    waiting, faulty = who_sheet.as_json(listed)
    return replace(desk, at=replace(desk.at, many=True, waiting=waiting, faulty=faulty))


def changed(desk: Desk, text: str) -> Desk | Message | None:
    """The list as a sentence changes it (`thêm một cá nhân: …`); None where it changes nothing."""
    match read_list_change(text, desk.today):
        case Added(lines=added):
            return _added(desk, [_facts(line) for line in added], many=desk.at.many)
        case Dropped(name=name):
            own = sheet.own_answers(desk.draft)
            lines = [n for n, one in enumerate(own) if is_called(one.get("name"), name)]
            return without(desk, lines[0]) if len(lines) == 1 else None
    return None


def is_called(name: str | None, said: str) -> bool:
    """`ông Hải` and `Hải` are Nông Văn Hải."""
    words, meant = fold(name or "").split(), [w for w in fold(said).split() if w not in _TITLES]
    return bool(meant) and words[-len(meant) :] == meant


def _is_own(text: str) -> bool:
    """More than a kind alone: a number, or a name behind the kind, by its capital."""
    named = _NAMED.match(text.strip())
    is_name = named is not None and named[1].isupper() and not text.isupper()
    return is_name or any(sign.isdigit() for sign in text)


def _typed(desk: Desk, text: str) -> Desk | Message:
    """All the lines typed, or none of them and why."""
    typed = [line for line in re.split(r"[\n;]+", text) if line.strip()]
    lines = [one for line in typed for one in apart(line)]
    facts: list[Facts] = []
    for line in lines:
        found = Doubt.EMPTY if is_label(line) else read_nominee(line, desk.today)
        if isinstance(found, Doubt):
            why = _doubted(line, found)
            return say("refuse.none_of_the_lines", why=why) if len(lines) > 1 else why
        facts.append(_facts(found))
    if not facts:
        return say("expect.who")
    return _added(desk, facts, many=desk.at.many or len(facts) > 1)


def _doubted(line: str, doubt: Doubt) -> Message:
    shown = clean(line)
    if doubt is Doubt.EMPTY or len(shown) > MOST_SHOWN:
        return say("expect.who")
    return say(f"refuse.no_name.{doubt}", line=shown)


def _facts(found: NomineeLine) -> Facts:
    facts: Facts = {"type": found.kind}
    if found.count is not None:
        facts["count"] = found.count
    if found.name is not None:
        facts["name"] = found.name
    return facts


def _tapped(desk: Desk, option: str) -> Desk | Message:
    if option == "many":
        return replace(desk, at=replace(desk.at, many=True))
    if option == "drop_rows":
        return replace(desk, at=replace(desk.at, waiting=(), faulty=()))
    if option == "keep_rows" and desk.at.waiting:
        return _added(desk, [dict(one) for one in desk.at.waiting], many=True)
    verb, _, line = option.partition("_")
    if verb == "drop" and line.isdecimal():
        return _dropped(desk, int(line))
    kind = option.removeprefix("add_")
    if kind not in KINDS:
        return say("expect.who")
    return _added(desk, [{"type": kind}], many=desk.at.many)


def _added(desk: Desk, facts: list[Facts], *, many: bool) -> Desk | Message:
    draft = desk.draft
    if len(sheet.own_answers(draft)) + len(facts) > MOST:
        return say("refuse.too_many_nominees", most=MOST)
    draft = sheet.add_nominees(draft, facts)
    at = replace(desk.at, many=many, editing="", taken=(), waiting=(), faulty=())
    return replace(desk, draft=draft, at=at)


def _dropped(desk: Desk, index: int) -> Desk | Message:
    """The list without one line, if it has so many."""
    count = len(sheet.own_answers(desk.draft))
    if not 0 <= index < count:
        return say("refuse.no_such_line", count=count)
    return without(desk, index)


def without(desk: Desk, index: int) -> Desk:
    """The list without one of its lines, and without the answers that only that line needed."""
    draft = sheet.remove_nominee(desk.draft, index)
    draft = sheet.merge_last(draft, consistency.orphans(desk.draft, draft, desk))
    return replace(desk, draft=draft, at=replace(desk.at, taken=(), reached=0))
