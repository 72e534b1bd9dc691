"""Where a person's name stands in what is stored, and how it is taken out of there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, Text, and_, bindparam, select, update

from language.fold import fold
from storage.dump import tables_of
from storage.names import Name
from storage.values import AnyRow

# names of units and accounts are asked for as such; letters are published; words of proposals
# are made of them anew; the rest are secrets. Of units who signs is read
_NOT_READ: Final = frozenset(
    {"accounts", "audit_head", "codes", "feeds", "own_letters", "own_pieces", "proposal_words"}
    | {"roles"}
)
_FOLDED: Final = frozenset({("proposal_names", "name")})
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


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that hangs on what names a person: nobody has read what it shows."""

    draft: int | None
    name: str
    channel: str
    reference: str


def files_beside(connection: Connection, mentions: Iterable[Mention]) -> tuple[Attached, ...]:
    """The files of the drafts that name the person, and of reports that do."""
    tables = {table.name: table for table in tables_of(connection)}
    drafts, reports = set[int](), set[int]()
    for one in mentions:
        if one.draft is not None:
            drafts.add(one.draft)
        elif one.table == "tasks":
            reports.add(int(one.key["id"]))
    found: dict[Attached, None] = {}
    for name, column, ids, texts in (
        ("drafts", "id", drafts, ("answers",)),
        ("proposals", "draft_id", drafts, ("snapshot", "file")),
        ("tasks", "id", reports, ("files",)),
    ):
        for start in range(0, len(ids) if name in tables else 0, _AT_ONCE):
            table, some = tables[name], sorted(ids)[start : start + _AT_ONCE]
            columns = [table.c[column], *(table.c[text] for text in texts)]
            for row in connection.execute(select(*columns).where(table.c[column].in_(some))):
                draft = None if name == "tasks" else int(row[0])
                found |= dict.fromkeys(_files(draft, [text for text in row[1:] if text]))
    return tuple(found)


def _files(draft: int | None, texts: Iterable[str]) -> Iterator[Attached]:
    waiting: list[Any] = [json.loads(text) for text in texts]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict) and {"channel", "reference", "name"} <= value.keys():
            yield Attached(draft, str(value["name"]), value["channel"], value["reference"])
        elif isinstance(value, dict):
            waiting += value.values()
