"""Free words where they answer nothing: a case is opened, a question to the letters answered."""

from __future__ import annotations

from flows import of_case, own_words
from flows.case_read import is_case
from flows.corrections import chosen
from flows.day_told import day_told
from flows.desk import Desk
from flows.given import Given, Refused
from flows.letters_asked import asked_reply, office_of, where_to_ask
from flows.model import Choice, Person, Reply, Tone
from flows.other_language import is_other
from flows.paths import fact_of
from flows.said_of import named, said_of
from flows.showing import ahead
from flows.sources import cited
from flows.told_beside import corrected_and_told
from flows.told_more import more
from flows.turn import Said, Scene, Turn
from flows.ways import go
from language.all_dates import find_dates
from language.answers import DayRefusal, read_day
from language.facts.heard import Intent
from language.facts.to_come import is_to_come
from language.facts.whole import read_message
from language.facts.wish import wishes, wishes_to_propose
from language.questions import Answer, Sort, answer, ends_asking, lean
from language.questions.of_case import Matter
from rules.assessment import why
from rules.facts import facts
from rules.message import say

FEWEST_WORDS = 4
"""Of fewer words nothing is told but an answer."""
NO_NAME = "refuse.no_name.question"
ON_HEADS = of_case.WHOSE[Matter.COLLECTIVE]
"""The clause by which the people of a collective are counted; another asks for its deed first."""
UNREAD = frozenset(
    {
        *("expect.card", "expect.choice", "expect.set", "expect.number", "expect.date"),
        *("expect.text", "expect.yes_no", "expect.who", "expect.name", NO_NAME),
        "note.no_target.words",
    }
)
"""Refusals that give no reason of their own but what is expected."""


def entered(scene: Scene, said: Said) -> Turn | None:
    """What was typed where nothing is asked: a case to look at, or a question to the letters."""
    if said.command is not None or not said.text:
        return None
    if is_case(said.text, scene):
        return Turn(goto=("check", Said(command=own_words.TOLD, text=said.text)))
    wish = Turn(goto=("check", Said(command="start", argument=said.text)))
    if wishes_to_propose(said.text):
        return wish
    if read_message(said.text, scene.today).intent is not Intent.QUESTION:
        return wish if wishes(said.text) else None
    found = answer(said.text, own=scene.own)
    unsaid = is_other(scene.person, said.text) or not _says_enough(said.text)
    if found.is_outside and found.topic is None and unsaid:
        return wish if wishes(said.text) else None
    return Turn((_asked(scene.person, scene, found, ways=((go("menu"),),)),), open="asked")


def _says_enough(text: str) -> bool:
    """Whether a text that no clause answers is a question all the same, and no word or two."""
    return len(text.split()) >= FEWEST_WORDS and ends_asking(text)


def instead(desk: Desk, text: str, refused: Refused) -> Given | Refused | Turn | None:
    """What words that are no answer tell of the case, or the letters' answer to them.

    An answer refused for a reason of its own (a day to come, a span) is refused all the same.
    """
    day = day_told(desk, text, refused.why)
    if day is not None or refused.why.key not in UNREAD:
        return day
    of_it = of_case.asked(desk, text) or named(desk, text) or _chosen(desk, text)
    if of_it is not None or (len(text.split()) < FEWEST_WORDS and not _tells_day(desk, text)):
        return of_it
    if refused.why.key == NO_NAME and answer(text).is_outside:
        return None
    if is_to_come(text):
        return ahead(desk, own_words.not_yet())
    asks = lean(text).sort is Sort.QUESTION
    if asks and ends_asking(text):
        return asked_between(desk, text)
    return corrected_and_told(desk, text) or more(desk, text) or said_of(desk, text)


def _chosen(desk: Desk, text: str) -> Given | Refused | None:
    """`cấp tỉnh` where nothing is asked: another option of an answer already given."""
    return chosen(desk, text) if desk.asked is None else None


def _tells_day(desk: Desk, text: str) -> bool:
    """`lễ trao 25/12`: a day, and of what; a day alone is no such."""
    if not find_dates(text, desk.today, ahead=True):
        return False
    return read_day(text, desk.today, ahead=True).refusal is DayRefusal.NOT_A_DATE


def asked_between(desk: Desk, text: str) -> Turn:
    """The answer to a question, ahead of the one that is open."""
    return ahead(desk, _between(desk, text))


def is_asked(text: str) -> bool:
    """Whether words where any would do are plainly a question to the letters."""
    asks = text.rstrip().endswith("?") and len(text.split()) >= FEWEST_WORDS
    return asks and lean(text).sort is Sort.QUESTION and not answer(text).is_outside


def _between(desk: Desk, text: str) -> Reply:
    """The letters' answer; where they have none, what they say on the very question asked."""
    found = answer(text, own=desk.own)
    if not found.is_outside:
        return _asked(desk.person, desk, found)
    fact = fact_of(desk.asked or "")
    clauses = why(fact, desk.draft.kind).clauses if fact in facts() else ()
    if not clauses or found.topic is not None:
        return _asked(desk.person, desk, found)
    clause = ON_HEADS if fact == "participants" else clauses[0]
    text_of = (cited(clause), say("asked.no_more", office=where_to_ask(desk.person)))
    return Reply(text_of, tone=Tone.NOTE, clauses=(clause,))


def _asked(
    person: Person,
    where: Scene | Desk,
    found: Answer,
    *,
    ways: tuple[tuple[Choice, ...], ...] = (),
) -> Reply:
    return asked_reply(found, where.today, office=office_of(person), ways=ways)
