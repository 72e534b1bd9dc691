"""What is written in the other language is answered in it, with one tap to go over to it."""

from __future__ import annotations

from dataclasses import replace

from flows.given import Refused
from flows.model import Person, Reply
from flows.ways import after, go
from language.english_cases import told_in_english
from language.spoken import language_of
from rules.message import Message, say

TOLD = 5
"""Of fewer words in one's own language an answer is meant, and neither a case nor a question."""


def is_other(person: Person, text: str) -> bool:
    """Whether words are plainly in another language than the person is spoken to in."""
    return language_of(text) not in (None, person.language)


def unread(person: Person, text: str | None, why: Message) -> Refused:
    """Why words were not understood: in their own language, with the way over to it."""
    language = language_of(text or "")
    if language == "en" == person.language and len(str(text).split()) >= TOLD:
        return Refused(say("language.read_in_vietnamese"))
    if not is_other(person, text or ""):
        return Refused(why)
    label = say(f"choice.language.{language}")
    return Refused(
        say(f"language.other.{language}"), (go("language", argument=str(language), label=label),)
    )


def after_unread(person: Person, text: str | None, why: Message, *, reply: Reply) -> Reply:
    """The page after why words typed at it were not understood; a case is led to by taps."""
    refused = _of_case(text or "") or unread(person, text, why)
    rows = (refused.choices, *reply.choices) if refused.choices else reply.choices
    return replace(after(refused.why, reply), choices=rows)


def _of_case(text: str) -> Refused | None:
    """A case told in English: that it is not read, and the way to be asked in English instead."""
    award = told_in_english(text) if language_of(text) == "en" else None
    if award is None:
        return None
    label = say("language.step_by_step")
    return Refused(say("language.case"), (go("language", argument=f"en:{award}", label=label),))
