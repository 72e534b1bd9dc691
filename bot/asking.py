"""One message of free text answered: what was understood, the assessment, and the reply."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from bot.assessments import to_json
from bot.letters_told import cited_by
from flows.book import all_flows
from flows.engine import step
from flows.model import Incoming, Person, Reply
from flows.turn import Scene, State
from handlers.terminal import SIGNS, plain
from language.facts.heard import Intent, Told
from language.facts.several import several
from language.facts.whole import read_message
from locales.catalog import text as words
from rules.assessment import assess
from rules.case import Case, CaseError, split_path
from rules.message import say
from rules.parameters import ParameterError

NOBODY: Final = "ask"
UNJUDGED: Final = frozenset({"name", "count"})
"""Facts of a nominee that no rule waits for."""


def answered(text: str, today: date) -> dict[str, Any]:
    """The keys of vocabulary `ask`, always all of them; of several cases none is judged."""
    cases = several(text, today)
    told = Told(Intent.CASE) if cases else read_message(text, today)
    row = _row(told)
    replies = _replies(text, today)
    cited = dict.fromkeys(name for reply in replies for name in reply.clauses)
    return {
        "intent": told.intent.value,
        "kind": told.kind,
        "facts": row["facts"],
        "nominees": row["nominees"],
        "assessment": _assessed(row, today) if _is_judged(told) else None,
        "clauses": cited_by(cited),
        "understood": [
            {"fact": one.fact, "value": one.value, "words": list(one.words)}
            for one in told.understood
        ],
        "reply": "\n".join((shown(replies), *(f"{n}. {one}" for n, one in enumerate(cases, 1)))),
    }


def _is_judged(told: Told) -> bool:
    return told.intent is Intent.CASE and told.kind is not None


def _row(told: Told) -> dict[str, Any]:
    """The case as a file holds it; what is not sure is not known, and takes no default."""
    facts, nominees = dict(told.facts), [dict(one) for one in told.nominees]
    for path in (*(one.fact for one in told.unsure), *(one.path for one in told.conflicts)):
        name, index = split_path(path)
        if index is None:
            facts.setdefault(name, None)
        elif index < len(nominees) and name not in UNJUDGED:
            nominees[index].setdefault(name, None)
    return {"kind": told.kind, "facts": facts, "nominees": nominees}


def _assessed(row: dict[str, Any], today: date) -> dict[str, Any] | None:
    """The assessment as `check` prints it; None where the facts cannot stand together."""
    try:
        return to_json(assess(Case.from_json(row), today=today))
    except (CaseError, ParameterError):
        return None


def _replies(text: str, today: date) -> tuple[Reply, ...]:
    """What the chat says to somebody unknown who begins with this message."""
    incoming = Incoming(NOBODY, NOBODY, NOBODY, text=text)
    return step(all_flows(), State(), incoming, Scene(Person(), today)).replies


def shown(replies: tuple[Reply, ...]) -> str:
    """The bubbles as text, without their buttons."""
    return "\n\n".join("\n".join(_lines(reply)) for reply in replies) or words(say("menu.title"))


def _lines(reply: Reply) -> list[str]:
    first, *rest = (plain(words(line)) for line in reply.text)
    noted = [plain(words(line)) for line in reply.noted]
    return [*noted, SIGNS.get(reply.tone, "") + first, *rest]
