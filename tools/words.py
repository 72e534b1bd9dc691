"""What the catalogues hold and what the code asks of them, and where the two do not meet."""

from __future__ import annotations

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
LOCALES = ROOT / "locales"
CODE = (
    "bot",
    "documents",
    "flows",
    "handlers",
    "language",
    "locales",
    "reminders",
    "rules",
    "storage",
)
SAYING = {"say", "Message"}
_KEY = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's text in one language's domain file."""

    domain: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """A place in the code that names a key, or, as a pattern, a family of keys.

    `fields` are the values given with it; None where they cannot be read off the code.
    """

    place: str
    key: str
    is_family: bool
    fields: frozenset[str] | None


def entries(language: str) -> list[Entry]:
    """Every entry of a language, read from its .po files."""
    found = []
    for path in sorted((LOCALES / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
        found += [Entry(path.stem, str(m.id), str(m.string)) for m in catalog if m.id]
    return found


def fields(text: str) -> frozenset[str]:
    """The names a text has places for. Raises ValueError on a broken place."""
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    if any(not name.isidentifier() for name in names):
        raise ValueError(text)
    return frozenset(names)


def uses() -> Iterator[Use]:
    """Every `say(…)` and `Message(…)` of the code whose key can be read off it."""
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and node.args and _name(node.func) in SAYING:
                    yield from _use(node, f"{path.relative_to(ROOT)}:{node.lineno}")


def mentioned() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every string of the code that could be a key, and every f-string that could make one."""
    keys: set[str] = set()
    families: set[str] = set()
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    keys.update([node.value] if _KEY.fullmatch(node.value) else [])
                elif isinstance(node, ast.JoinedStr):
                    families.add(_pattern(node))
    return frozenset(keys), tuple(re.compile(f) for f in families if "\\." in f)


def catalogue_faults() -> list[str]:
    """Where the languages differ in keys or fields, or a text is empty, broken or twice there."""
    texts = {path.name: entries(path.name) for path in _languages()}
    found = []
    for language, listed in texts.items():
        counted = Counter(entry.key for entry in listed)
        found += [f"{language}: {key}: stands twice" for key, n in counted.items() if n > 1]
        found += [f"{language}: {e.key}: no text" for e in listed if not e.text.strip()]
        found += [f"{language}: {e.key}: broken field" for e in listed if _broken(e.text)]
    if found:
        return found
    first, *others = sorted(texts, reverse=True)
    for other in others:
        found += _differences(first, texts[first], other=other, others=texts[other])
    return found


def code_faults(language: str) -> list[str]:
    """Keys the code says that have no text, and texts that want a value the code does not give."""
    texts = {entry.key: entry.text for entry in entries(language)}
    found = []
    for use in uses():
        if use.is_family:
            if not any(re.fullmatch(use.key, key) for key in texts):
                found.append(f"{use.place}: no key like {use.key}")
        elif use.key not in texts:
            found.append(f"{use.place}: {use.key}: no text")
        elif use.fields is not None and not fields(texts[use.key]) <= use.fields:
            missing = ", ".join(sorted(fields(texts[use.key]) - use.fields))
            found.append(f"{use.place}: {use.key}: no value for {missing}")
    return found


def idle_keys(language: str) -> list[str]:
    """Keys that nothing in the code could ask for."""
    keys, families = mentioned()
    return [
        f"{entry.domain}: {entry.key}: nobody says it"
        for entry in entries(language)
        if entry.key not in keys and not any(family.fullmatch(entry.key) for family in families)
    ]


def _languages() -> list[Path]:
    return [path for path in LOCALES.iterdir() if (path / "LC_MESSAGES").is_dir()]


def _broken(text: str) -> bool:
    try:
        fields(text)
    except ValueError:
        return True
    return False


def _differences(one: str, listed: list[Entry], *, other: str, others: list[Entry]) -> list[str]:
    mine, theirs = ({(e.domain, e.key): e.text for e in each} for each in (listed, others))
    found = [f"{other}: {d}: {key}: missing" for d, key in mine.keys() - theirs.keys()]
    found += [f"{one}: {d}: {key}: missing" for d, key in theirs.keys() - mine.keys()]
    found += [
        f"{place[1]}: the fields of {one} and {other} differ"
        for place in mine.keys() & theirs.keys()
        if fields(mine[place]) != fields(theirs[place])
    ]
    return sorted(found)


def _name(node: ast.expr) -> str:
    """The bare name that is called; a method `say` of something is another matter."""
    return node.id if isinstance(node, ast.Name) else ""


def _use(call: ast.Call, place: str) -> Iterator[Use]:
    key = call.args[0]
    for choice in [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]:
        if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
            yield Use(place, choice.value, is_family=False, fields=_given(call))
        elif isinstance(choice, ast.JoinedStr):
            yield Use(place, _pattern(choice), is_family=True, fields=None)


def _given(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    if None in names or (_name(call.func) == "Message" and (call.keywords or len(call.args) > 1)):
        return None
    return frozenset(name for name in names if name)


def _pattern(text: ast.JoinedStr) -> str:
    parts = (
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[A-Za-z0-9_.]+"
        for part in text.values
    )
    return "".join(parts)
