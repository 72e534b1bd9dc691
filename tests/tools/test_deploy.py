"""What stands in deploy/ fits the program: its settings, its files, its port, its limits."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings
from handlers.files import MOST_BYTES
from handlers.web.app import BODY_BYTES
from handlers.web.guard import CALENDAR_PATHS, FILES_PATH

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
NAMED = re.compile(r"\b(?:KIPTHOI_[A-Z_]*[A-Z]|TELEGRAM_[A-Z_]*[A-Z]|DATABASE_URL)\b")
SETTINGS = {str(field.validation_alias) for field in Settings.model_fields.values()}
TELLING = [ROOT / "README.md", *sorted(DEPLOY.iterdir()), *sorted((ROOT / "docs").rglob("*.md"))]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(read(DEPLOY / "compose.yaml"))
    return found


@pytest.mark.parametrize("path", TELLING, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_setting_that_is_named_is_one(path: Path) -> None:
    assert set(NAMED.findall(read(path))) <= SETTINGS


def test_the_readme_tells_every_setting_and_its_default() -> None:
    told: dict[str, str] = {}
    for line in read(ROOT / "README.md").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and NAMED.search(cells[0]):
            names, defaults = NAMED.findall(cells[0]), cells[-1].split(",")
            defaults = defaults if len(defaults) == len(names) else [cells[-1]] * len(names)
            told |= dict(zip(names, (one.strip() for one in defaults), strict=True))
    assert set(told) == SETTINGS
    for field in Settings.model_fields.values():
        shown = re.fullmatch(r"`(.+)`", told[str(field.validation_alias)])
        if shown:
            default = int(field.default) if isinstance(field.default, bool) else field.default
            assert shown[1] in {str(default), f"{default:g}" if isinstance(default, float) else ""}


def test_the_containers_are_given_settings_and_volumes_that_exist() -> None:
    file = compose()
    chat = file["services"]["chat"]
    assert set(chat["environment"]) <= SETTINGS
    assert chat["environment"]["KIPTHOI_ADDRESS"].startswith("${KIPTHOI_ADDRESS:?"), "no 0.0.0.0"
    assert set(chat["depends_on"]) <= set(file["services"])
    mounted = [one.split(":")[0] for of in file["services"].values() for one in of["volumes"]]
    assert sorted(mounted) == sorted(file["volumes"])
    built = DEPLOY / chat["build"]["context"]
    assert built.resolve() == ROOT
    assert (built / chat["build"]["dockerfile"]).is_file()
    host, outer, inner = chat["ports"][0].split(":")
    assert (host, outer, inner) == ("127.0.0.1", *[str(Settings.model_fields["port"].default)] * 2)


def test_the_settings_of_the_containers_are_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in compose()["services"]["chat"]["environment"].items():
        filled = re.sub(r"\$\{KIPTHOI_ADDRESS:.*?\}", "https://x.example", value)
        filled = re.sub(r"\$\{(\w+):-(.*?)\}", r"\2", filled)
        monkeypatch.setenv(name, re.sub(r"\$\{\w+:\?.*?\}", "secret", filled))
    settings = Settings()
    assert settings.database_url == "postgresql+psycopg://kipthoi:secret@database/kipthoi"
    assert (settings.host, settings.demonstration) == ("0.0.0.0", False)
    assert settings.site == "https://x.example"
    assert settings.telegram_token is None


def test_the_image_is_made_of_what_is_there_and_runs_what_is_installed() -> None:
    lines = read(DEPLOY / "Dockerfile").splitlines()
    version = next(line for line in lines if line.startswith("FROM"))
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    assert f"python:{project['requires-python'].removeprefix('>=').split(',')[0]}" in version
    copied = [line.split()[1] for line in lines if line.startswith("COPY")]
    assert copied == ["requirements.lock", "."]
    assert all((ROOT / path).exists() for path in copied)
    assert lines[-1] == 'CMD ["kipthoi", "run"]'
    assert "kipthoi" in project["scripts"]
    left_out = read(ROOT / ".dockerignore").split()
    assert {".git", ".venv", "var"} <= set(left_out), "no database, no secret goes along"


def sections() -> dict[str, list[tuple[str, str]]]:
    """The unit's lines by section."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in read(DEPLOY / "kipthoi.service").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            found[heading[1]] = []
        elif line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found[next(reversed(found))].append((name, value))
    return found


def test_the_unit_starts_the_program_and_may_write_where_it_writes() -> None:
    service = dict(sections()["Service"])
    folder = service["WorkingDirectory"]
    assert service["ExecStart"] == f"{folder}/.venv/bin/kipthoi run"
    database = Settings.model_fields["database_url"].default.removeprefix("sqlite:///")
    for written in (database, str(Settings.model_fields["files"].default)):
        assert f"{folder}/{written}".startswith(service["ReadWritePaths"] + "/")
    assert int(service["TimeoutStopSec"]) >= 15


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("no systemd on this machine: the unit is not verified")
    command = dict(sections()["Service"])["ExecStart"].split()[0]
    there = shutil.which("true")
    assert there is not None
    unit = tmp_path / "kipthoi.service"
    unit.write_text(read(DEPLOY / "kipthoi.service").replace(command, there))
    done = subprocess.run(
        [verify, "verify", str(unit)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, [line for line in done.stderr.splitlines() if "kipthoi" in line]) == (
        0,
        [],
    )


def blocks(text: str) -> dict[str, str]:
    """The site's locations with what stands in them; fails where braces do not close."""
    bare = re.sub(r"#.*", "", text)
    assert bare.count("{") == bare.count("}")
    return dict(re.findall(r"location\s+(?:=\s*)?(\S+)\s*\{([^}]*)\}", bare))


def test_the_site_passes_on_what_the_program_takes() -> None:
    text = read(DEPLOY / "nginx.conf")
    found = blocks(text)
    assert set(found) == {CALENDAR_PATHS, FILES_PATH, "/metrics", "/"}
    port = Settings.model_fields["port"].default
    for path, body in found.items():
        if path == "/metrics":
            assert body.split() == ["return", "404;"]
            continue
        assert f"proxy_pass http://127.0.0.1:{port};" in body
        assert "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;" in body
        assert "proxy_set_header Host $host;" in body
    assert "access_log off;" in found[CALENDAR_PATHS], "its address is a key"
    assert f"client_max_body_size {MOST_BYTES // 1024**2}m;" in found[FILES_PATH]
    assert f"client_max_body_size {BODY_BYTES // 1024}k;" in text
    assert "proxy_buffering off;" in found["/"]


def test_nginx_takes_the_site(tmp_path: Path) -> None:
    nginx = shutil.which("nginx")
    if nginx is None:
        pytest.skip("no nginx on this machine: the site is not tried")
    site = re.sub(r"listen 443 ssl;|ssl_certificate\S*\s+\S+;", "", read(DEPLOY / "nginx.conf"))
    whole = tmp_path / "nginx.conf"
    whole.write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}} "
        f"http {{ access_log {tmp_path}/access.log; {site} }}"
    )
    done = subprocess.run(
        [nginx, "-t", "-p", str(tmp_path), "-c", str(whole)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
