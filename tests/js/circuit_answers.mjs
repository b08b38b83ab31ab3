// Reads cases from stdin, one JSON object a line, and prints what the page answers, one line each, at once: so a test can
// hold one process open and ask it again and again.
//
// A case is `{circuit, networks, changes: [{off, on}]}`; its answer is a list, one for each change.

import { createInterface } from "node:readline";

import { answerTo } from "../../viz/page/static/js/base/state.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { changes, ...view } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(changes.map((change) => answerTo(view, change)))}\n`);
}
