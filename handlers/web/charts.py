"""Charts as inline SVG: columns in stacked parts, and bars with their names above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.web.elements import Element, element

WIDTH: Final = 360
HEIGHT: Final = 190
ABOVE: Final = 18
BELOW: Final = 22
LEFT: Final = 4
ROW: Final = 38
AT_THE_END: Final = 70
NAME_SIGNS: Final = 46
WIDEST: Final = 44
"""So wide is a column at the most, where there are few."""
EVERY: Final = 8
"""So many names of columns find room side by side."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar or column: its name, its parts by tone, and what is written at its end."""

    name: str
    parts: Sequence[tuple[str, int]]
    told: str

    @property
    def whole(self) -> int:
        return sum(count for _, count in self.parts)


def columns(found: Sequence[Bar]) -> Element:
    """Stacked columns side by side, what each holds above it."""
    most = max((one.whole for one in found), default=0) or 1
    room = (WIDTH - 2 * LEFT) / max(len(found), 1)
    step = -(-len(found) // EVERY) or 1
    foot = HEIGHT - BELOW
    drawn: list[Element] = [element("line", x1=LEFT, y1=foot, x2=WIDTH - LEFT, y2=foot)]
    for place, one in enumerate(found):
        middle = LEFT + room * (place + 0.5)
        drawn += _stack(one, middle, min(WIDEST, room * 0.7), scale=(foot - ABOVE) / most)
        if place % step == 0:
            drawn.append(_text(one.name, middle, HEIGHT - 6, anchor="middle"))
    return _svg(drawn, HEIGHT)


def _stack(one: Bar, middle: float, wide: float, *, scale: float) -> Iterator[Element]:
    top = float(HEIGHT - BELOW)
    for tone, count in one.parts:
        top -= count * scale
        if count:
            yield _rect(middle - wide / 2, top, wide, count * scale, tone=tone)
    yield _text(one.told, middle, top - 5, anchor="middle")


def bars(found: Sequence[Bar]) -> Element:
    """Stacked bars below one another, each below its name."""
    most = max((one.whole for one in found), default=0) or 1
    scale = (WIDTH - 2 * LEFT - AT_THE_END) / most
    drawn: list[Element] = []
    for place, one in enumerate(found):
        top, at = place * ROW, float(LEFT)
        drawn.append(_text(_short(one.name), LEFT, top + 13))
        for tone, count in one.parts:
            if count:
                drawn.append(_rect(at, top + 18, count * scale, 12, tone=tone))
            at += count * scale
        drawn.append(_text(one.told, at + 6, top + 29))
    return _svg(drawn, max(ROW * len(found), 1))


def _short(name: str) -> str:
    return name if len(name) <= NAME_SIGNS else f"{name[: NAME_SIGNS - 1]}…"


def _svg(drawn: Sequence[Element], height: int) -> Element:
    """Its numbers are told by the table beside it, and not read twice."""
    box = f"0 0 {WIDTH} {height}"
    return element("svg", drawn, viewBox=box, class_="chart", aria_hidden="true")


def _rect(left: float, top: float, wide: float, tall: float, *, tone: str) -> Element:
    x, y, width, height = (f"{one:.1f}" for one in (left, top, wide, tall))
    return element("rect", x=x, y=y, width=width, height=height, class_=tone)


def _text(told: str, left: float, top: float, *, anchor: str | None = None) -> Element:
    return element("text", told, x=f"{left:.1f}", y=f"{top:.1f}", text_anchor=anchor)
