// The graph: vis-network in the page, in two layouts with fixed places, with mouse and keyboard.

import { append, el } from "../base/dom.js";
import { nameIn, ownerOf } from "../base/known.js";
import { currentStatuses, differs, viewOf } from "../base/state.js";
import { say, statusOf } from "../base/words.js";
import { verbOf } from "../details/parts.js";
import { createGraphKeys } from "./keys.js";
import { graphLegend } from "./legend.js";
import { graphList } from "./list.js";
import { litBy, MOST_EDGES, nodeWords, pictureIn } from "./model.js";
import { pictureButtons } from "./save.js";
import { readPalette } from "./style.js";
import { graphTools } from "./tools.js";
import { createGraphView } from "./view.js";

const SHOWN_AT_FIRST = ["COVERS", "FACILITATES"];

/** The graph in its section. It is drawn when it is first looked at. */
export function mountGraph(section, store) {
  const graph = new Graph(store);
  append(
    section,
    graph.tools.element,
    el("div", { class: "stage" }, graph.box, graph.caption),
    graph.help,
    graph.legend.element,
    graph.list.element,
  );
  store.subscribe((state, before) => graph.follow(state, before));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.recolour());
  new ResizeObserver(() => graph.view?.resize()).observe(graph.box);
  if (store.get().view === "graph") graph.draw();
}

/** The picture with what stands around it. */
class Graph {
  constructor(store) {
    this.store = store;
    this.kinds = new Set(SHOWN_AT_FIRST);
    this.view = null;
    this.scene = null;
    this.pictures = new WeakMap();
    this.box = el("div", {
      class: "picture",
      id: "picture",
      tabindex: "0",
      role: "application",
      "aria-label": say("page.graph.label"),
      "aria-describedby": "picture-help",
    });
    this.help = el("p", { class: "note", id: "picture-help" }, say("page.graph.help"));
    this.caption = el("p", { class: "caption", "aria-hidden": "true" });
    const acts = {
      zoom: (factor) => this.view?.zoom(factor),
      full: () => this.view?.zoomTo(1),
      whole: () => this.view?.whole(),
    };
    this.tools = graphTools(store, this.kinds, acts, () => this.draw());
    this.tools.element.appendChild(pictureButtons(store, () => this.scene));
    this.legend = graphLegend(store);
    this.list = graphList(store);
    this.keys = createGraphKeys(this.box, () => this.scene, {
      ...acts,
      ring: (id) => this.ring(id),
      reveal: (ids) => this.view?.reveal(ids),
      choose: (id) => this.choose(id),
    });
    this.tameWheel();
  }

  /** The wheel scrolls the page until somebody has clicked into the picture; then it zooms. */
  tameWheel() {
    let isActive = false;
    document.addEventListener("pointerdown", (event) => {
      isActive = this.box.contains(event.target);
    });
    const hear = (event) => {
      if (!isActive && !event.ctrlKey && document.activeElement !== this.box) event.stopPropagation();
    };
    this.box.addEventListener("wheel", hear, { capture: true, passive: true });
  }

  follow(state, before) {
    if (state.view !== "graph") return;
    const isNew = before.view !== "graph" || !this.scene;
    if (!isNew && !differs(state, before, ["country", "script", "layout", "off", "on", "selected"])) return;
    this.draw();
    const chosen = [...(this.scene.lit?.chosen ?? [])];
    if (chosen.length && (isNew || state.selected !== before.selected)) {
      this.keys.moveTo(chosen[0]);
      // The panel takes its room first.
      requestAnimationFrame(() => this.view.reveal(chosen));
    }
  }

  /** The picture of what is looked at now, made once for each view and layout. */
  pictureOf(view, layout) {
    if (!this.pictures.has(view)) this.pictures.set(view, {});
    const made = this.pictures.get(view);
    made[layout] ??= pictureIn(view, layout);
    return made[layout];
  }

  draw() {
    const { store } = this;
    const state = store.get();
    const view = viewOf(store);
    const picture = this.pictureOf(view, state.layout);
    const isOther = this.scene?.picture !== picture;
    this.palette ??= readPalette(store.data);
    this.view ??= createGraphView(this.box, {
      clicked: (found) => this.click(found),
      pointed: (found) => this.say(found),
    });
    this.scene = {
      picture,
      view,
      statuses: currentStatuses(store, view.key),
      words: store.data.statuses,
      palette: this.palette,
      kinds: this.kinds,
      lit: litBy(picture, view, state.selected, this.kinds),
      powers: new Map(view.covers.map((cover) => [cover.fact, cover.power])),
    };
    const isCut = this.view.show(this.scene);
    if (isOther) {
      this.view.place();
      this.keys.renew();
    }
    this.caption.textContent = isCut
      ? say("page.graph.cut", { most: MOST_EDGES })
      : this.view.hasLetters()
        ? ""
        : say("page.graph.small");
    this.tools.renew(state, view);
    this.legend.renew(this.palette);
    this.list.renew(this.scene);
  }

  recolour() {
    this.palette = null;
    if (this.scene && this.store.get().view === "graph") this.draw();
    else this.scene = null;
  }

  ring(id) {
    this.view?.ring(id);
    if (id) this.say({ node: id });
  }

  choose(node) {
    const id = ownerOf(this.scene.view, node);
    if (this.store.get().selected === id) this.store.set({ selected: null });
    this.store.set({ selected: id });
  }

  click({ node, edge }) {
    if (node !== undefined) this.choose(node);
    else if (edge !== undefined) this.store.set({ selected: this.factOf(edge) });
    else this.store.set({ selected: null });
  }

  /** A line stands for its fact; one that stands for several, or for none, for itself. */
  factOf(edge) {
    return this.scene.picture.edges.find((one) => one.id === edge)?.fact ?? edge;
  }

  /** What the pointer or the keyboard is on, in a line under the picture. */
  say({ node, edge }) {
    const { picture, view, statuses } = this.scene;
    if (node !== undefined && picture.byId.has(node)) {
      const { name, kind } = nodeWords(picture.byId.get(node), view);
      const status = statuses[node] && statusOf(this.store.data.statuses, statuses[node]).word;
      this.caption.textContent = [name, kind, status].filter(Boolean).join(" · ");
    } else if (edge !== undefined) {
      this.caption.textContent = edgeWords(
        picture.edges.find((one) => one.id === edge),
        view,
        this.store,
      );
    } else {
      this.caption.textContent = "";
    }
  }
}

/** `Police covers Escort · detect active`. */
function edgeWords(edge, view, store) {
  if (!edge) return "";
  const [from, to] = [edge.from, edge.to].map((node) => nameIn(view, ownerOf(view, node)));
  const cover = view.covers.find((one) => one.fact === edge.fact);
  const more =
    edge.facts?.length > 1 ? ` · ${say("page.covers", { n: edge.facts.length })}` : cover ? ` · ${cover.long}` : "";
  return `${from} ${verbOf(store, edge)} ${to}${more}`;
}
