"""The only reader of the environment: every setting, checked before anything starts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import Refused
from locales.catalog import text
from rules.message import Message, say

_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_POSTGRES = re.compile(r"postgres(ql)?(\+psycopg)?://")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*")


class SettingsError(Refused):
    """A setting cannot be used; `messages` say which and why, and never show its value."""

    def __init__(self, messages: tuple[Message, ...]) -> None:
        super().__init__("\n".join(text(message) for message in messages))
        self.messages = messages


class _Wrong(ValueError):  # noqa: N818 - pydantic wants a ValueError; it is turned at once
    """The catalogue key that says what is wrong."""


class Settings(BaseSettings):
    """Settings by the environment; an empty variable counts as unset."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True, extra="ignore")

    database_url: str = Field(default="sqlite:///var/kipthoi.db", validation_alias="DATABASE_URL")
    host: str = Field(default="127.0.0.1", validation_alias="KIPTHOI_HOST")
    port: int = Field(default=8080, ge=0, le=65535, validation_alias="KIPTHOI_PORT")
    address: str | None = Field(default=None, validation_alias="KIPTHOI_ADDRESS")
    files: Path = Field(default=Path("var/files"), validation_alias="KIPTHOI_FILES")
    files_days: int = Field(default=30, ge=1, le=3650, validation_alias="KIPTHOI_FILES_DAYS")
    keep_days: int = Field(default=90, ge=14, le=36500, validation_alias="KIPTHOI_KEEP_DAYS")
    strangers_days: int = Field(
        default=90, ge=1, le=36500, validation_alias="KIPTHOI_STRANGERS_DAYS"
    )
    audit_days: int | None = Field(
        default=None, ge=30, le=36500, validation_alias="KIPTHOI_AUDIT_DAYS"
    )
    scanner: str | None = Field(default=None, validation_alias="KIPTHOI_SCANNER")
    metrics_token: SecretStr | None = Field(default=None, validation_alias="KIPTHOI_METRICS_TOKEN")
    demonstration: bool = Field(default=True, validation_alias="KIPTHOI_DEMONSTRATION")
    calendar_override: Path | None = Field(default=None, validation_alias="KIPTHOI_CALENDAR")
    templates: Path | None = Field(default=None, validation_alias="KIPTHOI_TEMPLATES")
    timezone: Annotated[ZoneInfo, NoDecode] = Field(
        default=ZoneInfo("Asia/Ho_Chi_Minh"), validation_alias="KIPTHOI_TIMEZONE"
    )
    json_logs: bool = Field(default=False, validation_alias="KIPTHOI_JSON_LOGS")
    telegram_token: SecretStr | None = Field(default=None, validation_alias="TELEGRAM_TOKEN")
    telegram_name: str | None = Field(
        default=None, pattern=r"^[A-Za-z][A-Za-z0-9_]{4,31}$", validation_alias="TELEGRAM_NAME"
    )
    telegram_api_url: str = Field(
        default="https://api.telegram.org", validation_alias="TELEGRAM_API_URL"
    )
    telegram_webhook_url: str | None = Field(default=None, validation_alias="TELEGRAM_WEBHOOK_URL")
    telegram_webhook_secret: SecretStr | None = Field(
        default=None, validation_alias="TELEGRAM_WEBHOOK_SECRET"
    )

    telegram_per_second: int = Field(
        default=30, ge=2, le=1000, validation_alias="KIPTHOI_TELEGRAM_PER_SECOND"
    )
    telegram_for_replies: int = Field(
        default=1, ge=1, le=999, validation_alias="KIPTHOI_TELEGRAM_FOR_REPLIES"
    )
    telegram_chat_per_second: float = Field(
        default=1.0, ge=0.05, le=30, validation_alias="KIPTHOI_TELEGRAM_CHAT_PER_SECOND"
    )
    telegram_group_per_minute: int = Field(
        default=20, ge=1, le=1000, validation_alias="KIPTHOI_TELEGRAM_GROUP_PER_MINUTE"
    )

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        """Every spelling of a PostgreSQL address means psycopg 3."""
        if _POSTGRES.match(url):
            return _POSTGRES.sub("postgresql+psycopg://", url, count=1)
        if not url.startswith("sqlite:///"):
            raise _Wrong("settings.wrong.database")
        return url

    @field_validator("timezone", mode="before")
    @classmethod
    def _known_zone(cls, name: object) -> object:
        if not isinstance(name, str):
            return name
        try:
            return ZoneInfo(name)
        except (KeyError, OSError, ValueError) as error:
            raise _Wrong("settings.wrong.zone") from error

    @field_validator("calendar_override")
    @classmethod
    def _readable_file(cls, path: Path | None) -> Path | None:
        if path is not None and not path.is_file():
            raise _Wrong("settings.wrong.file")
        return path

    @field_validator("templates")
    @classmethod
    def _readable_folder(cls, path: Path | None) -> Path | None:
        if path is not None and not path.is_dir():
            raise _Wrong("settings.wrong.folder")
        return path

    @property
    def site(self) -> str:
        """Where officers reach the page: as set, else where it is served."""
        return self.address or f"http://{self.host}:{self.port}"

    @field_validator("telegram_api_url", "telegram_webhook_url", "address")
    @classmethod
    def _web_address(cls, url: str | None) -> str | None:
        if url is not None and not _WEB_ADDRESS.fullmatch(url):
            raise _Wrong("settings.wrong.address")
        return url.rstrip("/") if url else url

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _sendable_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not _WEBHOOK_SECRET.fullmatch(secret.get_secret_value()):
            raise _Wrong("settings.wrong.secret")
        return secret

    @field_validator("telegram_for_replies")
    @classmethod
    def _bulk_keeps_some(cls, kept: int, info: ValidationInfo) -> int:
        if kept >= info.data.get("telegram_per_second", kept + 1):
            raise _Wrong("settings.wrong.for_replies")
        return kept

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if bool(self.telegram_webhook_url) != bool(self.telegram_webhook_secret):
            raise _Wrong("settings.wrong.webhook")
        return self


def load_settings() -> Settings:
    """The settings of this process. Raises SettingsError with every fault at once."""
    try:
        return Settings()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise SettingsError(tuple(_told(fault) for fault in faults)) from None


def _told(fault: object) -> Message:
    """A fault as a sentence: the variable's name and the reason, never the value."""
    assert isinstance(fault, dict)
    place = str(fault["loc"][0]) if fault["loc"] else "TELEGRAM_WEBHOOK_URL"
    reason = fault.get("ctx", {}).get("error")
    if isinstance(reason, _Wrong):
        return say("settings.wrong", name=place, why=say(str(reason)))
    return say("settings.wrong", name=place, why=say(f"settings.wrong.{_kind(fault['type'])}"))


def _kind(fault: str) -> str:
    """The many kinds of fault there are, as the few a reader needs."""
    if fault.startswith("bool"):
        return "switch"
    return "number" if fault.startswith(("int", "float", "greater", "less")) else "value"
