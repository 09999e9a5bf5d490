"""Reading and writing the text of a trust policy (C2SP tlog-policy, commit 5ba5ee83).

The text is octets, not characters: only space, tab and newline divide, and bytes above 0x7e are opaque. They appear
in names and addresses as UTF-8, or, where they are not, as the escapes of PEP 383.

>>> from folkmoot.engines.ledger.cosignatures import CosignerKey
>>> vkey = str(CosignerKey("witness.example.net/w1", seed=bytes(32)).verifier)
>>> policy = parse_policy(f"witness w1 {vkey}\\ngroup all any w1\\nquorum all\\n".encode())
>>> policy.groups
(Group(name='all', threshold=1, members=('w1',)),)
>>> parse_policy(format_policy(policy)) == policy
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from folkmoot.engines.ledger.cosignatures import CosignerVerifierKey, parse_log_key
from folkmoot.engines.ledger.errors import KeyStringError, PolicyError
from folkmoot.engines.ledger.keys import VerifierKey
from folkmoot.engines.ledger.policy import NONE, Group, Policy, TrustedLog, Witness

LARGEST_POLICY = 1_000_000

_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")
_SPACE = re.compile(rb"[ \t]+")
_THRESHOLD = re.compile(r"[1-9][0-9]{0,5}")


def parse_policy(data: bytes) -> Policy:
    """Return the policy that `data` spells out. Raises PolicyError with the number of the line that is wrong."""
    if len(data) > LARGEST_POLICY:
        raise PolicyError(f"A policy of {len(data)} bytes is too large; {LARGEST_POLICY} are allowed.")
    if found := _FORBIDDEN.search(data):
        raise PolicyError(f"A policy holds the control character 0x{found[0][0]:02x} at byte {found.start()}.")
    reader = _Reader()
    for number, line in enumerate(data.split(b"\n"), 1):
        words = [_text(word) for word in _SPACE.split(line) if word]
        if words and not words[0].startswith("#"):
            try:
                reader.read(words)
            except (PolicyError, KeyStringError) as error:
                raise PolicyError(f"Line {number} of the policy: {error}") from error
    return reader.policy()


def format_policy(policy: Policy) -> bytes:
    """Return the text of a policy."""
    lines = [
        *(["log", str(log.key), log.url] for log in policy.logs),
        *(["witness", witness.name, str(witness.key), witness.url] for witness in policy.witnesses),
        *(["group", group.name, str(group.threshold), *group.members] for group in policy.groups),
        ["quorum", policy.quorum],
    ]
    return b"".join(" ".join(filter(None, words)).encode("utf-8", "surrogateescape") + b"\n" for words in lines)


class _Reader:
    """A policy as far as it has been read."""

    def __init__(self) -> None:
        self.logs: list[TrustedLog] = []
        self.witnesses: list[Witness] = []
        self.groups: list[Group] = []
        self.quorum: str | None = None
        self.defined: set[str] = set()
        self.members: set[str] = set()

    def read(self, words: list[str]) -> None:
        """Take in one line."""
        match words:
            case ["log", vkey, *url] if len(url) <= 1:
                self._log(parse_log_key(vkey), *url)
            case ["witness", name, vkey, *url] if len(url) <= 1:
                self._witness(name, CosignerVerifierKey.parse(vkey), *url)
            case ["group", name, threshold, *members] if members:
                self._group(name, threshold, members)
            case ["quorum", name]:
                self._quorum(name)
            case [word, *_]:
                raise PolicyError(f'it is not a log, witness, group or quorum line as they are written: "{word} ...".')

    def policy(self) -> Policy:
        """Return what was read, once it is whole."""
        if self.quorum is None:
            raise PolicyError('A policy has exactly one quorum line, and be it "quorum none"; this one has none.')
        return Policy(tuple(self.logs), tuple(self.witnesses), tuple(self.groups), self.quorum)

    def _log(self, key: VerifierKey, url: str = "") -> None:
        if any(log.key.public == key.public for log in self.logs):
            raise PolicyError(f'the key of the log "{key.name}" stands in an earlier line.')
        self.logs.append(TrustedLog(key, url))

    def _witness(self, name: str, key: CosignerVerifierKey, url: str = "") -> None:
        if any(witness.key.public == key.public for witness in self.witnesses):
            raise PolicyError(f'the key of the witness "{name}" stands in an earlier line.')
        self._define(name)
        self.witnesses.append(Witness(name, key, url))

    def _group(self, name: str, threshold: str, members: Sequence[str]) -> None:
        for member in members:
            if member not in self.defined:
                raise PolicyError(f'no earlier line defines "{member}".')
            if member in self.members:
                raise PolicyError(f'"{member}" is a member already; a name can be a member once only.')
            self.members.add(member)
        self.groups.append(Group(name, _threshold(threshold, len(members)), tuple(members)))
        self._define(name)

    def _quorum(self, name: str) -> None:
        if self.quorum is not None:
            raise PolicyError(f'there is an earlier quorum line, "quorum {self.quorum}".')
        if name != NONE and name not in self.defined:
            raise PolicyError(f'no earlier line defines "{name}".')
        self.quorum = name

    def _define(self, name: str) -> None:
        if name == NONE or name in self.defined:
            raise PolicyError(f'the name "{name}" is taken.')
        self.defined.add(name)


def _threshold(word: str, members: int) -> int:
    if word in {"any", "all"}:
        return 1 if word == "any" else members
    if not _THRESHOLD.fullmatch(word) or int(word) > members:
        raise PolicyError(f'a group of {members} cannot ask for "{word}" of them.')
    return int(word)


def _text(word: bytes) -> str:
    return word.decode("utf-8", "surrogateescape")
