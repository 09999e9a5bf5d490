import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.engines.ledger import (
    Checkpoint,
    CosignerKey,
    Group,
    LedgerError,
    Policy,
    PolicyError,
    SignatureError,
    SignerKey,
    add_signatures,
    check_policy,
    format_policy,
    parse_policy,
    sign_note,
)

ORIGIN = "example.org/log"
LOG = SignerKey(ORIGIN, bytes(32))
WITNESSES = [CosignerKey(f"witness.example.net/{n}", bytes([n + 1]) * 32) for n in range(6)]
CHECKPOINT = Checkpoint(ORIGIN, 7, bytes(32))
W = [str(witness.verifier) for witness in WITNESSES]
L = str(LOG.verifier)


def note(*cosigners: int) -> bytes:
    cosignatures = [WITNESSES[n].cosign(CHECKPOINT, 1_000 + n) for n in cosigners]
    return add_signatures(sign_note(CHECKPOINT.text, LOG), *cosignatures)


def policy(*lines: str) -> Policy:
    return parse_policy(("\n".join(lines) + "\n").encode())


def test_a_policy_of_two_levels_is_read_and_enforced() -> None:
    example = policy(
        "# the example of the specification",
        f"log {L} https://example.org/log/",
        "",
        *(f"witness X{n + 1} {W[n]}" for n in range(3)),
        "  \tgroup\tX-witnesses 2   X1 X2 X3  ",
        *(f"witness Y{n - 2} {W[n]} https://witness.example.net/{n}/" for n in range(3, 6)),
        "group Y-witnesses any Y1 Y2 Y3",
        "group X-and-Y all X-witnesses Y-witnesses",
        "   # any comment",
        "quorum X-and-Y",
    )
    assert [group.threshold for group in example.groups] == [2, 1, 2]
    assert parse_policy(format_policy(example)) == example
    for size in range(7):
        for cosigners in itertools.combinations(range(6), size):
            if len({0, 1, 2} & set(cosigners)) >= 2 and {3, 4, 5} & set(cosigners):
                trusted = check_policy(note(*cosigners), example)
                assert trusted.checkpoint == CHECKPOINT
                assert trusted.log_keys == (LOG.verifier,)
                assert [one.timestamp for one in trusted.cosigned] == [1_000 + n for n in cosigners]
            else:
                with pytest.raises(PolicyError, match="is missing"):
                    check_policy(note(*cosigners), example)


@given(st.integers(1, 6).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n), st.sets(st.integers(0, n - 1)))))
def test_k_of_n_is_what_it_says(case: tuple[int, int, set[int]]) -> None:
    n, k, cosigners = case
    names = [f"w{place}" for place in range(n)]
    lines = [f"witness {name} {vkey}" for name, vkey in zip(names, W[:n], strict=True)]
    rule = policy(*lines, f"group g {k} {' '.join(names)}", "quorum g")
    assert rule.is_satisfied_by(f"w{place}" for place in cosigners) == (len(cosigners) >= k)
    assert not rule.is_satisfied_by(["g", "none", "nobody"])


def test_one_witness_or_none_can_be_the_quorum() -> None:
    single = policy(f"log {L}", f"witness w {W[0]}", "quorum w")
    assert check_policy(note(0), single).cosigned[0].witness == "w"
    with pytest.raises(PolicyError):
        check_policy(note(1), single)
    alone = policy(f"log {L}", "quorum none")
    assert check_policy(note(), alone).cosigned == ()
    assert check_policy(note(0), alone).cosigned == ()


def test_the_log_must_be_known_under_its_origin() -> None:
    with pytest.raises(PolicyError, match="knows no log"):
        check_policy(note(), policy("quorum none"))
    assert check_policy(note(), policy("quorum none"), [LOG.verifier]).checkpoint == CHECKPOINT
    renamed = SignerKey("example.org/other", LOG.seed)
    misnamed = sign_note(CHECKPOINT.text, renamed)
    with pytest.raises(PolicyError):
        check_policy(misnamed, policy(f"log {renamed.verifier}", "quorum none"))
    other = SignerKey(ORIGIN, bytes([9]) * 32)
    with pytest.raises(SignatureError):
        check_policy(note(), policy(f"log {other.verifier}", "quorum none"))
    assert check_policy(note(), policy(f"log {other.verifier}", f"log {L}", "quorum none")).log_keys == (LOG.verifier,)


def test_a_bad_cosignature_of_a_known_witness_refuses_the_checkpoint_even_without_need() -> None:
    earlier = Checkpoint(ORIGIN, 6, bytes(32))
    forged = add_signatures(note(1), WITNESSES[0].cosign(earlier, 5))
    with pytest.raises(SignatureError):
        check_policy(forged, policy(f"log {L}", f"witness w {W[0]}", "quorum none"))
    check_policy(forged, policy(f"log {L}", f"witness w {W[1]}", "quorum w"))


