"""An office's own letters are kept piece by piece, searched, and taken out whole."""

from __future__ import annotations

import pytest

from flows.letter_ports import LetterThere, OwnLetter, OwnLetters, TooManyLetters
from language.questions import answer
from storage import own_letters
from storage.session import SqlStorage
from tests.databases import HandClock
from tests.storage.parts import rows

PIECES = (("Điều 5", "Mức tiền thưởng kèm giấy khen là 300.000 đồng."), ("", "Điều khoản cuối."))


def test_a_letter_is_kept_and_listed(storage: SqlStorage, clock: HandClock) -> None:
    letters: OwnLetters = storage.letters
    assert letters.listed() == ()
    first = letters.add("Quy chế", PIECES)
    second = letters.add("Kế hoạch", PIECES[:1])
    assert letters.listed() == (
        OwnLetter(first, "Quy chế", pieces=2, added_at=clock.now()),
        OwnLetter(second, "Kế hoạch", pieces=1, added_at=clock.now()),
    )


def test_its_pieces_are_searched_in_their_order(storage: SqlStorage) -> None:
    number = storage.letters.add("Quy chế", PIECES)
    shelf = storage.letters.shelf()
    assert [(p.letter, p.title, p.label, p.text) for p in shelf.pieces] == [
        (number, "Quy chế", label, words) for label, words in PIECES
    ]
    found = answer("giấy khen kèm tiền thưởng bao nhiêu", own=shelf)
    assert found.own[0].piece.label == "Điều 5"


def test_the_shelf_is_built_anew_only_after_a_change(storage: SqlStorage) -> None:
    first = storage.letters.add("Quy chế", PIECES)
    shelf = storage.letters.shelf()
    assert storage.letters.shelf() is shelf
    storage.letters.remove(first)
    assert storage.letters.shelf().pieces == ()
    storage.letters.add("Kế hoạch", PIECES[1:])
    assert [piece.title for piece in storage.letters.shelf().pieces] == ["Kế hoạch"]


def test_the_same_letter_is_kept_once(storage: SqlStorage) -> None:
    first = storage.letters.add("Quy chế", PIECES)
    with pytest.raises(LetterThere) as there:
        storage.letters.add("Tên khác", PIECES)
    assert there.value.letter == first
    assert len(storage.letters.listed()) == 1


def test_what_is_taken_out_leaves_nothing(storage: SqlStorage) -> None:
    first = storage.letters.add("Quy chế", PIECES)
    assert storage.letters.remove(first)
    assert not storage.letters.remove(first)
    assert rows(storage, "SELECT count(*) FROM own_pieces") == [(0,)]
    assert storage.letters.add("Quy chế", PIECES) != first


def test_there_is_a_most(storage: SqlStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_letters, "MOST_LETTERS", 1)
    storage.letters.add("Quy chế", PIECES)
    with pytest.raises(TooManyLetters):
        storage.letters.add("Kế hoạch", PIECES[:1])


def test_what_no_column_takes_is_left_out(storage: SqlStorage) -> None:
    storage.letters.add("Quy\0 chế", [("Điều\0 1", "chữ \ud800 nửa")])
    (piece,) = storage.letters.shelf().pieces
    assert (piece.title, piece.label, piece.text) == ("Quy chế", "Điều 1", "chữ  nửa")
