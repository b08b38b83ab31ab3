"""What all tests share: how hard Hypothesis tries, that CI tries the same each time, and what runs beside what."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, database=None, deadline=None, print_blob=True)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Each test that asks how wide or how high the window is says so itself; of the real one the plugin for several
# processes tells every test.
for size in ("COLUMNS", "LINES"):
    os.environ.pop(size, None)

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # the plugin reads the marks when its turn comes
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several processes share the tests, those that share a server or a browser go to one, the longest first.

    Of the rest each file goes to one process, since what is costly to make is made once a file.
    """
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group_of(item)))
    longest = ("store", "servers", "browser")
    items.sort(key=lambda item: longest.index(group_of(item)) if group_of(item) in longest else len(longest))


def group_of(item: pytest.Item) -> str:
    """The name of those that run in one process with this test."""
    folder, *below = item.path.relative_to(HERE).parts
    if folder == "store" and below[-1] in {"test_killed.py", "test_server.py", "test_tls.py"}:
        return "servers"
    return folder if folder in {"browser", "store"} else str(item.path.relative_to(HERE))
