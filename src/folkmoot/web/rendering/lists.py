"""Lists in the reader's language: values by a filter, markup by a block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from folkmoot.kit import phrases
from folkmoot.web.rendering.texts import marked


def listed(values: Iterable[Any] | None) -> SafeString:
    """Return texts or words as a list, each marked and isolated like a single one."""
    return joined(marked(value) for value in values or ())


def joined(parts: Iterable[str]) -> SafeString:
    """Return pieces of markup as a list; what is not markup is escaped."""
    return mark_safe(phrases.listed(conditional_escape(part) for part in parts))  # noqa: S308  (escaped here)


class Listing(template.Node):
    """A block that is rendered for each value; the results are joined as a list."""

    def __init__(self, name: str, values: FilterExpression, body: NodeList) -> None:
        self.name = name
        self.values = values
        self.nodelist = body

    def render(self, context: template.Context) -> SafeString:
        """Render the block for each value."""
        parts = []
        for value in self.values.resolve(context) or ():
            with context.push(**{self.name: value}):
                parts.append(self.nodelist.render(context).strip())
        return joined(mark_safe(part) for part in parts)  # noqa: S308  (rendered by the template engine)


def listing(parser: Parser, token: Token) -> Listing:
    """Join what a block says of each: `{% listing code in languages %}{{ code|language_name }}{% endlisting %}`."""
    words = token.split_contents()
    if len(words) != 4 or words[2] != "in":
        raise template.TemplateSyntaxError("A listing is written {% listing name in values %}.")
    body = parser.parse(("endlisting",))
    parser.delete_first_token()
    return Listing(words[1], parser.compile_filter(words[3]), body)
