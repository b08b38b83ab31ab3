"""What all tests share: how hard Hypothesis tries, that CI tries the same each time, and what runs beside what."""

import os

import pytest
from hypothesis import settings

from tests.drawing import DEEP

settings.register_profile("ci", derandomize=True, database=None, deadline=None, print_blob=True)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Each test that asks how wide or how high the window is says so itself; of the real one the plugin for several
# processes tells every test.
for size in ("COLUMNS", "LINES"):
    os.environ.pop(size, None)


LONGEST = (
    "store",
    "servers",
    "browser",
    "browser of the slow",
    "tests/graph/test_worlds.py",
    "tests/graph/test_worlds_more.py",
    "tests/viz/page/test_what_if_in_the_page.py",
)
"""Groups that take long, the longest first: begun last, one of them would keep one process busy and the others idle."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is for a deep run is left to it; where several processes share the tests, the longest begin."""
    if not DEEP:
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("deep")])
        items[:] = [item for item in items if not item.get_closest_marker("deep")]
    places = {group: place for place, group in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(group_of(item.nodeid), len(LONGEST)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Those that share a server or a browser go to one process, and so does each file, for what it makes once."""
    from xdist.scheduler import LoadScopeScheduling

    class Sharing(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group_of(nodeid)

    # They come in the order from above, not by how many there are.
    config.option.loadscopereorder = False
    return Sharing(config, log)


def group_of(nodeid: str) -> str:
    """The name of those that run in one process with this test."""
    path = nodeid.partition("::")[0]
    _, folder, *below = path.split("/")
    if folder == "store" and below[-1] in {"test_killed_server.py", "test_limits.py", "test_server.py", "test_tls.py"}:
        return "servers"
    if folder == "browser" and below[-1] in {"test_accessibility.py", "test_hostile_data.py", "test_planted.py"}:
        return "browser of the slow"
    return folder if folder in {"browser", "store"} else path