@pytest.mark.parametrize(
    "lines",
    [
        (), ("",), ("# only a comment",), (f"log {L}",), (f"witness w {W[0]}",), ("quorum",), ("quorum unknown",),
        ("quorum none none",), ("quorum none", "quorum none"), ("Quorum none",), ("quorum none # comment",),
        ("quorum\u00a0none",), ("quorum w", f"witness w {W[0]}"),
        (f"log {L} a b", "quorum none"), ("log", "quorum none"), (f"log {L}", f"log {L}", "quorum none"),
        (f"log {L}", f"log {SignerKey('other', LOG.seed).verifier}", "quorum none"), ("log nonsense", "quorum none"),
        ("log test+5893dc2c+BtMcFiao6ZOdU6LZ40tLKbsWpDOU8smRapXBIYI3lXw=", "quorum none"),
        (f"witness w {W[0]} a b", "quorum w"), ("witness w", "quorum none"), (f"witness none {W[0]}", "quorum none"),
        (f"witness w {L}", "quorum w"), (f"witness w {W[0]}", f"witness v {W[0]}", "quorum w"),
        (f"witness w {W[0]}", f"witness v {CosignerKey('x', WITNESSES[0].seed).verifier}", "quorum w"),
        (f"witness w {W[0]}", f"witness w {W[1]}", "quorum w"), (f"witness w {W[0]}", "group w any w", "quorum w"),
        (f"witness w {W[0]}", "group g any", "quorum g"), (f"witness w {W[0]}", "group g 1", "quorum g"),
        (f"witness w {W[0]}", "group g", "quorum none"), (f"witness w {W[0]}", "group none 1 w", "quorum none"),
        (f"witness w {W[0]}", "group g 0 w", "quorum g"), (f"witness w {W[0]}", "group g 2 w", "quorum g"),
        (f"witness w {W[0]}", "group g -1 w", "quorum g"), (f"witness w {W[0]}", "group g +1 w", "quorum g"),
        (f"witness w {W[0]}", "group g 01 w", "quorum g"), (f"witness w {W[0]}", "group g most w", "quorum g"),
        (f"witness w {W[0]}", "group g ٣ w", "quorum g"), (f"witness w {W[0]}", "group g 99999999999 w", "quorum g"),
        (f"witness w {W[0]}", "group g any none", "quorum g"), (f"witness w {W[0]}", "group g any g", "quorum g"),
        (f"witness w {W[0]}", "group g any w w", "quorum g"), (f"witness w {W[0]}", "group g 2 w w", "quorum g"),
        (f"witness w {W[0]}", "group g any w", "group h any w", "quorum h"),
        (f"witness w {W[0]}", "group g any h", "group h any w", "quorum h"),
        ("group g any w", f"witness w {W[0]}", "quorum g"), ("mirror m", "quorum none"),
    ],
)  # fmt: skip
def test_what_is_written_otherwise_is_no_policy(lines: tuple[str, ...]) -> None:
    with pytest.raises(PolicyError):
        policy(*lines)


@pytest.mark.parametrize("octet", [*range(9), *range(11, 32), 127])
def test_control_characters_are_refused_even_in_comments(octet: int) -> None:
    for line in (b"# a%cb\nquorum none\n", b"quorum%cnone\n", b"quorum none%c\n"):
        with pytest.raises(PolicyError):
            parse_policy(line % octet)


def test_names_are_octets() -> None:
    vkey = W[0].encode()
    parsed = parse_policy(b"witness \xe2\x84\xaa %b\nwitness K %b\nwitness \xff %b\nquorum \xff\n" % (vkey, *_more()))
    assert len({witness.name for witness in parsed.witnesses}) == 3
    assert format_policy(parsed).endswith(b"quorum \xff\n")
    with pytest.raises(PolicyError):
        parse_policy(b"witness \xe2\x84\xaa %b\nquorum K\n" % vkey)
    with pytest.raises(PolicyError):
        parse_policy(b"witness w \xff%b\nquorum w\n" % vkey)


def _more() -> list[bytes]:
    return [vkey.encode() for vkey in W[1:3]]


def test_errors_say_the_line() -> None:
    with pytest.raises(PolicyError, match=r"Line 3 .*nobody"):
        policy("# one", f"witness w {W[0]}", "quorum nobody")


def test_very_many_groups_within_groups_are_no_burden() -> None:
    chain = [f"group g{n + 1} 1 g{n}" for n in range(20_000)]
    deep = policy(f"witness w {W[0]}", "group g0 any w", *chain, "quorum g20000")
    assert deep.is_satisfied_by(["w"])
    assert not deep.is_satisfied_by([])
    with pytest.raises(PolicyError, match="too large"):
        parse_policy(b"#" * 1_000_001)


def test_a_group_made_by_hand_is_checked_too() -> None:
    for threshold in (0, -1, 3):
        with pytest.raises(PolicyError):
            Group("g", threshold, ("a", "b"))


@given(st.binary(max_size=80))
def test_any_bytes_are_either_a_policy_or_refused(data: bytes) -> None:
    for prefix in (b"", f"witness w {W[0]}\n".encode()):
        try:
            parsed = parse_policy(prefix + data)
        except LedgerError:
            continue
        assert parse_policy(format_policy(parsed)) == parsed
