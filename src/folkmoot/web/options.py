"""The one table of options: name, environment variable, default, help; documentation is generated from it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "FOLKMOOT_"


class WrongOptionError(SystemExit):
    """An option has a value that cannot be; stops the start with a sentence that names it."""


@dataclass(frozen=True)
class Option:
    """One option: `read` turns the text of the environment into a value or raises ValueError with what is expected."""

    name: str
    env: str
    default: str
    help: str
    read: Callable[[str], Any] = str


def _folder(value: str) -> Path:
    path = Path(value).expanduser().resolve()
    if path.exists() and not path.is_dir():
        raise ValueError("a folder, but a file is there")
    return path


def _yes_or_no(value: str) -> bool:
    known = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    if value.lower() not in known:
        raise ValueError("yes or no")
    return known[value.lower()]


def _whole(lowest: int, highest: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not value.isascii() or not value.isdigit() or not lowest <= int(value) <= highest:
            raise ValueError(f"a whole number from {lowest} to {highest}")
        return int(value)

    return read


def _one_of(*words: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in words:
            raise ValueError("one of " + ", ".join(words))
        return value

    return read


def _database(value: str) -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in {"sqlite", "postgres", "postgresql"} or not parts.path.strip("/")):
        raise ValueError("sqlite:///path/to/file or postgresql://user:password@host/name")
    return value


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path not in {"", "/"}:
        raise ValueError("an address such as https://folkmoot.example, without a path")
    return value.rstrip("/")


def _words(value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


OPTIONS: tuple[Option, ...] = (
    Option("data", "FOLKMOOT_DATA", "./var", "Folder for the database and everything else that is kept.", _folder),
    Option(
        "keys",
        "FOLKMOOT_KEYS",
        "./keys",
        "Folder for keys; never inside the data folder, never in a backup of it.",
        _folder,
    ),
    Option(
        "database", "DATABASE_URL", "", "Address of the database; empty means SQLite in the data folder.", _database
    ),
    Option(
        "url", "FOLKMOOT_URL", "http://127.0.0.1:8000", "Public address of the site, used in feeds and links.", _address
    ),
    Option("hosts", "FOLKMOOT_HOSTS", "", "Further host names the site answers to, with commas between.", _words),
    Option(
        "secret",
        "FOLKMOOT_SECRET_KEY",
        "",
        "Secret for cookies and links; empty means the file secret-key in the keys folder.",
    ),
    Option("debug", "FOLKMOOT_DEBUG", "no", "Show error details in pages; never in public.", _yes_or_no),
    Option("workers", "FOLKMOOT_WORKERS", "1", "How many web processes `folkmoot serve` starts.", _whole(1, 64)),
    Option(
        "upload_megabytes",
        "FOLKMOOT_UPLOAD_MEGABYTES",
        "50",
        "Largest file an officer may upload, in megabytes.",
        _whole(1, 1000),
    ),
    Option(
        "log_level", "FOLKMOOT_LOG_LEVEL", "INFO", "How much is logged.", _one_of("DEBUG", "INFO", "WARNING", "ERROR")
    ),
    Option("log_format", "FOLKMOOT_LOG_FORMAT", "words", "Log lines as words or as JSON.", _one_of("words", "json")),
)
TESTING = frozenset({"FOLKMOOT_TEST_DATA", "FOLKMOOT_TEST_DATABASE", "FOLKMOOT_TEST_DATABASE_URL"})


def read_options(environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return every option's value by name; raises WrongOptionError naming the first wrong one."""
    given = os.environ if environment is None else environment
    _refuse_unknown(given)
    values = {option.name: _value(option, given.get(option.env, option.default)) for option in OPTIONS}
    if values["keys"].is_relative_to(values["data"]):
        raise WrongOptionError(
            f"FOLKMOOT_KEYS is {values['keys']}, inside the data folder {values['data']}. "
            "Keys must lie apart from data and backups; choose a folder outside."
        )
    return values


def _value(option: Option, text: str) -> Any:
    try:
        return option.read(text)
    except ValueError as error:
        raise WrongOptionError(f"{option.env} is {text!r}; it must be {error}.") from None


def _refuse_unknown(given: Mapping[str, str]) -> None:
    known = {option.env for option in OPTIONS} | TESTING
    for name in sorted(given):
        if name.startswith(PREFIX) and name not in known:
            close = difflib.get_close_matches(name, known, 1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise WrongOptionError(f"{name} is not an option of Folkmoot.{hint} `folkmoot options` lists all.")
