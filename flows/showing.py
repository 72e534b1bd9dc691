"""Where a draft stands, shown: a question, the verdict, or the review."""

from __future__ import annotations

from dataclasses import replace

from flows import cards, headings, mending, review, who
from flows.answers import picked_now
from flows.desk import Desk
from flows.model import Expects, Reply
from flows.questions import ask, question
from flows.spots import Spot, find_spot
from flows.turn import Turn
from flows.ways import led_on, without_ways
from rules.message import Message
from rules.verdict import Verdict


def show(desk: Desk, *notes: Message, spot: Spot | None = None) -> Turn:
    """Where the draft stands now: a question, the verdict, or the review."""
    spot = spot or find_spot(desk)
    settled = cards.settled_before(desk, spot) if spot.path not in (None, "who") else None
    at = replace(desk.at, told=settled is not None or (desk.at.told and is_good(spot)))
    replies = [*([settled] if settled else []), _reply(desk, spot)]
    # what the card tells anyway is not noted ahead of it as well
    replies[0] = replace(replies[0], noted=tuple(n for n in notes if n not in replies[0].text))
    progress = headings.progress(desk, spot.assessment)
    replies[-1] = replace(replies[-1], progress=progress)
    at = replace(at, reached=progress.percent or at.reached)
    draft = replace(desk.draft, rulebook=spot.assessment.rulebook.version)
    keep = desk.keeps and (draft.id is not None or bool(draft.answers))
    return Turn(
        tuple(replies),
        at=at.to_json(),
        open=spot.name,
        draft=draft,
        keep=keep,
        verdict=spot.assessment.verdict.value,
        last_day=spot.assessment.timing.due,
        assessment=spot.assessment,
    )


def ahead(desk: Desk, told: Reply) -> Turn:
    """The answer ahead of the same question; a card is not told again for it."""
    turn = show(desk)
    last = turn.replies[-1]
    if last.expects is Expects.NOTHING:
        return replace(turn, replies=(led_on(told, last),))
    return replace(turn, replies=(*without_ways((told,)), *turn.replies))


def is_good(spot: Spot) -> bool:
    return spot.assessment.verdict is Verdict.ELIGIBLE


def _reply(desk: Desk, spot: Spot) -> Reply:
    if spot.path == "who":
        return who.ask(desk)
    if spot.path is not None:
        asked = ask(desk, question(spot.path), picked_now(desk, spot.path))
        return mending.asked(desk, asked, spot.path)
    if spot.name == "review":
        return review.card(desk, spot.assessment)
    if spot.name == "fix":
        return review.fix(desk, spot.assessment)
    return cards.card(desk, spot.assessment)
