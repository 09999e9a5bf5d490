"""Walking through the site as a visitor would: every link of every page, in one language."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

MOST_PAGES = 400


@dataclass
class Page:
    """A page as it was answered."""

    address: str
    response: HttpResponse
    links: list[str] = field(default_factory=list)
    seal: str = ""
    bundle: str = ""

    @property
    def text(self) -> str:
        """The page's source."""
        return self.response.content.decode()


class _Reader(HTMLParser):
    """Finds links, and the seal with its download."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.in_digest = self.in_seal = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.in_seal = self.in_seal or given.get("class") == "seal"
        if tag == "a" and given.get("href"):
            address = urldefrag(urljoin(self.page.address, given["href"] or ""))[0]
            if self.in_seal and "download" in given:
                self.page.bundle = address
            self.page.links.append(address)
        self.in_digest = given.get("class") == "digest"

    def handle_endtag(self, tag: str) -> None:
        self.in_seal = self.in_seal and tag != "section"

    def handle_data(self, data: str) -> None:
        if self.in_digest:
            self.page.seal = data.strip()
            self.in_digest = False


def read_page(client: Client, address: str) -> Page:
    """Ask for one address and read what it links to."""
    response = client.get(address)
    page = Page(address, response)  # type: ignore[arg-type]
    if response.headers.get("Content-Type", "").startswith("text/html"):
        _Reader(page).feed(page.text)
    return page


def walk(client: Client, start: str = "/en/") -> Iterator[Page]:
    """Yield every page of the site that can be reached by links below `start`, once."""
    seen, waiting = {start}, deque([start])
    while waiting:
        page = read_page(client, waiting.popleft())
        yield page
        for link in page.links:
            parts = urlsplit(link)
            public = "/desk/" not in parts.path and "/convene/edition/" not in parts.path
            inside = not parts.netloc and parts.path.startswith(start) and public
            if inside and link not in seen:
                seen.add(link)
                waiting.append(link)
        assert len(seen) < MOST_PAGES, f"More than {MOST_PAGES} pages below {start}: does a page link to itself anew?"
