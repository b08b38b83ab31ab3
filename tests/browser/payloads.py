"""Two hundred texts that would like to be more than text.

Each one that could run calls `ran()`, which the tests' own script in the page counts.
"""

from itertools import product

# What might end the place in which a text stands, before the text goes on as something else.
ENDS = ("", "'", '"', "`", "'>", '">', "</script>", "</style>", "</title>", "</textarea>", "-->", "]]>")

# What might then run.
RUNS = (
    "<script>ran()</script>",
    "<img src=x onerror=ran()>",
    "<svg onload=ran()>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<a href=javascript:ran() autofocus onfocus=ran()>link</a>",
    "<details open ontoggle=ran()><summary>more</summary></details>",
    "<input autofocus onfocus=ran()>",
    "<style onload=ran()>*{color:red}</style>",
    "<video><source onerror=ran()></video>",
    "<math><mtext><img src=x onerror=ran()></mtext></math>",
    "<object data='data:text/html,<script>parent.ran()</script>'></object>",
    "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
)

LINKS = (
    "javascript:ran()",
    "JaVaScRiPt:ran()",
    " \tjavascript:ran()",
    "java\tscript:ran()",
    "java\nscript:ran()",
    "javascript://x.example/%0aran()",
    "&#106;avascript:ran()",
    "vbscript:ran()",
    "data:text/html,<script>ran()</script>",
    "data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==",
    "https://collect.example/?q=",
    "//collect.example/x.png",
    "file:///etc/passwd",
    "#' onclick='ran()",
)

CODE = (
    "${ran()}",
    "{{ran()}}",
    "{{constructor.constructor('ran()')()}}",
    "<%= ran() %>",
    "#{ran()}",
    "');ran();//",
    '");ran();//',
    "null",
    "\\');ran();//",
    "*/ran();/*",
    "</script\n><script\n>ran()</script\n>",
    "<!--<script>ran()</script>-->",
    "<!--",
    "<!-- <script>",
    "<![CDATA[<script>ran()</script>]]>",
    "<plaintext>",
    "<noscript><p title='</noscript><img src=x onerror=ran()>'>",
    "<template><img src=x onerror=ran()></template>",
    "&lt;img src=x onerror=ran()&gt;",
    "&#60;img src=x onerror=ran()&#62;",
    "\\u003cscript\\u003eran()\\u003c/script\\u003e",
    "\\x3cscript\\x3eran()\\x3c/script\\x3e",
    "+ADw-script+AD4-ran()+ADw-/script+AD4-",
    '{"__proto__": {"ran": 1}}',
    "__proto__",
    "=cmd|' /C calc'!A0",
)

STYLES = (
    "</style/><script>ran()</script>",
    "}*{background:url(https://collect.example/x.png)}",
    "red;background:url(https://collect.example/y.png)",
    "expression(ran())",
    "@import 'https://collect.example/z.css';",
)

LETTERS = (
    "\u202etxet desrever\u202c",
    "\u2067isolated\u2069 \u200fright\u200e",
    "line\u2028and paragraph\u2029separators",
    "two\nlines\nand a\ttab",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 😀",
    "Z̷̢̛͙̦̈́a̴̡̛l̶͈̎g̵̰̈́o̶̻͐",
    "\ufeffbyte order mark",
    "zero\u200bwidth\u200cand\u00adsoft",
    "ﷺ שלום مرحبا",
    "W" * 10_000,
    "many words of one name " * 435,
)

PAYLOADS = (*(end + run for end, run in product(ENDS, RUNS)), *LINKS, *CODE, *STYLES, *LETTERS)
