"""What was said to the value of the fact that was asked; understood whole, or refused with why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from flows import sheet
from flows.days import read_day_answer
from flows.desk import Desk
from flows.given import Given, Refused
from flows.heard import denying, heard, heard_all, is_label
from flows.model import Expects, Json
from flows.papers.answering import taken
from flows.papers.facts import is_of_papers
from flows.paths import EACH, is_shared
from flows.questions import Question, question
from flows.turn import Said
from flows.values import shown
from language.answers import CountRefusal, PairAnswer, read_count, read_pair, read_yes_no
from language.fold import clean
from language.nominee_line import Doubt, name_doubt
from language.options import is_bare_denial
from language.unsure import is_vague, says_unknown
from rules.facts import Kind, facts
from rules.message import Message, say

LONGEST = 500


def read(desk: Desk, path: str, said: Said) -> Given | Refused:
    """The answer to the question of a path."""
    asked = question(path)
    if is_of_papers(path):
        return _of_papers(desk, path, said)
    if said.text and len(said.text) > LONGEST:
        return Refused(say("refuse.long_text", length=len(said.text), most=LONGEST))
    given = None if said.attachment else _READERS[asked.expects](desk, asked, said)
    if given is None and says_unknown(said.text or ""):
        return Given({path: None}, notes=(say("note.unknown_kept"),))
    return given or Refused(say(f"expect.{_expected(asked)}"))


def _of_papers(desk: Desk, path: str, said: Said) -> Given | Refused:
    """A part of the papers, in as many lines as it takes."""
    if says_unknown(said.text or ""):
        return Given({path: None}, notes=(say("note.unknown_kept"),))
    value = taken(path, said.text or "", desk.today, desk.draft.answers)
    if isinstance(value, Message):
        return Refused(value)
    return Given({path: value}, notes=(say("note.noted", value=shown(path, value, precision={})),))


def _expected(asked: Question) -> str:
    fact = facts().get(asked.fact)
    return "yes_no" if fact is not None and fact.kind is Kind.YES_NO else asked.expects.value


def _choice(_desk: Desk, asked: Question, said: Said) -> Given | Refused | None:
    options = (*asked.options, EACH) if is_shared(asked.path) else asked.options
    if said.option in options:
        label = _label(asked, str(said.option))
        return Given({asked.path: _stored(asked, str(said.option))}, echo=_echo(label))
    found = heard(asked.fact, asked.options, said.text or "")
    if isinstance(found, tuple):
        return Refused(say("refuse.ambiguous", options=[_label(asked, o) for o in found]))
    if found is None:
        return _denied(asked, said.text or "")
    noted = say("note.noted", value=_label(asked, found))
    return Given({asked.path: _stored(asked, found)}, notes=(noted,))


def _denied(asked: Question, text: str) -> Refused | None:
    """A bare `k` says not what is denied: the options that deny, or that it is not known."""
    meant = denying(asked.fact, asked.options) if is_bare_denial(text) else ()
    if not meant:
        return None
    return Refused(say("refuse.bare_no", options=[_label(asked, option) for option in meant]))


def _label(asked: Question, option: str) -> Message:
    return say("choice.each" if option == EACH else f"choice.{asked.fact}.{option}")


def _echo(label: Message) -> Message:
    return say("echo.option", label=label)


def _stored(asked: Question, option: str) -> Json:
    fact = facts().get(asked.fact)
    if fact is not None and fact.kind is Kind.YES_NO and option != EACH:
        return option == "yes"
    return option


def _set(desk: Desk, asked: Question, said: Said) -> Given | Refused | None:
    picked = picked_now(desk, asked.path)
    if said.toggle in asked.options:
        chosen = {*picked} ^ {str(said.toggle)}
        ordered = tuple(option for option in asked.options if option in chosen)
        return Given({}, at=replace(desk.at, picked=ordered))
    if said.command in ("done", "all"):
        values = asked.options if said.command == "all" else picked
        return Given({asked.path: list(values)}, echo=_echo(_listed(asked, values)))
    if is_bare_denial(said.text or ""):
        return Refused(say("refuse.bare_no.set"))
    found = heard_all(asked.fact, asked.options, said.text or "")
    if found is None:
        return None
    noted = say("note.noted", value=_listed(asked, found))
    return Given({asked.path: list(found)}, notes=(noted,))


def picked_now(desk: Desk, path: str) -> tuple[str, ...]:
    """What of a set is ticked: what was ticked just now, else its standing answer."""
    if desk.at.picked is not None:
        return desk.at.picked
    standing = sheet.value_at(desk.draft, path)
    return tuple(standing) if isinstance(standing, list) else ()


def _listed(asked: Question, values: tuple[str, ...]) -> Message:
    if not values:
        return say("value.none")
    return say("value.list", items=[_label(asked, option) for option in values])


def _number(desk: Desk, asked: Question, said: Said) -> Given | Refused | None:
    if not said.text:
        return None
    pair = read_pair(said.text) if asked.fact == "participants" else None
    if pair is not None:
        return _pair(asked, pair)
    count = read_count(said.text)
    if count.value is None:
        refused = count.refusal not in (None, CountRefusal.NOT_A_NUMBER)
        return Refused(say(f"refuse.{count.refusal}")) if refused else None
    fact = facts()[asked.fact]
    if not fact.minimum <= count.value <= fact.maximum:
        return Refused(_out_of_range(count.value, fact.minimum, most=fact.maximum))
    values: dict[str, Json] = {asked.path: count.value}
    if asked.fact in HEADS:
        values["forces_approximate"] = _approximate(desk, asked.path, now=count.approximate)
    noted = "note.approximate" if count.approximate else "note.noted"
    return Given(values, notes=(say(noted, value=say("value.number", value=count.value)),))


HEADS = ("participants", "forces_total")


def _approximate(desk: Desk, path: str, *, now: bool) -> Json:
    """One estimated count makes the share an estimate, until what was estimated is counted."""
    answers = desk.draft.answers
    counted = path in answers and (path == "forces_total" or "forces_total" not in answers)
    before = bool(answers.get("forces_approximate"))
    return now or (before and not counted) or sheet.MISSING


def _out_of_range(value: int, least: int, *, most: int) -> Message:
    return say("refuse.number_range", value=value, least=least, most=most)


def _pair(asked: Question, pair: PairAnswer) -> Given | Refused:
    fact = facts()["forces_total"]
    if not fact.minimum <= pair.total <= fact.maximum:
        return Refused(_out_of_range(pair.total, fact.minimum, most=fact.maximum))
    values: dict[str, Json] = {asked.path: pair.part, "forces_total": pair.total}
    values["forces_approximate"] = pair.approximate or sheet.MISSING
    noted = say("note.pair", heads=pair.part, total=pair.total)
    return Given(values, notes=(noted,))


def _text(desk: Desk, asked: Question, said: Said) -> Given | Refused | None:
    value = " ".join(clean(said.text or "").split())
    if not value or says_unknown(value):
        return None
    if asked.fact == "name" and (why := _no_name(value, desk)):
        return Refused(why)
    if _says_nothing(value):
        return None
    return Given({asked.path: value}, notes=(say("note.noted", value=value),))


def _says_nothing(value: str) -> bool:
    """A yes, a no or a perhaps, where words are asked that stand in the papers."""
    return read_yes_no(value) is not None or is_bare_denial(value) or is_vague(value)


MOST_SHOWN = 60


def _no_name(value: str, desk: Desk) -> Message | None:
    """Why this is no name: a day, a number, a doubt, the words of a button."""
    doubt = Doubt.EMPTY if is_label(value) else name_doubt(value, desk.today)
    if doubt is None:
        return None
    if doubt in (Doubt.EMPTY, Doubt.NUMBER) or len(value) > MOST_SHOWN:
        return say("expect.name")
    return say(f"refuse.no_name.{doubt}", line=value)


Reader = Callable[[Desk, Question, Said], Given | Refused | None]

_READERS: Mapping[Expects, Reader] = {
    Expects.CHOICE: _choice,
    Expects.SET: _set,
    Expects.NUMBER: _number,
    Expects.DATE: read_day_answer,
    Expects.TEXT: _text,
}
