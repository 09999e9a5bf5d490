"""The suite's front door: the harness below tests/harness, and how hard Hypothesis tries."""

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "tests.harness.environment",
    "tests.harness.selection",
    "tests.harness.committed",
    "tests.harness.live",
    "tests.harness.browser",
    "tests.harness.world",
    "tests.harness.installation",
    "tests.harness.clock",
    "tests.harness.data",
    "tests.harness.skips",
]

settings.register_profile(
    "test",
    derandomize=True,
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("soak", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile("test")
