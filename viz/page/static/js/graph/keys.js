// The keyboard in the picture: arrows go to the nearest node, Enter shows it, + and - zoom, 0 shows everything.

import { announce } from "../base/dom.js";
import { say, statusOf } from "../base/words.js";
import { edgesAtNode, inReadingOrder, nearest, nodeWords } from "./model.js";

const DIRECTIONS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

/** Give a box its keyboard. `scene()` is what is shown now; `acts` are `{ring, reveal, choose, zoom, whole, full}`. */
export function createGraphKeys(box, scene, acts) {
  let cursor = null;

  const goTo = (id, isSpoken = true) => {
    cursor = id;
    acts.ring(id);
    acts.reveal([id]);
    if (isSpoken) announce(spokenNode(scene(), id));
  };
  const start = () => {
    const { picture, lit } = scene();
    const chosen = [...(lit?.chosen ?? [])].find((id) => picture.byId.has(id));
    return chosen ?? inReadingOrder(picture)[0]?.id ?? null;
  };
  const keys = {
    Enter: () => cursor && acts.choose(cursor),
    " ": () => cursor && acts.choose(cursor),
    "+": () => acts.zoom(1.25),
    "=": () => acts.zoom(1.25),
    "-": () => acts.zoom(0.8),
    0: acts.whole,
    1: acts.full,
    Home: () => goTo(inReadingOrder(scene().picture)[0].id),
    End: () => goTo(inReadingOrder(scene().picture).at(-1).id),
  };

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !scene()?.picture.nodes.length) return;
    const direction = DIRECTIONS[event.key];
    if (!direction && !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    if (!direction) {
      keys[event.key]();
      return;
    }
    const next = cursor ? nearest(scene().picture, cursor, direction) : start();
    if (next) goTo(next);
    else announce(say(`page.graph.end-${direction}`));
  });
  box.addEventListener("focus", () => {
    // A pointer puts the focus here too; the ring is for the keyboard.
    if (!box.matches(":focus-visible") || !scene()) return;
    if (!cursor || !scene().picture.byId.has(cursor)) cursor = start();
    if (cursor) goTo(cursor);
  });
  box.addEventListener("blur", () => acts.ring(null));

  return {
    /** Another picture: the ring stays on the same node where that is there. */
    renew() {
      if (cursor && !scene().picture.byId.has(cursor)) cursor = null;
    },
    moveTo: (id) => {
      cursor = id;
    },
  };
}

/** A node as it is read out: name, kind, status, and how many stand next to it. */
export function spokenNode({ picture, view, statuses, kinds, words }, id) {
  const node = picture.byId.get(id);
  const { name, kind } = nodeWords(node, view);
  const edges = edgesAtNode(picture, id, kinds);
  const beside = new Set(edges.flatMap(({ from, to }) => [from, to]).filter((other) => other !== id));
  const status = statuses[id] && say("page.graph.status", { status: statusOf(words, statuses[id]).word });
  const said = [name, kind, status, say("page.graph.neighbours", { n: beside.size })].filter(Boolean);
  return `${said.join(", ")}.`;
}
