import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.engines.ledger import (
    EMPTY_ROOT,
    Checkpoint,
    CheckpointError,
    CosignerKey,
    CosignerVerifierKey,
    KeyStringError,
    NoteError,
    ProofError,
    SignatureError,
    SignerKey,
    VerifierKey,
    add_signatures,
    cosigned_at,
    open_checkpoint,
    open_note,
    parse_checkpoint,
    parse_signature,
    prove_consistency,
    sign_note,
    verify_growth,
)
from folkmoot.engines.ledger.signatures import Signature
from folkmoot.engines.ledger.tests.shelf import ORIGIN, Shelf, numbered

ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
GOOD = f"example.com/behind-the-sofa\n20852163\n{ROOT}\n"
LOG = SignerKey(ORIGIN, bytes(32))
WITNESS = CosignerKey("witness.example.com/w1", bytes([1]) * 32)
TIME = 1_679_315_147


@pytest.mark.parametrize(
    "text", [GOOD, f"Log\n0\n{ROOT}\n", f"Log with spaces\n{2**64 - 1}\n{ROOT}\n", GOOD + "more\n", GOOD + "a\nb c\n"]
)
def test_a_checkpoint_is_read_and_written_alike(text: str) -> None:
    assert parse_checkpoint(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "\n\n\n", "Log\n", "Head\n9944\n", f"Log\n123\n{ROOT}", f"\n9944\n{ROOT}\n", f"Log\nban\n{ROOT}\n",
        f"Log\n-34\n{ROOT}\n", f"Log\n+34\n{ROOT}\n", f"Log\n034\n{ROOT}\n", f"Log\n00\n{ROOT}\n", f"Log\n\n{ROOT}\n",
        f"Log\n 34\n{ROOT}\n", f"Log\n3_4\n{ROOT}\n", f"Log\n0x1\n{ROOT}\n", f"Log\n1e3\n{ROOT}\n", f"Log\n٣\n{ROOT}\n",
        f"Log\n{2**64}\n{ROOT}\n", f"Log\n3438945738945739845734895735\n{ROOT}\n", "Log\n123\nThisIsn'tBase64\n",
        "Log\n123\nYmFuYW5hcw==\n", "Log\n123\n\n", f"Log\n123\n{ROOT[:-1]}\n", f"Log\n123\n{ROOT} \n",
        f"Log\n123\n{ROOT.replace('2I=', '2J=')}\n", f"Log\n123\n{ROOT.replace('/', '_')}\n", GOOD + "\n",
        GOOD + "more",
        GOOD + "\nmore\n", GOOD + "more\n\n", GOOD.replace("\n", "\r\n"), GOOD.replace("sofa", "so\x00fa"),
    ],
)  # fmt: skip
def test_what_is_spelt_otherwise_is_no_checkpoint(text: str) -> None:
    with pytest.raises((CheckpointError, NoteError)):
        parse_checkpoint(text)


@pytest.mark.parametrize(
    ("origin", "size", "root", "extensions"),
    [
        ("", 0, bytes(32), ()), ("a\nb", 0, bytes(32), ()), ("a", -1, bytes(32), ()), ("a", 2**64, bytes(32), ()),
        ("a", 0, bytes(31), ()), ("a", 0, bytes(33), ()), ("a", 0, bytes(32), ("",)), ("a", 0, bytes(32), ("b\nc",)),
        ("a\t", 0, bytes(32), ()), ("a\ud800", 0, bytes(32), ()),
    ],
)  # fmt: skip
def test_a_checkpoint_that_cannot_be_read_again_cannot_be_made(
    origin: str, size: int, root: bytes, extensions: tuple[str, ...]
) -> None:
    with pytest.raises((CheckpointError, NoteError)):
        Checkpoint(origin, size, root, extensions)


def signed(checkpoint: Checkpoint, *signatures: Signature, by: SignerKey = LOG) -> bytes:
    return add_signatures(sign_note(checkpoint.text, by), *signatures)


def test_the_logs_signature_is_needed_and_a_witnesss_does_not_replace_it() -> None:
    checkpoint = Shelf.of(numbered(5)).checkpoint
    note = signed(checkpoint, WITNESS.cosign(checkpoint, TIME))
    opened = open_checkpoint(note, ORIGIN, [LOG.verifier], [WITNESS.verifier])
    assert opened.checkpoint == checkpoint
    assert [cosigned_at(one) for one in opened.note.verified if one.name == WITNESS.name] == [TIME]
    other = SignerKey(ORIGIN, bytes([9]) * 32)
    with pytest.raises(SignatureError, match="has not signed"):
        open_checkpoint(note, ORIGIN, [other.verifier], [WITNESS.verifier])
    with pytest.raises(SignatureError):
        open_checkpoint(note, ORIGIN, [], [WITNESS.verifier])


def test_a_new_key_and_an_old_one_may_sign_together() -> None:
    checkpoint = Shelf.of(numbered(5)).checkpoint
    new = SignerKey(ORIGIN, bytes([9]) * 32)
    note = sign_note(checkpoint.text, LOG, new)
    for keys in ([LOG.verifier], [new.verifier], [LOG.verifier, new.verifier]):
        assert open_checkpoint(note, ORIGIN, keys).checkpoint == checkpoint


