// Every node of the picture as a button, for whoever does not use the canvas.

import { append, el, on, refill } from "../base/dom.js";
import { nameIn } from "../base/known.js";
import { say, statusElement } from "../base/words.js";
import { nodeWords } from "./model.js";

const FIRST_OF_LIST = 200;

/** The list of all nodes of a picture, made when it is opened, group by group. */
export function graphList(store) {
  const box = el("div");
  const summary = el("summary", null, say("page.graph.nodes"));
  const element = el("details", { class: "node-list" }, summary, box);
  let shown = null;
  let waiting = null;
  const item = (node, scene) => nodeItem(node, scene, store.data.statuses);

  const draw = () => {
    if (!waiting || shown === waiting.picture) return;
    shown = waiting.picture;
    refill(
      box,
      groupsOf(waiting).map((group) => groupElement(group, waiting, item)),
    );
  };
  whenOpened(element, summary, draw);
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
function whenOpened(details, summary, fill) {
  summary.addEventListener("click", () => details.open || fill());
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

function groupElement({ name, nodes }, scene, item) {
  const list = el("ul", { class: "plain-list" });
  const button = el("button", { type: "button" });
  let from = 0;
  const more = () => {
    append(
      list,
      nodes.slice(from, from + FIRST_OF_LIST).map((node) => item(node, scene)),
    );
    from += FIRST_OF_LIST;
    button.hidden = from >= nodes.length;
    button.textContent = say("page.show-more", { total: nodes.length });
  };
  button.addEventListener("click", more);
  const summary = el("summary", null, `${name} (${nodes.length})`);
  const group = el("details", null, summary, list, button);
  whenOpened(group, summary, () => from === 0 && more());
  return group;
}

function nodeItem(node, { view, statuses, picture }, words) {
  const { name, kind } = nodeWords(node, view);
  const about = ` ${kind}, ${say("page.graph.lines", { n: picture.edgesAt.get(node.id)?.length ?? 0 })}`;
  const id = node.of ?? node.id;
  return el("li", null, [
    el("button", { type: "button", class: "link", "data-node": id }, el("bdi", null, name)),
    " ",
    statuses[node.id] ? statusElement(words, statuses[node.id]) : null,
    el("span", { class: "note" }, about),
  ]);
}
