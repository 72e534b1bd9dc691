"""Which matter a word without one is about: what is on the screen, or was reminded of last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows.asking import LastReminded, ListDeadlines
from flows.due.telling import no_such_matter
from flows.headings import title
from flows.model import Choice, Json, Reply, Role
from flows.reminding import About, DeadlineLine, Matter
from flows.turn import Said, Scene, Turn
from flows.ways import go
from rules.message import Message, say

MOST = 12


def tapped(said: Said) -> About | None:
    """The matter that a button names; words name none."""
    return About.read(said.argument.partition(":")[0]) if said.text is None else None


def find(said: Said, do: str, **at: Json) -> Turn:
    """Look up what was reminded of last."""
    return Turn(request=LastReminded(), at={"do": do, "which": said.about, **at})


def found(scene: Scene) -> About | Turn:
    """The one matter there can be, else the question which."""
    if isinstance(scene.asked, LastReminded):
        on_screen = About.read(scene.at["which"])
        named: set[About] = {*(scene.found or ()), *([on_screen] if on_screen else [])}
        if len(named) == 1:
            return named.pop()
        return Turn(request=ListDeadlines(), at={**scene.at, "differ": bool(named)})
    lines = scene.found or ()
    only = {line.about for line in lines}
    is_clear = len(only) == 1 and not scene.at.get("differ")
    return only.pop() if is_clear else _ask(scene, lines)


def _ask(scene: Scene, lines: Sequence[DeadlineLine]) -> Turn:
    titles = dict(_named(lines))
    on_screen = About.read(scene.at["which"])
    if on_screen is not None and scene.stored is not None and on_screen.draft == scene.stored.id:
        # of a draft without a last day there is no line
        titles.setdefault(on_screen, title(scene.stored))
    if not titles:
        return no_such_matter()
    rows = [
        (Choice(f"c:of:{about}", called, role=Role.GO),)
        for about, called in list(titles.items())[:MOST]
    ]
    reply = Reply((say("which.ask"),), choices=(*rows, (go("deadlines"), go("menu"))))
    return Turn((reply,), at=scene.at, open="which")


def _named(lines: Sequence[DeadlineLine]) -> Iterator[tuple[About, Message]]:
    """Each matter by its title; of those that read alike with the last day, the nearest."""
    first: dict[About, DeadlineLine] = {}
    for line in lines:
        first.setdefault(line.about, line)
    titles = [line.words.title for line in first.values()]
    for about, line in first.items():
        called = line.words.title
        is_alike = titles.count(called) > 1 and line.matter is not Matter.ASKED
        yield about, say("which.on", title=called, due=line.due) if is_alike else called


def again(scene: Scene) -> Turn:
    """The question once more."""
    return Turn(request=ListDeadlines(), at=scene.at)
