import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";

import { el, on, refill } from "../../viz/page/static/js/base/dom.js";
import { fakeDocument } from "./fake-dom.js";

before(() => {
  globalThis.document = fakeDocument();
});

test("an element has its attributes and its children", () => {
  const node = el(
    "p",
    { class: "note", hidden: true, title: null, id: undefined, "data-n": 0 },
    "a",
    ["b", [1]],
    null,
    false,
  );
  assert.deepEqual(node.attributes, { class: "note", hidden: "", "data-n": "0" });
  assert.equal(node.textContent, "ab1");
});

test("markup among the children is text", () => {
  const node = el("p", null, "<img src=x onerror=alert(1)>");
  assert.equal(node.childNodes[0].tagName, "#text");
});

test("code comes as a function or not at all", () => {
  assert.throws(() => el("a", { onclick: "alert(1)" }), TypeError);
  assert.throws(() => el("a", { href: "javascript:alert(1)" }), TypeError);
  assert.throws(() => el("a", { href: " JaVaScRiPt:alert(1)" }), TypeError);
  assert.throws(() => el("iframe", { srcdoc: "<b>" }), TypeError);
  assert.throws(() => el("p", { style: "color: red" }), TypeError);
  assert.equal(el("a", { href: "#fact-1" }).attributes.href, "#fact-1");
  const run = () => {};
  assert.equal(el("button", { onclick: run }).listeners.click, run);
});

test("a node is emptied and filled anew", () => {
  const node = el("p", null, "a", "b");
  assert.equal(refill(node).childNodes.length, 0);
  assert.equal(refill(node, "c").textContent, "c");
});

test("a listener hears of what is within, where it is what was asked for", () => {
  const button = el("button");
  const box = el("div", null, button);
  const heard = [];
  on(box, "click", "button", (_, found) => heard.push(found));
  box.listeners.click({ target: { closest: () => button } });
  box.listeners.click({ target: { closest: () => null } });
  box.listeners.click({ target: { closest: () => el("button") } });
  assert.deepEqual(heard, [button]);
});

test("no module takes text for markup or for code", () => {
  const folder = new URL("../../viz/page/static/js/", import.meta.url);
  const forbidden =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|\beval\(|new Function|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|import\(/;
  const modules = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"));
  assert.ok(modules.length > 20);
  for (const name of modules) assert.doesNotMatch(readFileSync(new URL(name, folder), "utf8"), forbidden, name);
});
