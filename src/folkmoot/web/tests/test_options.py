"""A wrong option stops the start with a sentence that names it."""

from pathlib import Path

import pytest

from folkmoot.web.options import OPTIONS, WrongOptionError, read_options


def test_an_empty_environment_gives_the_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    values = read_options({})
    assert values["data"] == tmp_path / "var"
    assert values["keys"] == tmp_path / "keys"
    assert values["database"] == ""
    assert values["debug"] is False
    assert set(values) == {option.name for option in OPTIONS}


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"FOLKMOOT_WORKERS": "many"}, "FOLKMOOT_WORKERS is 'many'; it must be a whole number from 1 to 64."),
        ({"FOLKMOOT_WORKERS": "0"}, "FOLKMOOT_WORKERS is '0'; it must be a whole number from 1 to 64."),
        ({"FOLKMOOT_WORKERS": "٣"}, "FOLKMOOT_WORKERS is '٣'; it must be a whole number from 1 to 64."),
        ({"FOLKMOOT_DEBUG": "perhaps"}, "FOLKMOOT_DEBUG is 'perhaps'; it must be yes or no."),
        ({"FOLKMOOT_LOG_FORMAT": "xml"}, "FOLKMOOT_LOG_FORMAT is 'xml'; it must be one of words, json."),
        (
            {"DATABASE_URL": "mysql://x"},
            "DATABASE_URL is 'mysql://x'; it must be sqlite:///path/to/file or postgresql://user:password@host/name.",
        ),
        (
            {"DATABASE_URL": "postgresql://"},
            "DATABASE_URL is 'postgresql://'; it must be sqlite:///path/to/file or postgresql://user:password@host/name.",
        ),
        (
            {"FOLKMOOT_URL": "assembly.example"},
            "FOLKMOOT_URL is 'assembly.example'; it must be an address such as https://folkmoot.example,"
            " without a path.",
        ),
        (
            {"FOLKMOOT_WORKER": "2"},
            "FOLKMOOT_WORKER is not an option of Folkmoot. Did you mean FOLKMOOT_WORKERS?"
            " `folkmoot options` lists all.",
        ),
    ],
)
def test_a_wrong_option_is_named(environment: dict[str, str], sentence: str) -> None:
    with pytest.raises(WrongOptionError) as error:
        read_options(environment)
    assert str(error.value) == sentence


def test_keys_may_not_lie_inside_the_data_folder(tmp_path: Path) -> None:
    with pytest.raises(WrongOptionError, match="inside the data folder"):
        read_options({"FOLKMOOT_DATA": str(tmp_path), "FOLKMOOT_KEYS": str(tmp_path / "keys")})


def test_a_file_where_the_data_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("")
    with pytest.raises(WrongOptionError, match=r"FOLKMOOT_DATA is .* it must be a folder, but a file is there"):
        read_options({"FOLKMOOT_DATA": str(tmp_path / "var")})


def test_a_link_does_not_hide_keys_inside_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "var")
    with pytest.raises(WrongOptionError, match="inside the data folder"):
        read_options({"FOLKMOOT_DATA": str(tmp_path / "var"), "FOLKMOOT_KEYS": str(tmp_path / "link" / "keys")})
