"""Where a person's name stands in what is stored, and how it is taken out of there."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table, Text, and_, bindparam, select, update

from flows.judging import fact_at
from flows.model import Json
from language.fold import fold
from rules.facts import Kind
from storage.dump import tables_of
from storage.values import AnyRow, compact

# names of units and accounts are asked for as such; letters are published; words of proposals
# are made of them anew; the rest are secrets. Of units who signs is read
_NOT_READ: Final = frozenset(
    {"accounts", "audit_head", "codes", "feeds", "own_letters", "own_pieces", "proposal_words"}
    | {"roles"}
)
_FOLDED: Final = frozenset({("proposal_names", "name")})
_OF_NOMINEE: Final = re.compile(r"nominees\[\d+\]\.")
_AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True)
class Mention:
    """A row that names the person: what it holds, and what it would without the name.

    `draft` is the draft it belongs to, if any.
    """

    table: str
    key: Mapping[str, Any]
    draft: int | None
    before: Mapping[str, str]
    after: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as people write it, whatever its case and spaces; `mark` stands in its place."""

    name: str
    mark: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return _pattern(self.name)

    def out_of(self, text: str) -> str:
        """The text without the name; as it was where it does not hold it."""
        found = self._out_of_json(text) if text[:1] in {"{", "["} else None
        return self._plain(text) if found is None else found

    def told_in(self, text: str) -> list[Json]:
        """What the text tells of the person: a nominee's answers, or the words with the name."""
        try:
            value = json.loads(text) if text[:1] in {"{", "["} else text
        except ValueError:
            value = text
        return list(self._told(value))

    def _told(self, value: Json) -> Iterator[Json]:
        if isinstance(value, str):
            if self.pattern.search(_composed(value)):
                yield value
        elif isinstance(value, list):
            for one in value:
                yield from self._told(one)
        elif isinstance(value, dict):
            own = self._nominees(value)
            mine = {key: one for key, one in value.items() if own and key.startswith(own)}
            if mine:
                yield mine
            for key, one in value.items():
                if key not in mine:
                    yield from self._told(one)

    def _out_of_json(self, text: str) -> str | None:
        try:
            value = json.loads(text)
        except ValueError:
            return None
        without = self._without(value)
        return text if without == value else compact(without)

    def _without(self, value: Json) -> Json:
        if isinstance(value, str):
            return self._plain(value)
        if isinstance(value, list):
            return [self._without(one) for one in value]
        if isinstance(value, dict):
            own = self._nominees(value)
            return {
                key: self.mark if _tells_of(key, one, own) else self._without(one)
                for key, one in value.items()
            }
        return value

    def _nominees(self, answers: Mapping[str, Json]) -> tuple[str, ...]:
        """How the paths begin of nominees of this name."""
        pattern = self.pattern
        return tuple(
            path.removesuffix("name")
            for path, value in answers.items()
            if path.endswith("].name")
            and isinstance(value, str)
            and pattern.fullmatch(_composed(value).strip())
        )

    def _plain(self, text: str) -> str:
        pattern, composed = self.pattern, _composed(text)
        return pattern.sub(self.mark, composed) if pattern.search(composed) else text


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in _composed(name).split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _tells_of(path: str, value: Json, own: tuple[str, ...]) -> bool:
    """Whether this is told of the nominee in words: their name, post, or what they did."""
    if not isinstance(value, str) or not own or not path.startswith(own):
        return False
    fact = fact_at(path) if _OF_NOMINEE.match(path) else None
    return fact is None or fact.kind is Kind.TEXT


def find_mentions(connection: Connection, name: Name) -> Iterator[Mention]:
    """Every row that names the person, the audit's too; of letters and registers none."""
    drafts = _drafts_of_proposals(connection)
    for table in tables_of(connection):
        read = {"signs"} if table.name == "units" else {one.name for one in table.columns}
        texts = [one for one in table.columns if isinstance(one.type, Text) and one.name in read]
        if table.name in _NOT_READ or not texts:
            continue
        keys = list(table.primary_key.columns)
        draft = [column for column in (_draft_column(table),) if column is not None]
        wanted = {column.name: column for column in (*keys, *draft, *texts)}
        rows = select(*wanted.values()).order_by(*keys)
        for row in connection.execute(rows, execution_options={"yield_per": _AT_ONCE}):
            found = _mention(table, row, name, [column.name for column in texts])
            if found is not None:
                of = row._mapping[draft[0].name] if draft else None  # noqa: SLF001 - its public name
                of_proposal = bool(draft) and draft[0].name == "proposal_id"
                of_draft = drafts.get(int(of)) if of_proposal and of is not None else of
                key = {column.name: row._mapping[column.name] for column in keys}  # noqa: SLF001
                yield Mention(table.name, key, of_draft, *found)


def _mention(
    table: Table, row: AnyRow, name: Name, texts: Iterable[str]
) -> tuple[dict[str, str], dict[str, str]] | None:
    before, after = {}, {}
    for column in texts:
        value = row._mapping[column]  # noqa: SLF001
        if value is None:
            continue
        if (table.name, column) in _FOLDED:
            without = fold(name.mark) if value == fold(name.name) else value
        else:
            without = name.out_of(value)
        if without != value:
            before[column], after[column] = value, without
    if table.name == "drafts" and after:
        after["past"] = "[]"  # what is undone would bring the name back
    if "signs" in after:
        after["signs"] = "{}"  # a mark is nothing to be offered next time
    return (before, after) if after else None


def _draft_column(table: Table) -> Any:
    if table.name == "drafts":
        return table.c.id
    return next((table.c[name] for name in ("draft_id", "proposal_id") if name in table.c), None)


def _drafts_of_proposals(connection: Connection) -> Mapping[int, int]:
    found = {table.name: table for table in tables_of(connection)}
    if "proposals" not in found:
        return {}
    proposals = found["proposals"]
    rows = connection.execute(select(proposals.c.id, proposals.c.draft_id))
    return {row.id: row.draft_id for row in rows}


def decided_drafts(connection: Connection) -> frozenset[int]:
    """The drafts whose award is decided: they are the ground of a decision that stands."""
    found = {table.name: table for table in tables_of(connection)}
    if "proposals" not in found:
        return frozenset()
    proposals = found["proposals"]
    decided = select(proposals.c.draft_id).where(proposals.c.state == "decided")
    return frozenset(connection.execute(decided).scalars())


def take_out(connection: Connection, mentions: Iterable[Mention]) -> None:
    """Write the rows as they are without the name; rows of the audit are not for this."""
    tables = {table.name: table for table in tables_of(connection)}
    for mention in mentions:
        table = tables[mention.table]
        values: dict[str, Any] = dict(mention.after)
        if mention.table == "drafts":
            values["version"] = table.c.version + 1  # an open copy of it is not written back
        of_row = and_(*(table.c[name] == bindparam(f"key_{name}") for name in mention.key))
        key = {f"key_{name}": value for name, value in mention.key.items()}
        connection.execute(update(table).where(of_row).values(values), key)
