"""The one-time code in a message."""

from __future__ import annotations

import re

from flows.model import Incoming, Person
from language.commands import read_command

_TYPED_CODE = re.compile(r"[A-HJ-NP-Z2-9]{10}")
"""As codes are made; of letters alone and not all capitals, it is rather a word."""


def code_of(incoming: Incoming, person: Person) -> str:
    """The one-time code of `/start CODE`, or one typed alone by whom nobody knows yet.

    A person of an account of their own may mean anything else by it.
    """
    typed = (incoming.text or "").strip()
    if not typed:
        return ""
    command, _, code = (read_command(typed) or "").partition(":")
    if command == "start":
        return code
    is_code = _TYPED_CODE.fullmatch(typed.replace("-", "").upper())
    is_word = typed.isalpha() and not typed.isupper()
    # in the demonstration whoever is at this machine tries things: it is nobody's own account
    is_known = person.account is not None and not (person.unit and person.unit.is_demonstration)
    return typed if is_code and not is_word and not is_known else ""
