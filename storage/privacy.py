"""One person's data: told in full, and erased, as an account and as a name in drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from flows.ports import Clock
from flows.reminder_ports import Planner
from storage.audit import erase_values
from storage.audit_verify import PERSON_ERASED, PERSON_TOLD
from storage.ledger import Ledger
from storage.mentions import (
    Attached,
    Mention,
    decided_drafts,
    files_beside,
    find_mentions,
    take_out,
)
from storage.names import Name
from storage.own_rows import erase_account, of_the_unit, rows_of
from storage.proposal_words import write_words_anew
from storage.register import NotThere
from storage.sessions import Sessions
from storage.tables import accounts
from storage.trail import NOBODY, Trail


@dataclass(frozen=True, slots=True)
class Erased:
    """Rows that were erased by table, rows left by table; `decided` drafts are left whole.

    `is_gone`: of the account not even its number is left. `files` are those of what names the
    person: their names are read, what they show is not.
    """

    rows: Mapping[str, int]
    left: Mapping[str, int]
    decided: tuple[int, ...] = ()
    is_gone: bool = False
    files: tuple[Attached, ...] = ()


class SqlPrivacy:
    """Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock, *, planner: Planner | None = None) -> None:
        self._sessions = sessions
        self._clock = clock
        self._planner = planner

    def account(self, account: int) -> dict[str, list[dict[str, Any]]]:
        """Every row of an account, by table; that it was told is noted. Raises NotThere."""
        with self._sessions.snapshot() as connection:
            _name_of(connection, account)
            found = rows_of(connection, account)
        self._told({"account": account})
        return found

    def mentions(self, name: Name) -> tuple[tuple[Mention, ...], tuple[Attached, ...]]:
        """Every row that names the person, and the files beside them.

        That it was told is noted, without the name.
        """
        with self._sessions.snapshot() as connection:
            found = tuple(find_mentions(connection, name))
            files = files_beside(connection, found)
        self._told({"rows": len(found)})
        return found, files

    def erase_account(self, account: int, *, mark: str, dry: bool) -> Erased:
        """Erase an account; `dry` only tells what would be. Raises NotThere."""
        with self._trying(dry=dry) as ledger:
            _name_of(ledger.connection, account)
            told = rows_of(ledger.connection, account)
            stays = of_the_unit(ledger.connection)
            is_gone = erase_account(ledger, account, mark=mark)
            self._note(ledger, {"account": account})
            return Erased(
                {name: len(rows) for name, rows in told.items() if name not in stays},
                {name: len(rows) for name, rows in told.items() if name in stays},
                is_gone=is_gone,
            )

    def erase_name(self, name: Name, *, drafts: Collection[int] = (), dry: bool) -> Erased:
        """Take a name out of drafts and messages, of these drafts alone where some are given.

        Drafts whose award is decided keep it: they are the ground of a decision that stands.
        """
        with self._trying(dry=dry) as ledger:
            decided = decided_drafts(ledger.connection)
            found = tuple(find_mentions(ledger.connection, name))
            chosen = frozenset(drafts)
            wanted, kept = list[Mention](), list[Mention]()
            for one in found:
                is_meant = one.draft not in decided and (not chosen or one.draft in chosen)
                (wanted if is_meant else kept).append(one)
            files = files_beside(ledger.connection, found)
            rows = [one for one in wanted if one.table != "audit"]
            take_out(ledger.connection, rows)
            of_proposals = {one.draft for one in rows if one.table == "proposals"}
            write_words_anew(ledger.connection, of_proposals - {None})
            told = [int(one.key["id"]) for one in wanted if one.table == "audit"]
            erase_values(ledger.connection, who=(), what=told, at=ledger.now)
            if wanted:
                self._note(ledger, {"rows": len(wanted)})
            return Erased(
                Counter(one.table for one in wanted),
                Counter(one.table for one in kept),
                tuple(sorted(decided & {one.draft for one in kept})),
                files=files,
            )

    @contextmanager
    def _trying(self, *, dry: bool) -> Iterator[Ledger]:
        with self._sessions.writing() as connection:
            clock = self._clock
            yield Ledger(connection, clock.now(), clock.today(), planner=self._planner)
            if dry:
                connection.rollback()

    def _told(self, told: Mapping[str, int]) -> None:
        with self._sessions.writing() as connection:
            trail = Trail(connection, self._clock.now(), conversation=NOBODY, account=None)
            trail.note([(PERSON_TOLD, dict(told))])

    def _note(self, ledger: Ledger, told: Mapping[str, int]) -> None:
        trail = Trail(ledger.connection, ledger.now, conversation=NOBODY, account=None)
        trail.note([(PERSON_ERASED, dict(told))])


def _name_of(connection: Connection, account: int) -> str:
    found = connection.execute(select(accounts.c.name).where(accounts.c.id == account)).scalar()
    if found is None:
        raise NotThere("accounts", account)
    return str(found)
