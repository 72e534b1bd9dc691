"""Settings come from the environment, whole and checked, or as sentences that name the fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings
from bot.telegram import limits_of
from handlers.telegram.pace import Limits, Pace


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.validation_alias), raising=False)


def loaded(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return load_settings()


def test_nothing_set_means_this_machine_alone_and_a_file_beside_it() -> None:
    settings = load_settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.database_url == "sqlite:///var/kipthoi.db"
    assert settings.telegram_token is None
    assert settings.timezone.key == "Asia/Ho_Chi_Minh"


def test_telegram_s_budget_is_the_published_one_unless_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    published = load_settings()
    own = loaded(
        monkeypatch,
        KIPTHOI_TELEGRAM_PER_SECOND="20",
        KIPTHOI_TELEGRAM_FOR_REPLIES="5",
        KIPTHOI_TELEGRAM_CHAT_PER_SECOND="0.5",
        KIPTHOI_TELEGRAM_GROUP_PER_MINUTE="10",
    )
    budgets = [limits_of(settings) for settings in (published, own)]
    assert budgets == [
        Limits(),
        Limits(Pace(20, burst=3), chat=Pace(0.5, burst=3), group=Pace(10 / 60), for_replies=5),
    ]


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, TELEGRAM_TOKEN="", KIPTHOI_PORT="").telegram_token is None


@pytest.mark.parametrize("prefix", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_psycopg(
    monkeypatch: pytest.MonkeyPatch, prefix: str
) -> None:
    settings = loaded(monkeypatch, DATABASE_URL=f"{prefix}://u:p@host/name")
    assert settings.database_url == "postgresql+psycopg://u:p@host/name"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://u:secretword@host/name"),
        ("KIPTHOI_PORT", "99999"),
        ("KIPTHOI_PORT", "web"),
        ("KIPTHOI_TIMEZONE", "Asia/Lang_Son"),
        ("KIPTHOI_TIMEZONE", "../../etc/passwd"),
        ("KIPTHOI_DEMONSTRATION", "maybe"),
        ("KIPTHOI_CALENDAR", "no/such/file.yaml"),
        ("KIPTHOI_TEMPLATES", "no/such/folder"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("KIPTHOI_TELEGRAM_PER_SECOND", "4711"),
        ("KIPTHOI_TELEGRAM_PER_SECOND", "ba mươi"),
        ("KIPTHOI_TELEGRAM_FOR_REPLIES", "30"),
        ("KIPTHOI_TELEGRAM_CHAT_PER_SECOND", "-7"),
        ("KIPTHOI_TELEGRAM_CHAT_PER_SECOND", "nan"),
        ("KIPTHOI_TELEGRAM_GROUP_PER_MINUTE", "20.5"),
    ],
)
def test_a_wrong_setting_is_a_sentence_that_names_it_and_hides_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        loaded(monkeypatch, **{name: value})
    assert name in str(caught.value)
    assert value not in str(caught.value)


def test_every_fault_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as caught:
        loaded(monkeypatch, KIPTHOI_PORT="x", KIPTHOI_TIMEZONE="Mars")
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize("secret", ["", "có dấu", "a" * 257])
def test_a_webhook_needs_an_address_and_a_secret_telegram_can_send(
    monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    address = "https://bot.example/telegram"
    with pytest.raises(SettingsError, match="TELEGRAM_WEBHOOK"):
        loaded(monkeypatch, TELEGRAM_WEBHOOK_URL=address, TELEGRAM_WEBHOOK_SECRET=secret)


def test_a_calendar_file_that_exists_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "calendar.yaml"
    file.touch()
    assert loaded(monkeypatch, KIPTHOI_CALENDAR=str(file)).calendar_override == file


def test_a_folder_of_templates_that_exists_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert loaded(monkeypatch, KIPTHOI_TEMPLATES=str(tmp_path)).templates == tmp_path


def test_a_token_never_shows_in_print(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "4242" not in repr(loaded(monkeypatch, TELEGRAM_TOKEN="4242:abc"))


def test_the_address_officers_reach_is_where_it_is_served_unless_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert load_settings().site == "http://127.0.0.1:8080"
    own = loaded(monkeypatch, KIPTHOI_ADDRESS="https://khenthuong.example/")
    assert own.site == "https://khenthuong.example"
    with pytest.raises(SettingsError, match="KIPTHOI_ADDRESS"):
        loaded(monkeypatch, KIPTHOI_ADDRESS="khenthuong.example")


def test_files_and_metrics_are_this_machine_s_own_unless_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert (load_settings().files, load_settings().metrics_token) == (Path("var/files"), None)
    own = loaded(monkeypatch, KIPTHOI_FILES="/srv/files", KIPTHOI_METRICS_TOKEN="s3cret")
    assert own.files == Path("/srv/files")
    assert "s3cret" not in repr(own)
