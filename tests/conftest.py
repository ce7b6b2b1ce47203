"""Settings of all tests."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import contract_builder

# Processes that tests start in other folders run the package that the tests import, and not one installed from elsewhere.
os.environ["PYTHONPATH"] = str(Path(contract_builder.__file__).parents[1])

# No timing decides a test: a machine may be slow, or busy. On CI the examples are the same each time.
on_ci = bool(os.environ.get("CI"))
settings.register_profile(
    "ours", deadline=None, derandomize=on_ci, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ours")


@pytest.fixture(scope="session", autouse=True)
def one_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all processes of a run, and not the user's: most of them read the shipped contents."""
    os.environ["CONTRACT_BUILDER_CACHE"] = str(tmp_path_factory.mktemp("cache"))
