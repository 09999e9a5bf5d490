"""The tables of the hall `site`."""

from folkmoot.halls.site.page.models import Page, PlannedPublication
from folkmoot.halls.site.search.models import Indexed, Token

__all__ = ["Indexed", "Page", "PlannedPublication", "Token"]
