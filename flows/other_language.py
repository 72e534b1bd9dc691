"""What is written in the other language is answered in it, with one tap to go over to it."""

from __future__ import annotations

from dataclasses import replace

from flows.given import Refused
from flows.model import Person, Reply
from flows.ways import after, go
from language.spoken import language_of
from rules.message import Message, say


def is_other(person: Person, text: str) -> bool:
    """Whether words are plainly in another language than the person is spoken to in."""
    return language_of(text) not in (None, person.language)


def unread(person: Person, text: str | None, why: Message) -> Refused:
    """Why words were not understood: in their own language, with the way over to it."""
    language = language_of(text or "")
    if language == "en" == person.language:
        return Refused(say("language.read_in_vietnamese"))
    if not is_other(person, text or ""):
        return Refused(why)
    label = say(f"choice.language.{language}")
    return Refused(
        say(f"language.other.{language}"), (go("language", argument=str(language), label=label),)
    )


def after_unread(person: Person, text: str | None, why: Message, *, reply: Reply) -> Reply:
    """The page after why words typed at it were not understood."""
    refused = unread(person, text, why)
    rows = (refused.choices, *reply.choices) if refused.choices else reply.choices
    return replace(after(refused.why, reply), choices=rows)
