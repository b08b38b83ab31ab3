// The long sections stand in the page as text, each in a <noscript>: a browser with scripts takes that in one piece,
// and elements are made of it when they are needed, of all of it or of a row or a finding alone. This is the only
// module that takes text for markup, and it takes none but this, which Python wrote and escaped as all of the page.

import { byId, isRead } from "./dom.js";

/** A section with no more text than this is made at once. */
const MOST_AT_ONCE = 1_500_000;

const STORED_VIEWS = ["findings", "facts"];

/** Where a row or a finding begins and ends. In what the data say there is no `<`: it is escaped. */
const PIECE = /<(?:tr|article) id=(?:"([^"]*)"|([^\s">]+))[^>]*>|<\/(?:tbody|article)>/g;
const TOUCHES = / data-touches=(?:"([^"]*)"|([^\s">]+))/;

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

const texts = new Map();
const waiting = new Map();
const cutOut = new Map();
let pieces = null;

/** Make the elements of a view's section, where they have not been made. */
export function unpack(view) {
  const place = isRead() ? byId(`stored-${view}`) : null;
  if (!place) return;
  place.replaceWith(...bodyOf(storedText(view)).childNodes);
  cutOut.clear();
  for (const run of waiting.get(view) ?? []) run();
}

/** Make those of all views, or only of those that are short. */
export function unpackAll({ short = false } = {}) {
  for (const view of STORED_VIEWS) if (!short || storedText(view).length <= MOST_AT_ONCE) unpack(view);
}

/** Make those of the view in which an id stands. */
export function unpackFor(id) {
  if (!byId(id) && allPieces().has(id)) unpack(allPieces().get(id).view);
}

/** Run once the elements of a view have been made. */
export function whenUnpacked(view, run) {
  waiting.set(view, [...(waiting.get(view) ?? []), run]);
}

/** Whether an id stands in the page, as an element or as a piece of text. */
export function isInPage(id) {
  return byId(id) !== null || allPieces().has(id);
}

/** The element of an id: of a row or finding that stands there as text alone, one that is not in the document. */
export function elementOf(id) {
  return elementsOf([id])[0] ?? null;
}

/** The elements of these ids; those that stand nowhere are passed over. */
export function elementsOf(ids) {
  const lacking = ids.filter((id) => !byId(id) && !cutOut.has(id) && allPieces().has(id));
  if (lacking.length) {
    const markup = lacking.map((id) => allPieces().get(id)).map(wholePiece);
    for (const made of bodyOf(markup.join("")).querySelectorAll("tr, article")) cutOut.set(made.id, made);
  }
  return ids.map((id) => byId(id) ?? cutOut.get(id)).filter(Boolean);
}

/** The ids of the rows of facts, by the ids of what they touch. */
export function rowsByTouch() {
  const touching = new Map();
  for (const [row, { tag }] of allPieces()) {
    const found = TOUCHES.exec(tag);
    for (const id of found ? decodedText(found[1] ?? found[2]).split(" ") : []) {
      if (!touching.has(id)) touching.set(id, []);
      touching.get(id).push(row);
    }
  }
  return touching;
}

function storedText(view) {
  if (!texts.has(view)) texts.set(view, byId(`stored-${view}`)?.textContent ?? "");
  return texts.get(view);
}

/** Where each row and finding stands: `{view, tag, begin, end}` by its id; nothing before the page has been read. */
function allPieces() {
  if (!isRead()) return new Map();
  if (pieces) return pieces;
  pieces = new Map();
  for (const view of STORED_VIEWS) {
    let last = {};
    for (const { 0: tag, 1: quoted, 2: bare, index } of storedText(view).matchAll(PIECE)) {
      last.end = index;
      last = { view, tag, begin: index };
      const id = quoted ?? bare;
      if (id !== undefined) pieces.set(decodedText(id), last);
    }
  }
  return pieces;
}

/** A piece as markup that can stand alone. */
function wholePiece({ view, tag, begin, end }) {
  const piece = storedText(view).slice(begin, end);
  return tag.startsWith("<tr") ? `<table><tbody>${piece}</table>` : `${piece}</article>`;
}

function bodyOf(markup) {
  return new DOMParser().parseFromString(`<!doctype html><body>${markup}`, "text/html").body;
}

function decodedText(text) {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (one) => ENTITIES[one]);
}
