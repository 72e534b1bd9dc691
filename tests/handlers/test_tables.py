"""A spreadsheet that came with a message is read before its turn, or it is said why not."""

from __future__ import annotations

from flows.model import Incoming
from flows.reminding import File
from flows.table import Table
from handlers.files import FileGone
from handlers.sheets import MOST_BYTES
from handlers.tables import with_table
from tests.handlers.test_sheets import book


def came(name: str, size: int | None = 10) -> Incoming:
    return Incoming("telegram", "1", "2", files=(File("telegram", "file:x", name, size=size),))


async def read(incoming: Incoming, content: bytes | None) -> Table | None:
    async def fetch(_: File) -> bytes:
        if content is None:
            raise FileGone
        return content

    return (await with_table(incoming, fetch)).table


def why(table: Table | None) -> str:
    assert table is not None
    assert table.refused is not None
    return table.refused.key


async def test_its_rows_come_with_the_message() -> None:
    table = await read(came("DS.XLSX"), book(["Tên"], ["Nông Văn An"]))
    assert table is not None
    assert [row.cells for row in table.rows] == [("Tên",), ("Nông Văn An",)]


async def test_other_files_are_let_be() -> None:
    assert await read(came("a.pdf"), b"%PDF") is None
    assert (await with_table(came("a.csv"), None)).table is None
    assert await read(Incoming("telegram", "1", "2", text="x"), b"") is None


async def test_what_cannot_be_read_is_said() -> None:
    assert why(await read(came("a.xlsx"), b"MZ\0\0")) == "sheet.kind"
    assert why(await read(came("a.xlsx"), None)) == "sheet.gone"
    assert why(await read(came("a.csv", MOST_BYTES + 1), b"a")) == "sheet.large"
    assert why(await read(came("a.csv", None), b"a" * (MOST_BYTES + 1))) == "sheet.large"
