"""Elements of a page made on the server: whatever is not itself an element is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import TypeAlias


class Element(str):
    """Markup that was made here."""

    __slots__ = ()


Part: TypeAlias = "Element | str | Iterable[Part] | None"


def element(tag: str, *parts: Part, **attributes: str | int | bool | None) -> Element:
    """`element("p", "a < b", class_="x")`; an attribute of False or None is left out."""
    shown = "".join(
        f" {_name(name)}" if value is True else f' {_name(name)}="{html.escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    return Element(f"<{tag}{shown}>{together(parts)}</{tag}>")


def together(part: Part) -> Element:
    """Parts after one another; None is nothing."""
    if part is None:
        return Element()
    if isinstance(part, Element):
        return part
    if isinstance(part, str):
        return Element(html.escape(part))
    return Element("".join(together(one) for one in part))


def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
