"""Settings of all tests."""

import os

from hypothesis import HealthCheck, settings

# No timing decides a test: a machine may be slow, or busy. On CI the examples are the same each time.
on_ci = bool(os.environ.get("CI"))
settings.register_profile(
    "ours", deadline=None, derandomize=on_ci, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ours")
