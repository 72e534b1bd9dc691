"""Through the program's own page: files of a draft, its papers with them, sessions that end."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from aiohttp.test_utils import TestClient, TestServer

from flows.attached import files_of
from flows.model import Draft, Reply, Tap
from flows.people_asked import EndDevice, ListDevices
from handlers.web.session import COOKIE
from tests.access.places import Place, address, page
from tests.access.table import HEAD, OFFICER
from tests.storage.parts import incoming

HERE = {"Sec-Fetch-Site": "same-origin"}
PDF = b"%PDF-1.7\n" + b"x" * 500
TWO = ("khen đột xuất", "cứu người", "nhiều", "ông Hoàng Văn Thái\ntập thể Dân quân xã", "xong")


def as_(client: TestClient[Any, Any], role: str) -> None:
    client.session.cookie_jar.clear()
    client.session.cookie_jar.update_cookies({COOKIE: address(role)}, client.make_url("/"))


async def send(client: TestClient[Any, Any], body: bytes, name: str, update: str) -> int:
    headers = {"Content-Type": "application/octet-stream", "X-File-Name": name, "X-Update": update}
    async with client.post("/api/files", data=body, headers={**HERE, **headers}) as answer:
        return answer.status


def drafted(here: Place) -> Reply:
    """The page of the files of a new draft of the officer's."""
    for said in (*TWO, "12/18", "trực tiếp", "hôm qua", "xem lại"):
        shown = here.say(OFFICER, said)
    files = next(one.id for row in shown[-1].choices for one in row if "attachments" in one.id)
    return here.tap(OFFICER, Tap(files))[-1]


async def test_a_file_goes_with_its_draft_and_into_the_papers(here: Place) -> None:
    drafted(here)
    async with page(here) as app, TestClient(TestServer(app)) as client:
        as_(client, OFFICER)
        assert await send(client, b"MZ\x90\0" + b"\0" * 99, "anh.jpg", "f0") == 415
        assert await send(client, PDF, "..%2F..%2Fx.pdf", "f1") == 200
        last = here.storage.outbox.transcript("web", address(OFFICER), 1)[-1].reply
        assert last is not None
        shown = here.tap(OFFICER, Tap("a:confirmation", last.token))
        ways = [one.id for row in shown[-1].choices for one in row]
        number = next(way for way in ways if way.startswith("g:open")).rpartition(":")[2]
        made = here.tap(OFFICER, Tap(f"g:make_papers:{number}"))
        assert made[-1].file is not None
        (envelope,) = [
            one.id
            for one in here.storage.outbox.after("web", address(OFFICER), 0)
            if one.reply.file == made[-1].file
        ]
        async with client.get(f"/api/files/{envelope}", headers=HERE) as answer:
            assert answer.status == 200
            content = await answer.read()
        as_(client, HEAD)
        async with client.get(f"/api/files/{envelope}", headers=HERE) as answer:
            assert answer.status == 404

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        (attached,) = [name for name in packed.namelist() if name.startswith("dinh-kem/")]
        assert packed.read(attached) == PDF
        assert ".." not in attached
    reference = files_of(_draft(here, int(number)))["confirmation"][0].reference
    assert reference in here.storage.upkeep.files_in_use()


def _draft(here: Place, number: int) -> Draft:
    with here.storage.turn() as turn:
        talk = turn.begin(incoming("look", sender=address(OFFICER)))
        assert talk is not None
        found = turn.draft(talk.person, number)
    assert found is not None
    return found


async def test_an_ended_session_is_given_another_name_by_the_page(here: Place) -> None:
    async with page(here) as app, TestClient(TestServer(app)) as client:
        as_(client, HEAD)
        async with client.get("/api/lines", headers=HERE) as answer:
            assert answer.cookies[COOKIE].value == address(HEAD)
        (device,) = here.ask(HEAD, ListDevices())
        assert here.ask(HEAD, EndDevice(device.id))
        async with client.get("/api/lines", headers=HERE) as answer:
            assert answer.cookies[COOKIE].value != address(HEAD)
            assert (await answer.json())["lines"] == []