def test_another_origin_and_another_text_are_refused() -> None:
    with pytest.raises(CheckpointError, match="not of"):
        open_checkpoint(signed(Shelf.of(numbered(5)).checkpoint), "example.org/other", [LOG.verifier])
    with pytest.raises(CheckpointError):
        open_checkpoint(sign_note("no checkpoint\n", LOG), ORIGIN, [LOG.verifier])


# ------------------------------------------------------------------ growth


@given(st.integers(0, 600), st.integers(0, 600))
def test_growth_is_accepted_with_its_proof(first: int, second: int) -> None:
    old_size, new_size = sorted((first, second))
    shelf = Shelf.of(numbered(new_size))
    old = Shelf.of(numbered(old_size)).checkpoint
    verify_growth(old, shelf.checkpoint, prove_consistency(old_size, new_size, shelf.read) if old_size else ())


def test_what_is_no_growth_is_refused() -> None:
    shelf = Shelf.of(numbered(7))
    new, old = shelf.checkpoint, Shelf.of(numbered(3)).checkpoint
    forked = Shelf.of([b"x", *numbered(2)]).checkpoint
    proof = prove_consistency(3, 7, shelf.read)
    empty = Checkpoint(ORIGIN, 0, EMPTY_ROOT)
    for first, second, hashes in (
        (new, old, proof),
        (forked, new, proof),
        (old, new, ()),
        (old, new, proof[:-1]),
        (old, forked, ()),
        (Checkpoint("example.org/other", 3, old.root), new, proof),
        (Checkpoint(ORIGIN, 0, old.root), new, ()),
        (empty, Checkpoint(ORIGIN, 0, old.root), ()),
        (empty, new, proof),
        (new, empty, ()),
    ):
        with pytest.raises((CheckpointError, ProofError)):
            verify_growth(first, second, hashes)
    verify_growth(empty, empty, ())


# ------------------------------------------------------------------ cosignatures


def test_a_cosignature_covers_time_and_every_line() -> None:
    checkpoint = parse_checkpoint(GOOD + "further\n")
    cosignature = WITNESS.cosign(checkpoint, TIME)
    verify = WITNESS.verifier.verify
    assert verify(checkpoint.text.encode(), cosignature.value)
    assert not verify(GOOD.encode(), cosignature.value)
    assert not verify(checkpoint.text.replace("further", "farther").encode(), cosignature.value)
    assert not verify(checkpoint.text.encode(), (TIME + 1).to_bytes(8, "big") + cosignature.value[8:])


def test_a_cosignature_signs_what_the_specification_writes_down() -> None:
    message = f"cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n{ROOT}\n"
    plain = SignerKey("any", WITNESS.seed)
    cosignature = WITNESS.cosign(parse_checkpoint(GOOD), TIME)
    assert plain.verifier.verify(message.encode(), cosignature.value[8:])
    assert cosignature.value[:8].hex() == "00000000641850cb"
    assert len(cosignature.value) == 72


def test_cosignatures_of_other_lengths_times_and_texts_are_refused() -> None:
    checkpoint = parse_checkpoint(GOOD)
    value = WITNESS.cosign(checkpoint, TIME).value
    for broken in (b"", value[:-1], value + b"\x00", value[8:], b"\x80" + value[1:], value[:8]):
        assert not WITNESS.verifier.verify(GOOD.encode(), broken)
    assert not WITNESS.verifier.verify(b"no checkpoint\n", value)
    assert not WITNESS.verifier.verify(b"\xff\n", value)
    for time in (-1, 2**63):
        with pytest.raises(SignatureError):
            WITNESS.cosign(checkpoint, time)
    plain = SignerKey(WITNESS.name, WITNESS.seed)
    for time, good in ((TIME, True), (2**63 - 1, True), (2**63, False)):
        by_hand = plain.sign(f"cosignature/v1\ntime {time}\n{GOOD}".encode()).value
        assert WITNESS.verifier.verify(GOOD.encode(), time.to_bytes(8, "big") + by_hand) == good
    late = WITNESS.cosign(checkpoint, 2**63 - 1)
    assert cosigned_at(late) == 2**63 - 1
    with pytest.raises(SignatureError):
        cosigned_at(LOG.sign(GOOD.encode()))


def test_a_witness_signs_nothing_but_checkpoints() -> None:
    with pytest.raises(KeyStringError):
        sign_note(GOOD, WITNESS)
    forged = Signature(WITNESS.name, WITNESS.verifier.key_id, SignerKey(WITNESS.name, WITNESS.seed).sign(b"x").value)
    with pytest.raises(SignatureError):
        open_note(add_signatures(sign_note(GOOD, LOG), forged), [LOG.verifier, WITNESS.verifier])


def test_the_time_of_a_published_cosignature_is_read() -> None:
    # From the tests of github.com/transparency-dev/formats (Apache-2.0).
    line = (
        "— any ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA=="
    )
    assert cosigned_at(parse_signature(line)) == 1_727_964_367


def test_the_cosigners_key_is_known_by_name_and_public_key() -> None:
    key = CosignerVerifierKey.parse(str(WITNESS.verifier))
    assert key == WITNESS.verifier
    assert key != VerifierKey(key.name, key.public)
