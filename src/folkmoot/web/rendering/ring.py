"""The body's mark: a ring of small dots, an assembly."""

from __future__ import annotations

import math
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SIZE = 48
MOST = 36


@lru_cache(maxsize=64)
def ring(dots: int) -> SafeString:
    """Return the mark as SVG in the colour of the text around it; decoration, so hidden from screen readers."""
    count = max(3, min(dots, MOST))
    radius = SIZE / 2 - 5
    size = min(3.2, 0.62 * math.pi * radius / count)
    places = ((2 * math.pi * step / count) - math.pi / 2 for step in range(count))
    circles = format_html_join(
        "",
        '<circle cx="{}" cy="{}" r="{}"/>',
        (
            (f"{SIZE / 2 + radius * math.cos(turn):.2f}", f"{SIZE / 2 + radius * math.sin(turn):.2f}", f"{size:.2f}")
            for turn in places
        ),
    )
    return format_html(
        '<svg class="mark" viewBox="0 0 {0} {0}" aria-hidden="true" focusable="false">{1}</svg>', SIZE, circles
    )
