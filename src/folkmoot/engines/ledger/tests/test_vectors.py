"""What others made: proofs of transparency-dev/merkle, a log of transparency-dev/tessera, notes of C2SP and Go."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from folkmoot.engines.ledger import (
    Checkpoint,
    LedgerError,
    SignerKey,
    VerifierKey,
    decode_entries,
    leaf_hashes,
    open_checkpoint,
    open_note,
    parse_note,
    root_of,
    sign_note,
    verify_consistency,
    verify_inclusion,
    verify_published,
)

pytestmark = pytest.mark.data

# testdata/build_log.sh of transparency-dev/tessera (Apache-2.0) names the key that signed its log.
TESSERA_KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
TESSERA_ENTRIES = (b"one", b"two", b"three", b"four", b"five", b"six")


def decoded(hashes: list[str] | None) -> list[bytes]:
    return [base64.b64decode(one) for one in hashes or []]


def check_inclusion(case: dict[str, Any]) -> None:
    leaf, root = decoded([case["leafHash"], case["root"]])
    verify_inclusion(case["leafIdx"], case["treeSize"], leaf, decoded(case["proof"]), root)


def check_consistency(case: dict[str, Any]) -> None:
    old, new = decoded([case["root1"], case["root2"]])
    verify_consistency(case["size1"], case["size2"], old, new, decoded(case["proof"]))


@pytest.mark.parametrize(
    ("folder", "check", "good", "bad"),
    [("inclusion", check_inclusion, 6, 80), ("consistency", check_consistency, 5, 79)],
)
def test_every_proof_vector_is_judged_as_its_authors_judge_it(
    real_data: Path, folder: str, check: Callable[[dict[str, Any]], None], good: int, bad: int
) -> None:
    verdicts = {True: 0, False: 0}
    for path in sorted((real_data / "record" / "merkle-testdata" / folder).rglob("*.json")):
        case = json.loads(path.read_text())
        try:
            check(case)
        except LedgerError:
            refused = True
        else:
            refused = False
        assert refused == case["wantErr"], path
        verdicts[refused] += 1
    assert verdicts == {True: bad, False: good}


@pytest.mark.parametrize("size", range(7))
def test_the_tessera_log_is_read_at_every_size(real_data: Path, size: int) -> None:
    log = real_data / "record" / "tessera-log"
    note = (log / f"checkpoint.{size}").read_bytes()
    checkpoint = open_checkpoint(note, "example.com/log/testdata", [VerifierKey.parse(TESSERA_KEY)]).checkpoint
    assert checkpoint.size == size
    verify_published(checkpoint, lambda path: (log / path).read_bytes())
    if size:
        entries = decode_entries((log / f"tile/entries/000.p/{size}").read_bytes(), size)
        assert entries == TESSERA_ENTRIES[:size]
        assert root_of(leaf_hashes(entries)) == checkpoint.root


def test_a_tessera_checkpoint_is_written_to_the_same_text(real_data: Path) -> None:
    for path in (real_data / "record" / "tessera-log").glob("checkpoint.*"):
        note = parse_note(path.read_bytes())
        lines = note.text.split("\n")
        assert Checkpoint(lines[0], int(lines[1]), base64.b64decode(lines[2])).text == note.text
        assert note.encode() == path.read_bytes()


def test_the_notes_of_c2sp_and_go_verify_and_are_signed_to_the_same_bytes(real_data: Path) -> None:
    cases = json.loads((real_data / "record" / "c2sp-note-vectors.json").read_text())["notes"]
    signed = 0
    for case in cases:
        note = case["note"].encode()
        key = VerifierKey.parse(case["vkey"])
        opened = open_note(note, [key])
        assert opened.is_signed_by(key)
        assert str(key) == case["vkey"]
        if "skey" in case:
            signer = SignerKey.parse(case["skey"])
            assert signer.reveal() == case["skey"]
            assert sign_note(opened.text, signer) == note
            signed += 1
    assert (len(cases), signed) == (2, 1)
