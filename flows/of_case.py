"""What is asked of the case in hand, answered from it: its last day, its papers, what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from flows import sheet
from flows.cards import asks_on, head
from flows.desk import Desk
from flows.letters_asked import where_to_ask
from flows.model import Choice, Reply, Tone
from flows.showing import ahead, show
from flows.sources import cited, clause_rows
from flows.spots import Spot, find_spot
from flows.turn import Turn
from flows.verdict_lines import verdict_told
from flows.ways import after, go, way
from language.questions.of_case import Matter, asked_of_case
from rules.message import say
from rules.verdict import Verdict

Told: TypeAlias = Callable[[Desk, Spot], Turn | None]
WHOSE: Mapping[Matter, str] = {
    Matter.INDIVIDUAL: "LS2022.2.b.1",
    Matter.COLLECTIVE: "LS2022.2.b.2",
}
"""The clauses on who may be praised for a sudden deed."""


def asked(desk: Desk, text: str) -> Turn | None:
    """The answer to what is asked of the case; None where the words ask nothing of it."""
    matter = asked_of_case(text)
    if matter is None or not desk.draft.answers:
        return None
    if matter in WHOSE:
        return _whose(desk, WHOSE[matter])
    return TOLD[matter](desk, find_spot(desk))


def _when(desk: Desk, spot: Spot) -> Turn:
    """The last day as it is counted, or why there is none."""
    timing = spot.assessment.timing
    text = [say("card.timing", explanation=timing.explanation)]
    if spot.assessment.verdict is Verdict.NOT_ELIGIBLE:
        text = [head(desk, spot.assessment), *text]
    if timing.estimated:
        text.append(say("days.estimated"))
    rests_on = (timing.clause,) if timing.clause else ()
    text += map(cited, rests_on)
    return ahead(desk, Reply(tuple(text), tone=Tone.NOTE, clauses=rests_on))


def _verdict(desk: Desk, spot: Spot) -> Turn:
    """The card once more, or how it stands ahead of the question that is open."""
    if spot.path is None:
        return show(desk)
    return ahead(desk, Reply(verdict_told(desk, spot.assessment), tone=Tone.NOTE))


def _lacks(desk: Desk, spot: Spot) -> Turn:
    """What is missing; where nothing is, that the verdict waits for nothing."""
    turn = _verdict(desk, spot)
    settled = spot.assessment.verdict is Verdict.ELIGIBLE and not asks_on(desk, spot.assessment)
    if spot.path is not None or not settled:
        return turn
    *before, last = turn.replies
    return replace(turn, replies=(*before, after(say("of_case.lacks_nothing"), last)))


def _papers(desk: Desk, _spot: Spot) -> Turn:
    """What the program writes of this kind, and how to come to it."""
    ways: tuple[tuple[Choice, ...], ...] = ()
    if desk.keeps and desk.draft.id is not None:
        ways = ((go("papers", argument=str(desk.draft.id)),),)
    key = f"of_case.papers.{desk.draft.kind}"
    text = (
        say(key),
        say("of_case.papers.how"),
        say("asked.office", office=where_to_ask(desk.person)),
    )
    return ahead(desk, Reply(text, choices=ways, tone=Tone.NOTE))


def _signs(desk: Desk, _spot: Spot) -> Turn:
    text = (say("of_case.signs"), say("asked.office", office=where_to_ask(desk.person)))
    return ahead(desk, Reply(text, tone=Tone.NOTE))


def _whose(desk: Desk, clause: str) -> Turn | None:
    """What the letter asks of an individual, or of a collective, and how to propose one."""
    if desk.draft.kind != "surprise":
        return None
    key = "of_case.individual" if clause == "LS2022.2.b.1" else "of_case.collective"
    ways = tuple((one,) for one in _instead(desk)) if key == "of_case.individual" else ()
    rows = (*ways, *clause_rows([clause]))
    return ahead(desk, Reply((say(key), cited(clause)), choices=rows, clauses=(clause,)))


def _instead(desk: Desk) -> Iterator[Choice]:
    """The way from the one collective on the list to an individual."""
    own = sheet.own_answers(desk.draft)
    if len(own) == 1 and own[0].get("type") == "collective":
        yield way("instead", argument="0")


def _level(desk: Desk, _spot: Spot) -> Turn | None:
    """Another level: it is asked, and the case judged anew by it."""
    if desk.draft.kind == "revocation":
        return None
    at = replace(desk.at, editing="award_level", fixing=False, picked=None, month=None)
    return show(replace(desk, at=at), say("of_case.level"))


def _thanks(desk: Desk, _spot: Spot) -> Turn:
    return ahead(desk, Reply((say("of_case.thanks"),), tone=Tone.NOTE))


def _agreed(desk: Desk, spot: Spot) -> Turn | None:
    """A word of assent at a card; where something is asked it is no answer."""
    if spot.path is not None:
        return None
    return ahead(desk, Reply((say("of_case.agreed"),), tone=Tone.NOTE))


TOLD: Mapping[Matter, Told] = {
    Matter.WHEN: _when,
    Matter.LACKS: _lacks,
    Matter.PAPERS: _papers,
    Matter.SIGNS: _signs,
    Matter.VERDICT: _verdict,
    Matter.LEVEL: _level,
    Matter.THANKS: _thanks,
    Matter.AGREED: _agreed,
}
