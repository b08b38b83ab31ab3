// The findings: a list made of the data, with filters, counts, links to graph and matrix, and a copy button.

import { append, buttonFor, el, on, refill, tellCount } from "../base/dom.js";
import { copyOrShow, saveCsv } from "../base/export.js";
import { filtersOf, filterTools, whileShown } from "../base/filters.js";
import { footOf } from "../base/known.js";
import { createList } from "../base/list.js";
import { countryOf, viewOf } from "../base/state.js";
import { folded, hasAll, outOf, say, sentence } from "../base/words.js";
import { findingArticle, findingParts } from "./element.js";

/** The findings in their section; made when they are first looked at, or printed. */
export function mountFindings(section, store) {
  const count = el("p", { class: "count" });
  const nothing = el("p", { class: "note", hidden: true }, say("page.findings.none"));
  const place = el("div", { class: "of-view" });
  let shown = [];
  const tools = findingsTools(store, () => shown);
  append(section, tools.element, count, nothing, place);
  const list = createList(section, "article.finding", (article) => store.set({ selected: article.dataset.id }));
  const lists = new WeakMap();

  /** The articles of a view by the ids of their findings; made once. */
  function articlesOf(view) {
    if (!lists.has(view)) {
      const articles = view.findings.map((finding, number) => [finding.id, findingArticle(view, finding, number + 1)]);
      lists.set(view, { articles: new Map(articles), words: new Map() });
    }
    return lists.get(view).articles;
  }

  function wordsOf(view, finding) {
    const { words, articles } = lists.get(view);
    // The words of a long list are folded only once somebody types.
    if (!words.has(finding)) words.set(finding, folded(articles.get(finding.id).textContent));
    return words.get(finding);
  }

  function refresh() {
    const view = viewOf(store);
    const articles = articlesOf(view);
    tools.renew(view);
    if (place.dataset.key !== view.key) refill(place, findingGroups(store, view, articles));
    place.dataset.key = view.key;
    const wanted = filtersOf(store.get(), "findings", ["certainty", "question", "barrier", "priority", "text"]);
    shown = view.findings.filter((one) => passes(one, wanted.text ? wordsOf(view, one) : "", wanted, view));
    const passing = new Set(shown.map(({ id }) => id));
    for (const [id, article] of articles) article.hidden = !passing.has(id);
    for (const group of place.querySelectorAll(".findings")) {
      const own = [...group.querySelectorAll("article.finding")];
      group.hidden = own.length > 0 && own.every((article) => article.hidden);
    }
    tellCount(count, say("page.shown", { what: outOf(shown.length, view.findings.length, "count.finding") }));
    nothing.hidden = shown.length > 0 || view.findings.length === 0;
    light();
    list.renew();
  }

  function light() {
    for (const article of section.querySelectorAll("article.finding.lit")) article.classList.remove("lit");
    const selected = articlesOf(viewOf(store)).get(store.get().selected);
    selected?.classList.add("lit");
    return selected;
  }

  function select() {
    const article = light();
    if (article && !article.contains(document.activeElement)) article.scrollIntoView({ block: "nearest" });
  }

  const renew = whileShown(store, "findings", ["country", "script"], { refresh, select });
  addEventListener("beforeprint", renew);
  on(section, "click", "[data-action]", (_, button) => actOnFinding(button, store));
}

/** The articles under the two headings. */
function findingGroups(store, view, articles) {
  return store.data.certainties.map(({ id, heading, means, none }) => {
    const found = view.findings.filter(({ certainty }) => certainty === id);
    return el(
      "div",
      { class: "findings", "data-certainty": id },
      el("h3", null, `${heading} (${found.length})`),
      el("p", { class: "note" }, found.length ? sentence(`${means}.`) : none),
      found.map((finding) => articles.get(finding.id)),
    );
  });
}

function actOnFinding(button, store) {
  const view = viewOf(store);
  const article = button.closest("article.finding");
  const finding = view.findings.find(({ id }) => id === article.dataset.id);
  const { action } = button.dataset;
  if (action !== "copy") store.set({ view: action, selected: finding.id });
  else copyOrShow(findingText(findingParts(view, finding), frameOf(finding, store, view)), button);
}

