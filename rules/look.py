"""A rule's view of a case: its answers, defaults taken where they may be, and the day judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from rules.case import Case
from rules.conditions import Answer
from rules.facts import Fact, facts
from rules.parameters import parameter

RESCUES: Final = ("brave_rescue", "combat")


@dataclass(frozen=True, slots=True)
class Look:
    """The case as seen for one nominee (its index) or for the whole (None).

    In the chat the facts that it asks have no default: what a file may leave out, an
    officer is asked.
    """

    case: Case
    day: date
    chat: bool = False
    nominee: int | None = None
    whole: dict[str, Answer] = field(default_factory=dict, compare=False)
    seen: dict[str, Answer] = field(default_factory=dict, compare=False)
    views: dict[int, Look] = field(default_factory=dict, compare=False)

    def __getitem__(self, name: str) -> Answer:
        answer = self.seen.get(name)
        if answer is None:
            fact = facts()[name]
            answer = None if fact.of_nominee else self.whole.get(name)
            answer = self.seen[name] = answer or self._answer(fact)
            if not fact.of_nominee:
                self.whole[name] = answer
        return answer

    def of(self, nominee: int) -> Look:
        """The same case, seen for one nominee; what is told of the whole is looked up once."""
        view = self.views.get(nominee)
        if view is None:
            view = Look(self.case, day=self.day, chat=self.chat, nominee=nominee, whole=self.whole)
            self.views[nominee] = view
        return view

    def nominees(self) -> tuple[Look, ...]:
        return tuple(self.of(index) for index in range(len(self.case.nominees)))

    def count(self) -> int:
        """How many alike this nominee stands for."""
        return int(self._values(of_nominee=True).get("count") or 1)

    def parameter(self, name: str) -> Any:
        """The parameter's value on the day judged. Raises ParameterError."""
        return parameter(name, self.day)

    def _values(self, *, of_nominee: bool) -> Mapping[str, Any]:
        if not of_nominee:
            return self.case.facts
        assert self.nominee is not None, "a nominee's fact is read for a nominee"
        return self.case.nominees[self.nominee]

    def _answer(self, fact: Fact) -> Answer:
        values = self._values(of_nominee=fact.of_nominee)
        path = f"nominees[{self.nominee}].{fact.id}" if fact.of_nominee else fact.id
        value = values.get(fact.id)
        if value is not None:
            return Answer(path, value=value, is_known=True)
        if fact.id in values:
            return Answer(path)
        default = self._default(fact)
        if default is None:
            return Answer(path, is_absent=True)
        return Answer(path, value=default, is_known=True)

    def _default(self, fact: Fact) -> str | bool | None:
        if not (self.chat and fact.asked):
            return fact.default
        # a rescue or a fight is no initiative: the question would only puzzle the officer
        if fact.id == "initiative" and self["ground"].value in RESCUES:
            return fact.default
        return None
