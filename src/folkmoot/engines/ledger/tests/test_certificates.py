import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.engines.ledger import (
    Certificate,
    CertificateError,
    CheckpointError,
    CosignerKey,
    LedgerError,
    Policy,
    PolicyError,
    ProofError,
    SignerKey,
    Witness,
    add_signatures,
    parse_certificate,
    prove_inclusion,
    sign_note,
    verify_certificate,
)
from folkmoot.engines.ledger.policy import TrustedLog
from folkmoot.engines.ledger.tests.shelf import ORIGIN, Shelf, numbered

SHELF = Shelf.of(numbered(300))
LOG = SignerKey(ORIGIN, bytes(32))
WITNESS = CosignerKey("witness.example.net/w1", bytes([1]) * 32)
POLICY = Policy((TrustedLog(LOG.verifier),), (Witness("w1", WITNESS.verifier),), (), "w1")
NOTE = add_signatures(sign_note(SHELF.checkpoint.text, LOG), WITNESS.cosign(SHELF.checkpoint, 1_700_000_000))


def certificate(index: int, extra: bytes | None = None) -> Certificate:
    return Certificate(index, prove_inclusion(index, 300, SHELF.read), NOTE, extra)


@given(st.integers(0, 299), st.none() | st.binary(max_size=50))
def test_a_certificate_shows_its_entry_to_somebody_with_a_policy_and_no_server(index: int, extra: bytes | None) -> None:
    data = certificate(index, extra).encode()
    read = parse_certificate(data)
    assert read.encode() == data
    trusted = verify_certificate(read, SHELF.entries[index], POLICY)
    assert (trusted.checkpoint.size, trusted.cosigned[0].timestamp) == (300, 1_700_000_000)
    with pytest.raises(ProofError):
        verify_certificate(read, b"another entry", POLICY)


def test_it_is_spelt_as_the_specification_spells_it() -> None:
    lines = certificate(3, b"any").encode().decode().split("\n")
    assert lines[:3] == ["c2sp.org/tlog-proof@v1", "extra YW55", "index 3"]
    assert lines[3 + 9 : 6 + 9] == ["", ORIGIN, "300"]
    assert certificate(3).encode().decode().split("\n")[1] == "index 3"


def test_without_the_quorum_or_the_log_it_shows_nothing() -> None:
    unwitnessed = Certificate(3, certificate(3).proof, sign_note(SHELF.checkpoint.text, LOG))
    with pytest.raises(PolicyError):
        verify_certificate(unwitnessed, SHELF.entries[3], POLICY)
    stranger = Policy((), (), (), "none")
    with pytest.raises(PolicyError):
        verify_certificate(certificate(3), SHELF.entries[3], stranger)
    verify_certificate(certificate(3), SHELF.entries[3], stranger, [LOG.verifier])


HASH = "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ="
HEADER = "c2sp.org/tlog-proof@v1\n"


@pytest.mark.parametrize(
    "head",
    [
        "", "\n", "wrong-header\nindex 0\n\n", "c2sp.org/tlog-proof@v2\nindex 0\n\n", HEADER, HEADER + "\n",
        "\n" + HEADER + "index 0\n\n", HEADER + "\nindex 0\n\n", HEADER + "index 0\n",
        HEADER + "index notanumber\n\n", HEADER + "index -5\n\n", HEADER + "index 00\n\n", HEADER + "index 05\n\n",
        HEADER + "index\n\n", HEADER + "index  5\n\n", HEADER + "index 5 \n\n", HEADER + "index\t5\n\n",
        HEADER + f"index {2**64}\n\n", HEADER + "Index 5\n\n", HEADER + "index ٣\n\n",
        HEADER + "extra !!notbase64!!\nindex 0\n\n", HEADER + "extra YW55", HEADER + "extra YW55\n\n",
        HEADER + "extra\nindex 0\n\n", HEADER + "extra YW5\nindex 0\n\n", HEADER + "extra YW6=\nindex 0\n\n",
        HEADER + "index 0\nextra YW55\n\n", HEADER + "extra YW55\nextra YW55\nindex 0\n\n",
        HEADER + "index 0\nindex 0\n\n", HEADER + "index 0\n!!notbase64!!\n\n", HEADER + "index 0\nYW55\n\n",
        HEADER + f"index 0\n{HASH} \n\n", HEADER + f"index 0\n{HASH[:-1]}\n\n", HEADER + f"index 0\n {HASH}\n\n",
        HEADER + f"index 0\n{HASH.replace('lQ=', 'lR=')}\n\n", HEADER + "index 0\n" + (HASH + "\n") * 65 + "\n",
        (HEADER + f"index 0\n{HASH}\n\n").replace("\n", "\r\n"), HEADER + "index 0\n\n\n",
    ],
)  # fmt: skip
def test_what_is_spelt_otherwise_is_no_certificate(head: str) -> None:
    with pytest.raises(LedgerError):
        parse_certificate(head.encode() + NOTE)


@pytest.mark.parametrize("note", [b"", b"checkpoint\n", NOTE[:-1], NOTE + b"\n", NOTE.replace(b"300\n", b"0300\n")])
def test_what_follows_the_empty_line_is_a_checkpoint(note: bytes) -> None:
    with pytest.raises(LedgerError):
        parse_certificate((HEADER + f"index 0\n{HASH}\n\n").encode() + note)
    with pytest.raises(LedgerError):
        Certificate(0, (), note)


def test_an_empty_proof_and_empty_extra_data_are_kept_as_they_are() -> None:
    for text in (HEADER + "index 0\n\n", HEADER + "extra \nindex 0\n\n"):
        assert parse_certificate(text.encode() + NOTE).encode() == text.encode() + NOTE


def test_what_no_file_can_say_cannot_be_made() -> None:
    for index, proof in ((-1, ()), (2**64, ()), (0, (bytes(31),)), (0, (bytes(32),) * 65)):
        with pytest.raises(CertificateError):
            Certificate(index, proof, NOTE)
    with pytest.raises(CheckpointError):
        Certificate(0, (), sign_note("no checkpoint\n", LOG))
    with pytest.raises(CertificateError, match="too large"):
        parse_certificate(bytes(2_000_001))


def test_the_wrong_place_is_refused() -> None:
    good = certificate(3)
    for index in (2, 4, 299, 300, 2**64 - 1):
        with pytest.raises(ProofError):
            verify_certificate(Certificate(index, good.proof, NOTE), SHELF.entries[3], POLICY)


@given(st.randoms(use_true_random=False))
def test_a_changed_dropped_or_doubled_byte_is_never_accepted(chance: random.Random) -> None:
    data = certificate(200).encode()
    at = chance.randrange(len(data))
    changed = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    for broken in (changed, data[:at] + data[at + 1 :], data[:at] + data[at : at + 1] + data[at:], data[:at]):
        if broken == data:
            continue
        with pytest.raises(LedgerError):
            verify_certificate(parse_certificate(broken), SHELF.entries[200], POLICY)
