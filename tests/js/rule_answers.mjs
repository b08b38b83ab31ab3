// Reads cases from stdin, one JSON object a line ({rule, off, on, networks}), and prints what the page's rule
// answers, one line each, at once: so a test can hold one process open and ask it again and again.
//
// A rule may be named by a key; a later case with the same key need not bring it along again.

import { createInterface } from "node:readline";

import { answer } from "../../viz/page/static/js/rule.js";

const rules = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const { key, rule, ...changes } = JSON.parse(line);
  if (rule) rules.set(key, rule);
  process.stdout.write(`${JSON.stringify(answer(rules.get(key), changes))}\n`);
}
