"""The decision recorded: its number, its day, and the file where there is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from flows.model import Expects, Json, Reply, Role
from flows.proposals.asked import TakeStep
from flows.proposals.matter import Details
from flows.proposals.moves import Step
from flows.proposals.moving import NUMBER_LENGTH
from flows.turn import Said, Scene, Turn
from flows.ways import way
from flows.wire import file_from_json, file_to_json, message_from_json
from language.answers import read_day
from language.fold import clean
from rules.message import Message, say

WITH_DAY = re.compile(r"(?P<number>.+?)[,;]?\s+(?:ngày|ngay|of|dated)\s+(?P<day>.+)", re.IGNORECASE)
At = Mapping[str, Json]


def ask(at: At, *note: Message) -> Turn:
    """What is not known yet: the number, then the day, then the file."""
    title = message_from_json(at["title"])
    if "number" not in at:
        return _asked(at, "number", (*note, say("decide.ask.number", title=title)))
    if "day" not in at:
        return _asked(at, "day", (*note, say("decide.ask.day", number=str(at["number"]))))
    return _asked(at, "file", (*note, say("decide.ask.file", number=str(at["number"]))))


def _asked(at: At, what: str, text: tuple[Message, ...]) -> Turn:
    cancel = way("cancel", role=Role.ASIDE)
    if what == "file":
        ways = ((way("no_file", role=Role.ANSWER),), (cancel,))
        reply = Reply(text, choices=ways, expects=Expects.FILES)
    else:
        reply = Reply(text, choices=((cancel,),), expects=Expects.TEXT)
    return Turn((reply,), at={**at, "do": "decide"}, open=f"text:decide:{what}:{at['draft']}")


def hear(scene: Scene, said: Said) -> Turn:
    at = scene.at
    if said.command == "show":
        return ask(at)
    if "number" not in at:
        return _number(at, clean(said.text or ""), scene.today)
    if "day" not in at:
        return _day(at, said.text or "", scene.today)
    if said.files:
        return take({**at, "file": file_to_json(said.files[0])})
    return take(at) if said.command == "no_file" else ask(at, say("decide.no_file_yet"))


def _number(at: At, text: str, today: date) -> Turn:
    """The number; `12/QĐ-UBND ngày 20/11/2026` gives the day as well."""
    split = WITH_DAY.fullmatch(text)
    number = split["number"] if split else text
    if not number:
        return ask(at, say("proposal.needs_number"))
    if len(number) > NUMBER_LENGTH:
        return ask(at, say("proposal.long_number", length=len(number), most=NUMBER_LENGTH))
    at = {**at, "number": number}
    return _day(at, split["day"], today) if split else ask(at)


def _day(at: At, text: str, today: date) -> Turn:
    found = read_day(text, today)
    if found.refusal is not None or found.clash or found.first is None or found.first != found.last:
        return ask(at, say("decide.day_unread", example=today))
    sent = date.fromisoformat(at["sent_on"]) if at.get("sent_on") else None
    if sent is not None and found.first < sent:
        return ask(at, say("proposal.day_before", sent=sent))
    return ask({**at, "day": found.first.isoformat()})


def take(at: At) -> Turn:
    """All that is known, given to the register."""
    details = Details(
        number=str(at["number"]),
        day=date.fromisoformat(at["day"]),
        file=file_from_json(at["file"]) if at.get("file") else None,
    )
    asked = TakeStep(int(at["draft"]), Step.DECIDE, int(at["version"]), details)
    return Turn(request=asked, at=at)
