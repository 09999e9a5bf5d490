"""Quantised numbers: floating results are rounded before any discrete decision and before digesting."""

from decimal import ROUND_HALF_EVEN, Decimal

PLACES = 9


def quantise(value: float, places: int = PLACES) -> str:
    """Return `value` as a decimal string with exactly `places` decimals, half to even, and no negative zero.

    Raises ValueError for NaN and infinities, which no published number may be.

    >>> quantise(0.1 + 0.2)
    '0.300000000'
    >>> quantise(-1e-12)
    '0.000000000'
    """
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"{value} cannot be published; a number must be finite.")
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
    return f"{abs(rounded) if rounded == 0 else rounded:f}"