function frameOf({ certainty }, store, view) {
  const { heading } = store.data.certainties.find(({ id }) => id === certainty);
  return { heading, foot: footOf(store, view, countryOf(store, view).handling) };
}

// What stands over the list

function findingsTools(store, shown) {
  const { certainties, priorities, questions } = store.data;
  const choice = (name, options) => ({ name, label: say(`page.findings.${name}`), options });
  const fields = [
    choice(
      "certainty",
      certainties.map(({ id, heading }) => [id, heading]),
    ),
    choice("question", (view) => questionsOf(view, questions)),
    choice("barrier", ({ barriers }) => barriers.map(({ id, name }) => [id, name])),
    choice(
      "priority",
      priorities.map(({ id, word }) => [id, word]),
    ),
    { name: "text", label: say("page.text"), placeholder: say("page.findings.words") },
  ];
  const save = () => saveCsv(viewOf(store), "findings", findingsGrid(shown(), viewOf(store)));
  const csv = buttonFor(say("page.findings.csv"), save);
  return filterTools(store, "findings", say("page.findings.filters"), fields, csv);
}

function questionsOf(view, questions) {
  const counts = new Map();
  for (const { question } of view.findings) counts.set(question, (counts.get(question) ?? 0) + 1);
  const ids = [...counts.keys()].sort((one, other) => questions[one].rank - questions[other].rank);
  return ids.map((id) => [id, `${questions[id].in_short} (${counts.get(id)})`]);
}

function findingsGrid(findings, view) {
  const found = findings.map((finding) => ({ ...finding, ...findingParts(view, finding) }));
  const labels = [...new Set(found.flatMap(({ lines }) => lines.map(([label]) => label)))];
  const fields = ["id", "question", "certainty", "severity", "subject", "title", "detail"];
  return {
    header: [...fields, ...labels],
    rows: found.map((one) => [...fields.map((name) => one[name]), ...labels.map((label) => under(label, one.lines))]),
  };
}

/** What stands under a label, which may stand several times. */
function under(label, lines) {
  return lines
    .filter(([other]) => other === label)
    .map(([, words]) => words)
    .join("; ");
}

// Which findings are shown, and what one says as plain text

/** The barriers that a finding speaks of, by the steps and barriers among what it is about. */
export function barriersOf(finding, view) {
  const of = barrierOfStep(view);
  const ids = [finding.subject, ...finding.about];
  const known = new Set(view.barriers.map(({ id }) => id));
  return new Set(ids.map((id) => of.get(id) ?? (known.has(id) ? id : null)).filter(Boolean));
}

const remembered = new WeakMap();

function barrierOfStep(view) {
  if (!remembered.has(view)) remembered.set(view, new Map(view.steps.map((step) => [step.id, step.barrier])));
  return remembered.get(view);
}

/**
 * Whether a finding passes: `wanted` is `{certainty, question, barrier, priority, text}`, empty ones let all pass.
 * `words` are the text of the finding, folded.
 */
export function passes(finding, words, wanted, view) {
  if (wanted.certainty && finding.certainty !== wanted.certainty) return false;
  if (wanted.question && finding.question !== wanted.question) return false;
  if (wanted.priority && finding.priority !== wanted.priority) return false;
  if (wanted.barrier && !barriersOf(finding, view).has(wanted.barrier)) return false;
  return hasAll(words, wanted.text);
}

/**
 * A finding for a letter or a note. `parts` are `{title, detail, lines: [[label, text]], id}` as they stand in the
 * page, `frame` is `{heading, foot}`.
 */
export function findingText(parts, frame) {
  const lines = parts.lines.map(([label, words]) => `${label}: ${words}`);
  return [`${frame.heading}: ${parts.title}`, parts.detail, ...lines, `id: ${parts.id}`, frame.foot]
    .filter(Boolean)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n");
}
