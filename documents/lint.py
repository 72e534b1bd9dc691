"""An office's own template, looked over before it is used: what is unknown, unused or broken."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import TemplateAssertionError, TemplateSyntaxError, nodes

from documents.checks import check_layout
from documents.common import Context
from documents.papers import Paper
from documents.sample import contexts_of
from documents.template import ENVIRONMENT, TemplateBroken, compiled, content_of, parts_of
from rules.message import Message, say

_BRACES: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_TAGS: Final = re.compile(r"<[^>]+>")
_SHOWN: Final = 60
_LOOP: Final = dict.fromkeys(("index", "index0", "first", "last", "length", "revindex"), "")


def lint(content: bytes, paper: Paper) -> tuple[Message, ...]:
    """Every fault of the template, none where it can be used."""
    try:
        used, faults = _read(content, paper)
    except TemplateBroken as error:
        return (error.message,)
    if faults:
        return tuple(faults)
    standard, _ = _read(content_of(paper), paper)
    missing = sorted(standard - used)
    unused = tuple(say("template.unused", name=name) for name in missing)
    return (*unused, *_tried(content, paper))


def _read(content: bytes, paper: Paper) -> tuple[set[str], list[Message]]:
    """The placeholders that are used, and what is wrong. Raises TemplateBroken."""
    reader = _Reader(_known(contexts_of(paper)))
    texts, _ = parts_of(content)
    for part in texts.values():
        text = re.sub(r"<w:p([ >])", r"\n<w:p\1", part)
        try:
            tree = ENVIRONMENT.parse(text)
            reader.visit(tree, reader.known)
            ENVIRONMENT.compile(text)
        except TemplateAssertionError as error:
            reader.faults.append(say("template.filter", near=_near(text, error.lineno)))
        except TemplateSyntaxError as error:
            reader.faults.append(say("template.broken", near=_near(text, error.lineno)))
    return reader.used, reader.faults


def _tried(content: bytes, paper: Paper) -> Iterator[Message]:
    """The template filled with a sample, and the layout of what comes out."""
    template = compiled(content)
    for context in contexts_of(paper):
        try:
            filled = template.fill(context)
        except TemplateBroken as error:
            yield error.message
            return
    if paper is not Paper.INDEX:
        yield from check_layout(filled)


def _near(text: str, line: int) -> str:
    """The words of the paragraph where it breaks."""
    lines = text.splitlines()
    found = [_TAGS.sub("", one).strip() for one in lines[max(line - 1, 0) : line]]
    return " ".join(found)[:_SHOWN] or "…"


def _known(contexts: list[Context]) -> Mapping[str, Any]:
    """The placeholders of a paper: a dict for rows, a list for what is repeated, else "" ."""
    merged: dict[str, Any] = {}
    for context in contexts:
        for name, value in context.items():
            shape = _shape(value)
            if name not in merged or (shape and not merged[name]):
                merged[name] = shape
    return merged


def _shape(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _shape(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_shape(one) for one in value[:1]]
    return ""


@dataclass(slots=True)
class _Reader:
    """Walks a template's tree with the names that hold at each place."""

    known: Mapping[str, Any]
    used: set[str] = field(default_factory=set)
    faults: list[Message] = field(default_factory=list)

    def visit(self, node: nodes.Node, scope: Mapping[str, Any]) -> None:
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            self.shape(node, scope)
        elif isinstance(node, nodes.TemplateData):
            self._data(node.data)
        else:
            for child in node.iter_child_nodes():
                self.visit(child, scope)

    def _loop(self, node: nodes.For, scope: Mapping[str, Any]) -> None:
        over = self.shape(node.iter, scope)
        item = over[0] if isinstance(over, list) and over else ""
        names = {node.target.name: item} if isinstance(node.target, nodes.Name) else {}
        for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
            self.visit(child, {**scope, **names, "loop": _LOOP})

    def shape(self, node: nodes.Node, scope: Mapping[str, Any]) -> Any:
        """What the expression holds; a name that is not known is a fault."""
        if isinstance(node, nodes.Name):
            return self._name(node.name, scope)
        if isinstance(node, nodes.Getattr):
            return self._attribute(node, scope)
        if isinstance(node, nodes.Getitem):
            over = self.shape(node.node, scope)
            return over[0] if isinstance(over, list) and over else ""
        for child in node.iter_child_nodes():
            self.visit(child, scope)
        return ""

    def _name(self, name: str, scope: Mapping[str, Any]) -> Any:
        if name not in scope:
            self._unknown(name, scope)
            return ""
        if name in self.known:
            self.used.add(name)
        return scope[name]

    def _attribute(self, node: nodes.Getattr, scope: Mapping[str, Any]) -> Any:
        over = self.shape(node.node, scope)
        holder = node.node.name if isinstance(node.node, nodes.Name) else "…"
        if not isinstance(over, Mapping) or node.attr not in over:
            self._unknown(f"{holder}.{node.attr}", over if isinstance(over, Mapping) else {})
            return ""
        self.used.add(f".{node.attr}" if over is not _LOOP else "loop")
        return over[node.attr]

    def _unknown(self, name: str, scope: Mapping[str, Any]) -> None:
        *holder, last = name.split(".")
        near = difflib.get_close_matches(last, [str(one) for one in scope], n=1)
        if near:
            told = ".".join([*holder, near[0]])
            self.faults.append(say("template.unknown.near", name=name, near=told))
        else:
            self.faults.append(say("template.unknown", name=name))

    def _data(self, data: str) -> None:
        shown = _TAGS.sub("", data)
        found = _BRACES.search(shown)
        if found:
            near = shown[max(found.start() - _SHOWN // 2, 0) : found.end() + _SHOWN // 2]
            self.faults.append(say("template.broken", near=" ".join(near.split())))
