// Every node of the picture as a button, for whoever does not use the canvas.

import { append, buttonFor, el, folding, on, refill } from "../base/dom.js";
import { nameIn } from "../base/known.js";
import { say, statusElement } from "../base/words.js";
import { nodeWords } from "./model.js";

const FIRST_OF_LIST = 200;

/** The list of all nodes of a picture, made when it is opened, group by group. */
export function graphList(store) {
  const box = el("div");
  const element = folding("node-list", say("page.graph.nodes"), box);
  const summary = element.firstChild;
  let shown = null;
  let waiting = null;
  const draw = () => {
    if (!waiting || shown === waiting.picture) return;
    shown = waiting.picture;
    refill(
      box,
      groupsOf(waiting).map((group) => groupElement(group, waiting)),
    );
  };
  whenOpened(element, draw);
  on(box, "click", "[data-node]", (_, button) => store.set({ selected: button.dataset.node }));
  return {
    element,
    renew(scene) {
      // Statuses are worked out anew each time; only where one differs is the list another one.
      if (waiting && JSON.stringify(scene.statuses) !== JSON.stringify(waiting.statuses)) shown = null;
      waiting = scene;
      summary.textContent = say("page.graph.nodes-listed", { n: scene.picture.nodes.length });
      if (element.open) draw();
    },
  };
}

/** Before it opens by a click or a key; a browser that opens it by itself, to show a word that it found, says so later. */
function whenOpened(details, fill) {
  details.firstChild.addEventListener("click", () => details.open || fill());
  details.addEventListener("toggle", () => details.open && fill());
}

function groupsOf({ picture, view }) {
  const groups = new Map();
  for (const node of picture.nodes) {
    const name = node.barrier
      ? nameIn(view, node.barrier)
      : say(node.kind === "barrier" ? "page.graph.barriers" : "page.graph.elsewhere");
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(node);
  }
  return [...groups].map(([name, nodes]) => ({ name, nodes }));
}

function groupElement({ name, nodes }, scene) {
  const list = el("ul", { class: "plain-list" });
  let from = 0;
  const more = () => {
    const some = nodes.slice(from, from + FIRST_OF_LIST);
    append(
      list,
      some.map((node) => nodeItem(node, scene)),
    );
    from += FIRST_OF_LIST;
    button.hidden = from >= nodes.length;
  };
  const button = buttonFor(say("page.show-more", { total: nodes.length }), more);
  const group = folding(null, `${name} (${nodes.length})`, list, button);
  whenOpened(group, () => from === 0 && more());
  return group;
}

function nodeItem(node, { view, statuses, picture, words }) {
  const { name, kind } = nodeWords(node, view);
  const about = ` ${kind}, ${say("page.graph.lines", { n: picture.edgesAt.get(node.id)?.length ?? 0 })}`;
  const id = node.of ?? node.id;
  return el("li", null, [
    buttonFor(el("bdi", null, name), null, { class: "link", "data-node": id }),
    " ",
    statuses[node.id] ? statusElement(words, statuses[node.id]) : null,
    el("span", { class: "note" }, about),
  ]);
}
