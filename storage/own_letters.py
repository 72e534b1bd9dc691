"""Letters that an office added to the search."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from flows.letter_ports import LetterThere, OwnLetter, TooManyLetters
from flows.ports import Clock
from language.questions import Piece, Shelf
from storage.letter_tables import own_letters, own_pieces
from storage.sessions import Sessions
from storage.values import clean

MOST_LETTERS: Final = 200

_SAME = select(own_letters.c.id).where(own_letters.c.digest == bindparam("digest"))
_COUNT = select(func.count()).select_from(own_letters)
_STATE = select(func.count(), func.coalesce(func.max(own_letters.c.id), 0)).select_from(own_letters)
_LISTED = (
    select(own_letters, func.count(own_pieces.c.place).label("pieces"))
    .outerjoin(own_pieces, own_pieces.c.letter_id == own_letters.c.id)
    .group_by(*own_letters.c)
    .order_by(own_letters.c.id)
)
_PIECES = (
    select(own_pieces, own_letters.c.title)
    .join(own_letters, own_letters.c.id == own_pieces.c.letter_id)
    .order_by(own_pieces.c.letter_id, own_pieces.c.place)
)
_REMOVED = delete(own_letters).where(own_letters.c.id == bindparam("letter"))
_EMPTIED = delete(own_pieces).where(own_pieces.c.letter_id == bindparam("letter"))


class SqlOwnLetters:
    """OwnLetters (flows.letter_ports) on SQLite or PostgreSQL."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock
        self._built: tuple[tuple[int, int], Shelf] | None = None

    def add(self, title: str, pieces: Sequence[tuple[str, str]]) -> int:
        kept = [(clean(label), clean(words)) for label, words in pieces]
        digest = hashlib.sha256(json.dumps(kept).encode()).hexdigest()
        with self._sessions.writing() as connection:
            same = connection.execute(_SAME, {"digest": digest}).scalar()
            if same is not None:
                raise LetterThere(int(same))
            if connection.execute(_COUNT).scalar_one() >= MOST_LETTERS:
                raise TooManyLetters
            row = {"title": clean(title), "digest": digest, "added_at": self._clock.now()}
            added = insert(own_letters).returning(own_letters.c.id)
            letter = int(connection.execute(added, row).scalar_one())
            _keep(connection, letter, kept)
            return letter

    def listed(self) -> tuple[OwnLetter, ...]:
        with self._sessions.reading() as connection:
            return tuple(
                OwnLetter(row.id, row.title, pieces=row.pieces, added_at=row.added_at)
                for row in connection.execute(_LISTED)
            )

    def remove(self, letter: int) -> bool:
        with self._sessions.writing() as connection:
            connection.execute(_EMPTIED, {"letter": letter})
            return bool(connection.execute(_REMOVED, {"letter": letter}).rowcount)

    def shelf(self) -> Shelf:
        with self._sessions.reading() as connection:
            return self.shelf_in(connection)

    def shelf_in(self, connection: Connection) -> Shelf:
        """The shelf as an open transaction sees it."""
        count, newest = connection.execute(_STATE).one()
        built = self._built
        # an id is never given twice: with the number of letters it tells every change
        if built is None or built[0] != (count, newest):
            found = [
                Piece(row.letter_id, row.title, label=row.label, text=row.words)
                for row in connection.execute(_PIECES)
            ]
            built = self._built = ((count, newest), Shelf.of(found))
        return built[1]


def _keep(connection: Connection, letter: int, pieces: Sequence[tuple[str, str]]) -> None:
    rows = [
        {"letter_id": letter, "place": place, "label": label, "words": words}
        for place, (label, words) in enumerate(pieces)
    ]
    if rows:
        connection.execute(insert(own_pieces), rows)
