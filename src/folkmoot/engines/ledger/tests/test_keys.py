import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.engines.ledger import (
    CosignerKey,
    CosignerVerifierKey,
    KeyStringError,
    SignerKey,
    VerifierKey,
    parse_log_key,
)

# From the tests of golang.org/x/mod/sumdb/note (BSD-3-Clause), whose keys are public on purpose.
VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
# From the tests of github.com/transparency-dev/formats (Apache-2.0).
COSIGNER = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"


def test_key_strings_are_read_and_written_alike() -> None:
    assert str(VerifierKey.parse(VKEY)) == VKEY
    assert SignerKey.parse(SKEY).reveal() == SKEY
    assert str(SignerKey.parse(SKEY).verifier) == VKEY
    assert str(CosignerVerifierKey.parse(COSIGNER)) == COSIGNER


@pytest.mark.parametrize("key", [SignerKey.generate("a"), CosignerKey.generate("дом.example/log")])
def test_generated_keys_survive_their_text(key: SignerKey) -> None:
    assert type(key).parse(key.reveal()) == key
    assert type(key.verifier).parse(str(key.verifier)) == key.verifier
    assert parse_log_key(str(key.verifier)) == key.verifier


@pytest.mark.parametrize(("text", "kind"), [(VKEY, VerifierKey), (SKEY, SignerKey), (COSIGNER, CosignerVerifierKey)])
def test_no_part_and_no_mangling_of_a_key_string_is_a_key(text: str, kind: type[VerifierKey] | type[SignerKey]) -> None:
    parts = [text[i:j] for i in range(len(text) + 1) for j in range(i + 1, len(text) + 1) if j - i < len(text)]
    raised = [text[:i] + chr(ord(text[i]) + 1) + text[i + 1 :] for i in range(len(text))]
    added = [text[:i] + extra + text[i:] for i in range(len(text) + 1) for extra in "+ \n=A"]
    for broken in parts + raised + added:
        with pytest.raises(KeyStringError):
            kind.parse(broken)


@pytest.mark.parametrize(
    "text",
    [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        VKEY.replace("c74f20a3", "C74F20A3"),
        VKEY.replace("c74f20a3", "0c74f20a3"),
        VKEY.replace("c74f20a3", "00000000"),
        VKEY.replace("ARpc", "ARpc\n"),
        VKEY.replace("PeterNeumann", "Peter Neumann"),
        VKEY.replace("PeterNeumann", "Peter\u2003Neumann"),
        VKEY.replace("PeterNeumann", ""),
        "rekor.sigstore.dev+12345678+AwEB",
        "bananas.sigstore.dev+12344556",
        "",
        "++",
    ],
)
def test_other_sizes_types_spellings_and_ids_are_refused(text: str) -> None:
    for parse in (VerifierKey.parse, CosignerVerifierKey.parse, parse_log_key):
        with pytest.raises(KeyStringError):
            parse(text)


def test_a_key_of_one_type_is_not_one_of_the_other() -> None:
    with pytest.raises(KeyStringError, match="0x01"):
        CosignerVerifierKey.parse(VKEY)
    with pytest.raises(KeyStringError, match="0x04"):
        VerifierKey.parse(COSIGNER)
    with pytest.raises(KeyStringError):
        CosignerKey.parse(SKEY)
    seed = bytes(range(32))
    assert SignerKey("a", seed).verifier.key_id != CosignerKey("a", seed).verifier.key_id
    assert SignerKey("a", seed).verifier != CosignerKey("a", seed).verifier


def test_errors_and_repr_do_not_show_the_secret() -> None:
    secret = SKEY.split("+", 4)[4]
    assert secret not in repr(SignerKey.parse(SKEY))
    assert repr(SignerKey.parse(SKEY).seed) not in repr(SignerKey.parse(SKEY))
    for broken in (SKEY + "A", SKEY.replace("c74f20a3", "c74f20a4"), SKEY[8:], SKEY.replace("+AY", "+BY")):
        with pytest.raises(KeyStringError) as caught:
            SignerKey.parse(broken)
        assert secret not in str(caught.value)


def test_names_and_sizes_are_checked_when_keys_are_made() -> None:
    for name in ("", "a b", "a+b", "a\tb", "a\x85b", "\ud800"):
        with pytest.raises(KeyStringError):
            SignerKey(name, bytes(32))
        with pytest.raises(KeyStringError):
            VerifierKey(name, bytes(32))
    for length in (0, 31, 33, 64):
        with pytest.raises(KeyStringError):
            SignerKey("a", bytes(length))
        with pytest.raises(KeyStringError):
            VerifierKey("a", bytes(length))


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=80))
def test_any_bytes_as_a_key_or_signature_are_judged_without_a_crash(public: bytes, signature: bytes) -> None:
    assert not VerifierKey("a", public).verify(b"text\n", signature)
