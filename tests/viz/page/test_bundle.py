"""Modules bundled into one script."""

import shutil
import subprocess

import pytest

from viz.page import own_script
from viz.page.bundle import CannotBundle, bundled

A = 'import { b, c } from "./b.js";\n\nexport function a() {\n  return b() + c;\n}\n'
B = "export const c = 1;\nexport async function b() {}\n"


def test_imports_and_exports_are_gone_and_what_is_needed_comes_first() -> None:
    assert bundled({"main.js": A, "b.js": B, "other.js": "export default 1;\n"}) == (
        "(() => {\n"
        '"use strict";\n'
        "// b.js\nconst c = 1;\nasync function b() {}\n\n"
        "// main.js\nfunction a() {\nreturn b() + c;\n}\n"
        "})();\n"
    )


def test_modules_in_folders_find_one_another() -> None:
    modules = {
        "main.js": 'import { a } from "./one/a.js";\na();\n',
        "one/a.js": 'import { b } from "../two/b.js";\nimport { c } from "./c.js";\nexport const a = () => b + c;\n',
        "one/c.js": "export const c = 1;\n",
        "two/b.js": "export const b = 2;\n",
    }

    order = [line for line in bundled(modules).splitlines() if line.startswith("//")]
    assert order == ["// one/c.js", "// two/b.js", "// one/a.js", "// main.js"]


def test_an_import_over_several_lines_is_found() -> None:
    text = bundled({"main.js": 'import {\n  b,\n  c,\n} from "./b.js";\nb();\n', "b.js": B})

    assert "import" not in text
    assert text.index("async function b") < text.index("b();")


def test_a_list_of_exports_is_taken_out() -> None:
    assert bundled({"main.js": "const a = 1;\nexport { a };\n"}) == (
        '(() => {\n"use strict";\n// main.js\nconst a = 1;\n})();\n'
    )


@pytest.mark.parametrize(
    ("modules", "told"),
    [
        ({"main.js": "export default 1;\n"}, "main.js: export default 1;"),
        ({"main.js": 'import b from "./b.js";\n', "b.js": B}, 'main.js: import b from "./b.js";'),
        ({"main.js": 'import * as b from "./b.js";\n', "b.js": B}, "main.js: import"),
        ({"main.js": 'import { b as d } from "./b.js";\n', "b.js": B}, "main.js gives what it imports another name."),
        ({"main.js": 'import "./b.js";\n', "b.js": B}, "main.js: import"),
        ({"main.js": 'export { b } from "./b.js";\n', "b.js": B}, "main.js: export"),
        ({"main.js": 'import { b } from "https://x.example/b.js";\n'}, "main.js: import"),
        ({"main.js": 'import { b } from "./c.js";\n'}, "main.js imports c.js, which is not there."),
        ({"main.js": 'import { b } from "../b.js";\n', "b.js": B}, "main.js imports ../b.js, which is not there."),
        ({"b.js": B}, "main.js, which is not there."),
        ({"main.js": A, "b.js": 'import { a } from "./main.js";\n'}, "in a circle: main.js -> b.js -> main.js."),
        ({"main.js": A + "const c = 2;\n", "b.js": B}, "more than one module: c."),
    ],
)
def test_a_module_that_breaks_a_rule_is_told(modules: dict[str, str], told: str) -> None:
    with pytest.raises(CannotBundle) as raised:
        bundled(modules)

    assert told in str(raised.value)


def test_comments_and_indentation_are_left_out() -> None:
    text = "// one\n/** two\n * three\n */\nfunction a() {\n  // four\n  return '/* five */'; // six\n}\n"

    assert bundled({"main.js": text}).splitlines()[3:-1] == ["function a() {", "return '/* five */'; // six", "}"]


@pytest.mark.parametrize("text", ["const a = `one\n  two\n  // three`;\n", "const a = 'one\\\n  two';\n"])
def test_a_string_over_several_lines_stays_as_it_is(text: str) -> None:
    assert text in bundled({"main.js": text})


def test_the_pages_own_modules_make_one_script_that_node_can_read() -> None:
    node = shutil.which("node")
    assert node is not None, "node is needed to read the page's scripts"

    done = subprocess.run(
        [node, "--check", "-"], input=own_script().encode(), capture_output=True, check=False, timeout=60
    )

    assert done.stderr.decode() == ""
    assert done.returncode == 0
