"""A matter handed to a colleague of the unit."""

from __future__ import annotations

from collections.abc import Sequence

from flows.asking import HandOver, ListColleagues, ListDeadlines
from flows.due import which
from flows.due.telling import about_of, done, noted_of, of_matter, title_of
from flows.model import Choice, Expects, Json, Reply, Role
from flows.reminding import About, Colleague, is_number
from flows.turn import Said, Scene, Turn
from flows.ways import way
from language.fold import fold
from rules.message import Message, say

MOST_LISTED = 20


def begin(scene: Scene, said: Said) -> Turn:
    about = which.tapped(said)
    if about is None:
        return which.find(said, "hand", name=said.argument if said.text else "")
    return of(scene, about)


def of(scene: Scene, about: About) -> Turn:
    at = {"do": "hand", "about": str(about), "name": scene.at.get("name", "")}
    return Turn(request=ListDeadlines(), at=at)


def found(scene: Scene) -> Turn:
    match scene.asked:
        case HandOver():
            return _done(scene)
        case ListColleagues():
            return _offered(scene, scene.found or ())
    known = noted_of(of_matter(scene.found, about_of(scene.at)), scene.today)
    return Turn(request=ListColleagues(), at={**scene.at, **known})


def _offered(scene: Scene, colleagues: Sequence[Colleague]) -> Turn:
    if not colleagues:
        return done(say("hand.nobody"))
    people = [[one.account, one.name] for one in colleagues]
    at = {**scene.at, "people": people}
    named = _named(people, str(scene.at["name"]))
    note = () if named or not scene.at["name"] else (say("hand.no_such"),)
    return _ask(at, *note, people=named or people)


def hear(scene: Scene, said: Said) -> Turn:
    people = scene.at["people"]
    if said.command == "to" and is_number(said.argument):
        return _hand(scene, int(said.argument))
    if said.command == "show":
        return _ask(scene.at, people=people)
    named = _named(people, said.text or "")
    if len(named) == 1:
        return _hand(scene, named[0][0])
    note = say("hand.several") if named else say("hand.no_such")
    return _ask(scene.at, note, people=named or people)


def _named(people: Sequence[Json], text: str) -> list[Json]:
    """Those whose name holds all the words, in their order; the whole name before a part."""
    wanted = fold(text)
    whole = [one for one in people if fold(one[1]) == wanted]
    return whole or [one for one in people if wanted and f" {wanted} " in f" {fold(one[1])} "]


def _ask(at: Json, *note: Message, people: Sequence[Json]) -> Turn:
    rows = [
        (way("to", argument=str(account), label=say("hand.to", name=name)),)
        for account, name in people[:MOST_LISTED]
    ]
    text = (*note, say("hand.ask", title=title_of(at)))
    leave: tuple[Choice, ...] = (way("cancel", role=Role.ASIDE),)
    reply = Reply(text, choices=(*rows, leave), expects=Expects.CHOICE)
    return Turn((reply,), at=at, open=f"hand:{at['about']}")


def _hand(scene: Scene, account: int) -> Turn:
    return Turn(request=HandOver(about_of(scene.at), account), at=scene.at)


def _done(scene: Scene) -> Turn:
    to = scene.found
    if to is None:
        return done(say("hand.refused"))
    return done(say("hand.done", title=title_of(scene.at), name=to.name))
