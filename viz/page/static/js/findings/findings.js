// The findings: a list made of the data, with filters, counts, links to graph and matrix, and a copy button.

import { announce, append, el, on, refill } from "../base/dom.js";
import { copyOrShow, saveCsv } from "../base/export.js";
import { choiceField, filterOf, filtersDiffer, refillChoice, resetButton, textField } from "../base/filters.js";
import { createList } from "../base/list.js";
import { countryOf, viewOf } from "../base/state.js";
import { folded } from "../base/text.js";
import { outOf, say, sentence } from "../base/words.js";
import { findingArticle, findingParts } from "./element.js";
import { findingText, passes } from "./model.js";

const FINDING_FILTERS = ["certainty", "question", "barrier", "severity", "text"];

/** The findings in their section; made when they are first looked at, or printed. */
export function mountFindings(section, store) {
  const count = el("p", { class: "count" });
  const nothing = el("p", { class: "note", hidden: true }, say("page.findings.none"));
  const place = el("div", { class: "of-view" });
  let shown = [];
  const tools = findingsTools(store, () => shown);
  append(section, tools.row, count, nothing, place);
  const list = createList(section, "article.finding", (article) => store.set({ selected: article.dataset.id }));
  const lists = new WeakMap();
  let stale = true;

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
    const wanted = wantedFindings(store.get());
    shown = view.findings.filter((one) => passes(one, wanted.text ? wordsOf(view, one) : "", wanted, view));
    const passing = new Set(shown.map(({ id }) => id));
    for (const [id, article] of articles) article.hidden = !passing.has(id);
    for (const group of place.querySelectorAll(".findings")) {
      const own = [...group.querySelectorAll("article.finding")];
      group.hidden = own.length > 0 && own.every((article) => article.hidden);
    }
    const said = say("page.shown", { what: outOf(shown.length, view.findings.length, "count.finding") });
    if (count.textContent && count.textContent !== said) announce(said);
    count.textContent = said;
    nothing.hidden = shown.length > 0 || view.findings.length === 0;
    light();
    list.renew();
    stale = false;
  }

  function selectedArticle() {
    return articlesOf(viewOf(store)).get(store.get().selected);
  }

  function light() {
    for (const article of section.querySelectorAll("article.finding.lit")) article.classList.remove("lit");
    selectedArticle()?.classList.add("lit");
  }

  function reveal() {
    const article = selectedArticle();
    if (article && !article.contains(document.activeElement)) article.scrollIntoView({ block: "nearest" });
  }

  store.subscribe((state, before) => {
    const isOther = state.country !== before.country || state.script !== before.script;
    stale ||= isOther || filtersDiffer(state, before, "findings-");
    if (state.view !== "findings") return;
    const arrives = before.view !== "findings";
    if (stale) refresh();
    else if (arrives || state.selected !== before.selected) light();
    if (arrives || state.selected !== before.selected) reveal();
  });
  addEventListener("beforeprint", () => stale && refresh());
  on(section, "click", "[data-action]", (_, button) => actOnFinding(button, store));
  if (store.get().view !== "findings") return;
  refresh();
  reveal();
}

function wantedFindings(state) {
  return Object.fromEntries(FINDING_FILTERS.map((name) => [name, filterOf(state, `findings-${name}`)]));
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
  else copyOrShow(findingText(findingParts(view, finding), frameOf(finding, store)), button);
}

function frameOf(finding, store) {
  const view = viewOf(store);
  const { name, month, about, handling } = countryOf(store, view);
  return {
    heading: store.data.certainties.find(({ id }) => id === finding.certainty).heading,
    where: say("page.where", { country: name, month, script: view.script, about }),
    handling,
    digest: store.data.digest,
  };
}

// What stands over the list

function findingsTools(store, shown) {
  const { certainties, severities, questions } = store.data;
  const all = ["", say("page.all")];
  const choice = (name, options) =>
    choiceField(store, `findings-${name}`, say(`page.findings.${name}`), [all, ...options]);
  const certainty = choice(
    "certainty",
    certainties.map(({ id, heading }) => [id, heading]),
  );
  const question = choice("question", []);
  const barrier = choice("barrier", []);
  const severity = choice(
    "severity",
    severities.map(({ id, word }) => [id, word]),
  );
  const csv = el("button", { type: "button" }, say("page.findings.csv"));
  csv.addEventListener("click", () => saveCsv(viewOf(store), "findings", findingsGrid(shown(), viewOf(store))));
  return {
    row: el("div", { class: "tools", role: "group", "aria-label": say("page.findings.filters") }, [
      certainty,
      question,
      barrier,
      severity,
      textField(store, "findings-text", say("page.text"), { placeholder: say("page.findings.words") }),
      resetButton(store, "findings-"),
      csv,
    ]),
    renew(view) {
      const barriers = view.barriers.map(({ id, name }) => [id, name]);
      refillChoice(store, question, "findings-question", [all, ...questionsOf(view, questions)]);
      refillChoice(store, barrier, "findings-barrier", [all, ...barriers]);
    },
  };
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
