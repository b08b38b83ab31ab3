// The address follows the state, and the state follows the address; a link to a place in the page shows its view.

import { byId, isRead, whenRead } from "./dom.js";
import { differs, readAddress, writeAddress } from "./state.js";
import { actorOf, factOf } from "./told.js";

const LONGEST_ADDRESS = 8000;

/** Keep both together from now on. */
export function followAddress(store) {
  const { data } = store;
  const knows = knownIds(data);
  let isFollowing = false;

  function read() {
    const state = readAddress(location.hash, data, knows);
    isFollowing = true;
    if (state) store.set(state);
    else goTo(location.hash.slice(1), store);
    isFollowing = false;
  }

  store.subscribe((state, before) => {
    if (isFollowing) return;
    const text = writeAddress(state, data);
    const address = text.length > LONGEST_ADDRESS ? writeAddress({ ...state, off: [], on: [] }, data) : text;
    if (location.hash === `#${address}`) return;
    const isMove = differs(state, before, ["view", "country", "script", "selected"]);
    history[isMove ? "pushState" : "replaceState"](null, "", `#${address}`);
  });
  addEventListener("popstate", read);
  const first = location.hash;
  if (!first) return;
  read();
  if (isRead()) return;
  // What the address names may stand in the part that comes; whoever went elsewhere meanwhile is left there.
  whenRead(() => location.hash === first && read());
}

/** The ids that the data names. */
function knownIds(data) {
  let ids = null;
  return (id) => {
    ids ??= new Set(data.views.flatMap(idsOf));
    return ids.has(id) || factOf(id) !== null || actorOf(id) !== null || /^shell\.\d$/.test(id);
  };
}

function idsOf({ covers, barriers, steps, actors, networks, routes, findings, nodes, edges }) {
  const named = [barriers, steps, actors, networks, routes, findings, nodes, edges].flat();
  return [...named.map(({ id }) => id), ...covers.map(({ fact }) => fact)];
}

/** Show the place of this element id: its country and script, its view, and itself. */
function goTo(fragment, store) {
  const id = decoded(fragment);
  const made = toBeMade(id, store.data);
  if (made) {
    store.set(made.patch);
    byId(`view-${made.patch.view}`)?.dispatchEvent(new CustomEvent("wanted", { detail: made.id }));
  }
  const place = byId(id);
  const section = place?.closest("section[data-view]");
  if (!section) return;
  const key = place.closest("[data-key]")?.dataset.key;
  store.set({ view: section.id.replace(/^view-/, ""), ...patchOf(key, store.data) });
  if (place === section) return;
  place.scrollIntoView({ block: "start" });
  if (!place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}

/** Where an element will stand that is made only when it is looked at: a finding, the row of a fact or an actor. */
function toBeMade(element, data) {
  const [, what, id] = /^(fact|actor|finding)-(.*)$/.exec(element) ?? [];
  if (what === "finding") return { patch: { view: "findings", ...patchOf(id.replace(/-\d+$/, ""), data) }, id };
  const record = what === "fact" ? factOf(id) : what === "actor" ? actorOf(id) : null;
  return record && { patch: { view: "facts", ...patchOf(record.keys[0], data) }, id };
}

function patchOf(key, { views }) {
  const view = views.find((one) => one.key === key);
  return view && { country: view.country, script: view.script };
}

function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return "";
  }
}
