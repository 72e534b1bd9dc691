"""Every wall stands, and every wall falls when it is broken, alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contracts.tree import Tree, contracts, copy_tree

# contract -> the module that offends and what it imports
OFFENCES: dict[str, list[tuple[str, str]]] = {
    "layers": [
        ("handlers.web", "import bot"),
        ("storage.offender", "import handlers"),
        ("reminders.offender", "import storage"),
        ("flows.offender", "import storage"),
        ("flows.offender", "import documents"),
        ("documents.offender", "import storage"),
        ("language.offender", "import flows"),
        ("rules.offender", "import language"),
    ],
    "law-without-words": [("rules.offender", "import locales.catalog")],
    "words-without-law": [("locales.offender", "import rules.verdict")],
    "pure-rules": [
        ("rules.offender", "import time"),
        ("rules.offender", "import pydantic"),
        ("rules.law.offender", "from os import environ"),
    ],
    "pure-language": [
        ("language.offender", "import rapidfuzz"),
        ("language.offender", "import os"),
    ],
    "neutral-flows": [
        ("flows.offender", "import babel"),
        ("flows.book.offender", "import asyncio"),
    ],
    "papers-apart": [
        ("documents.offender", "import openpyxl"),
        ("documents.offender", "import socket"),
    ],
    "word-confined": [("bot.offender", "import jinja2")],
    "telegram-confined": [
        ("handlers.web", "import aiogram"),
        ("bot.offender", "from telegram import Bot"),
    ],
    "database-confined": [
        ("handlers.telegram", "import sqlalchemy"),
        ("bot.offender", "import psycopg"),
    ],
    "channels-independent": [
        ("handlers.web", "import handlers.telegram"),
        ("handlers.zalo.inbound", "import handlers.web"),
    ],
    "flows-independent": [("flows.book.one", "import flows.book.two")],
    "branches-independent": [("rules.law.one.rule", "import rules.law.two")],
}
NEEDED = {"flows.book.one": "flows.book.two", "rules.law.one.rule": "rules.law.two.rule"}
CASES = [(key, *offence) for key, offences in OFFENCES.items() for offence in offences]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return copy_tree(tmp_path)


def test_the_tree_as_it_stands_keeps_every_contract(tree: Tree) -> None:
    assert tree.broken() == set()


def test_every_contract_has_its_offence() -> None:
    assert set(OFFENCES) == set(contracts())


@pytest.mark.parametrize(("contract", "module", "line"), CASES)
def test_an_offence_breaks_its_contract_alone(
    tree: Tree, contract: str, module: str, line: str
) -> None:
    if module in NEEDED:
        tree.add(NEEDED[module], "")
    tree.add(module, line)
    assert tree.broken() == {contract}
