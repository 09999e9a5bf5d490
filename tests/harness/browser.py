"""`browser`, `new_page`, `page`: Debian's chromium, which may talk to this machine and to nobody else.

`page` takes its options from the mark, `@pytest.mark.browser(viewport={"width": 320, "height": 640})`, and
`new_page(java_script_enabled=False)` opens a further one: all options of Playwright's `Browser.new_context`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connections
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
HOME = {"127.0.0.1", "localhost", "::1"}
OUTSIDE = {"http", "https", "ws", "wss", "ftp"}


def find_browser() -> str | None:
    """The path of a chromium: TESTRUN_BROWSER, else from PATH."""
    given = os.environ.get("TESTRUN_BROWSER")
    return given or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def running_loop() -> Iterator[None]:
    """Playwright keeps an event loop running in this thread: Django then refuses the database, unless told
    otherwise, and finds other connections than before, so none may stay open on either side."""
    connections.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    path = find_browser()
    if path is None:
        pytest.skip("no chromium was found on PATH (Debian: apt install chromium).")
    with running_loop(), sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield started
        started.close()
        connections.close_all()


class Visit:
    """The pages of one test, and everything about them that no test should have to ask for."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.complaints: list[str] = []

    def open(self, **options: Any) -> Page:
        """A page in a context of its own."""
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        context.set_default_timeout(10_000)
        context.route("**/*", self.stay_home)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"A script failed on {page.url}: {error}"))
        page.on("console", self.listen)
        return page

    def stay_home(self, route: Route) -> None:
        """Let requests to this machine through, note and stop every other."""
        address = urlsplit(route.request.url)
        if address.scheme in OUTSIDE and address.hostname not in HOME:
            self.complaints.append(f"The page asked for {route.request.url}, which is not this machine.")
            route.abort()
        else:
            route.continue_()

    def listen(self, message: ConsoleMessage) -> None:
        """Keep what the browser says about a violated Content Security Policy."""
        if "Content Security Policy" in message.text:
            self.complaints.append(message.text)

    def end(self) -> None:
        """Close everything and report."""
        for context in self.browser.contexts:
            context.close()
        if self.complaints:
            pytest.fail("\n".join(self.complaints), pytrace=False)


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages with options of your own."""
    visit = Visit(browser)
    yield visit.open
    visit.end()


@pytest.fixture
def page(request: pytest.FixtureRequest, new_page: Callable[..., Page]) -> Page:
    """A fresh page; its options are the arguments of the mark `browser`."""
    options: dict[str, Any] = {}
    for mark in request.node.iter_markers("browser"):
        options = {**mark.kwargs, **options}
    return new_page(**options)
