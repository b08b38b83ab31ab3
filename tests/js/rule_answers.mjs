// Reads cases from stdin, one JSON object a line, and prints what the page's rule answers, one line each, at once: so
// a test can hold one process open and ask it again and again.
//
// A case is `{rule, networks, changes: [{off, on}]}`; its answer is a list, one for each change.

import { createInterface } from "node:readline";

import { answer } from "../../viz/page/static/js/whatif/rule.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { rule, networks, changes } = JSON.parse(line);
  const answers = changes.map(({ off, on }) => answer(rule, { off, on, networks }));
  process.stdout.write(`${JSON.stringify(answers)}\n`);
}
