"""What a unit's papers named last: who signs, as what, and the place of issue."""

from __future__ import annotations

import json

from sqlalchemy import bindparam, select, update

from flows.model import Person
from flows.papers.signing import SIGNS, KeepSign
from storage.ledger import Ledger
from storage.tables import units
from storage.values import clean, compact

_MINE = units.c.id == bindparam("unit")
_SIGNS = select(units.c.signs).where(_MINE).with_for_update(key_share=True)
_KEEP = update(units).where(_MINE)


def keep_sign(ledger: Ledger, person: Person, asked: KeepSign) -> bool:
    """Only what papers name so is kept; the rest of it stays."""
    if person.unit is None or asked.path not in SIGNS:
        return False
    mine = {"unit": person.unit.id}
    known = json.loads(ledger.connection.execute(_SIGNS, mine).scalar_one())
    signs = compact({**known, asked.path: clean(asked.value)})
    ledger.connection.execute(_KEEP, {**mine, "signs": signs})
    return True
