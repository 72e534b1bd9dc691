"""Names the parts that a guidance or a plan still lacks."""

from __future__ import annotations

from rules.look import Look
from rules.message import say
from rules.rule import Words, wording


def lacking(case: Look, fact: str) -> Words:
    """The parts that are not there yet, in the order of the letter."""
    there = case[fact].value
    wanted = case.parameter(f"thematic.{fact}")
    return wording(parts=tuple(say(f"choice.{fact}.{p}") for p in wanted if p not in there))
