"""Why a change of the tree of units, or a rule of who receives what, is refused, and where."""

from __future__ import annotations

from flows.proposals.routing import LEVELS as ROUTE_LEVELS
from flows.tree import (
    BASIS_LENGTH,
    LEVELS,
    NAME_LENGTH,
    Change,
    EditUnit,
    SetRoute,
    Ties,
    Unchanged,
    UnitTree,
)
from language.fold import clean, fold
from rules.citations import letters as known_letters
from rules.message import say
from rules.rule import PROPOSALS


def unchanged(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    """Why the tree refuses it; None where it may be done. `asked.unit` is of the tree."""
    if asked.change in (Change.ADD, Change.RENAME):
        wrong = _name_wrong(tree, asked)
        if wrong is not None or asked.change is Change.RENAME:
            return wrong
    elif asked.unit == tree.own:
        return Unchanged((say("unit.own"),))
    match asked.change:
        case Change.ADD:
            return _new_wrong(tree, asked)
        case Change.RETIRE:
            return _has_children(tree, asked.unit)
        case Change.OFFICE:
            return _office_wrong(tree, asked)
    return _move_wrong(tree, asked)


def _name_wrong(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    name = clean(asked.name)
    if not name:
        return Unchanged((say("unit.no_name"),), "name")
    if len(name) > NAME_LENGTH:
        return Unchanged((say("unit.long_name", length=len(name), most=NAME_LENGTH),), "name")
    itself = asked.unit if asked.change is Change.RENAME else None
    for one in tree.nodes.values():
        if one.id != itself and fold(one.name) == fold(name):
            return Unchanged((say("unit.there", name=one.name),), "name")
    return None


def _new_wrong(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    if asked.level not in LEVELS:
        return Unchanged((say("unit.no_level"),), "level")
    if not set(asked.letters) <= set(known_letters()):
        return Unchanged((say("unit.no_letter"),), "letters")
    if asked.to is not None and asked.to not in tree.nodes:
        return Unchanged((say("unit.no_office"),), "to")
    below = tree.own in tree.line(asked.unit)
    return None if below or asked.to == tree.own else Unchanged((say("unit.given_away"),), "to")


def _office_wrong(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    if asked.to == asked.unit:
        return Unchanged((say("unit.office_itself"),), "to")
    if asked.to is not None and asked.to not in tree.nodes:
        return Unchanged((say("unit.no_office"),), "to")
    below = tree.own in tree.line(asked.unit)
    return None if below or asked.to == tree.own else Unchanged((say("unit.given_away"),), "to")


def _move_wrong(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    if asked.to is None or asked.to not in tree.nodes:
        return Unchanged((say("unit.no_parent"),), "to")
    if asked.unit in tree.line(asked.to):
        unit, to = tree.nodes[asked.unit], tree.nodes[asked.to]
        itself = asked.unit == asked.to
        key = "unit.ring.itself" if itself else "unit.ring"
        return Unchanged((say(key, unit=unit.name, to=to.name),), "to")
    below = tree.own in tree.line(asked.to) or tree.nodes[asked.unit].office == tree.own
    return None if below else Unchanged((say("unit.given_away"),), "to")


def _has_children(tree: UnitTree, unit: int) -> Unchanged | None:
    below = [one.name for one in tree.children(unit)]
    return Unchanged((say("unit.has_children", units=below),)) if below else None


def route_wrong(tree: UnitTree, asked: SetRoute) -> Unchanged | None:
    """Why a rule is refused; `asked.unit` is of the tree."""
    if asked.kind not in ("", *PROPOSALS):
        return Unchanged((say("unit.no_kind"),), "kind")
    if asked.level not in ("", *ROUTE_LEVELS):
        return Unchanged((say("unit.no_level"),), "level")
    if asked.office == asked.unit:
        return Unchanged((say("unit.office_itself"),), "to")
    if asked.office not in tree.nodes:
        return Unchanged((say("unit.no_office"),), "to")
    if len(asked.basis) > BASIS_LENGTH:
        length, most = len(asked.basis), BASIS_LENGTH
        return Unchanged((say("unit.long_basis", length=length, most=most),), "basis")
    return None


def tied(ties: Ties) -> Unchanged | None:
    """Why a unit cannot be retired: each thing that hangs on it, and how many."""
    found = [
        say(f"unit.tied.{name}", count=count)
        for name in ("people", "drafts", "reports", "sends", "received", "below")
        if (count := getattr(ties, name))
    ]
    return Unchanged((say("unit.tied"), *found)) if found else None
