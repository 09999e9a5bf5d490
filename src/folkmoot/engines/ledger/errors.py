"""What can be wrong with a log, from the outside: every error is a sentence with the value in it."""


class LedgerError(ValueError):
    """Something about a log does not hold; the message says what."""


class ProofError(LedgerError):
    """An inclusion or consistency proof does not prove what it was given for."""


class TileError(LedgerError):
    """A tile, an entry bundle or their path is not what the tree of that size has."""


class KeyStringError(LedgerError):
    """A verifier or signer key string cannot be used."""


class NoteError(LedgerError):
    """These bytes are not a signed note, or this text cannot become one."""


class SignatureError(LedgerError):
    """A note is well formed, but not signed as it must be."""


class CheckpointError(LedgerError):
    """A note's text is not a checkpoint, or two checkpoints contradict each other."""


class CertificateError(LedgerError):
    """These bytes are not a proof in the tlog-proof format."""


class PolicyError(LedgerError):
    """A policy cannot be read, or a checkpoint does not satisfy it."""
