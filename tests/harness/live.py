"""`live_site`: the real site on a loopback port, over a committed database."""

import threading
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer, get_internal_wsgi_application
from django.test import override_settings
from django.test.testcases import QuietWSGIRequestHandler

from tests.harness.committed import CommittedDatabase

LOOPBACK = "127.0.0.1"


@pytest.fixture
def live_site(committed_db: CommittedDatabase) -> Iterator[str]:
    """The address of the running site, without a slash at its end."""
    site = StaticFilesHandler(get_internal_wsgi_application())
    with (
        override_settings(ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, LOOPBACK]),
        ThreadedWSGIServer((LOOPBACK, 0), QuietWSGIRequestHandler, allow_reuse_address=False) as server,
    ):
        server.set_app(site)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
