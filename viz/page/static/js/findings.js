// The findings: the list that stands in the page gets filters, counts, links to graph and matrix, and a copy button.

import { announce, append, byId, el, on } from "./dom.js";
import { choiceField, fillChoice, filterOf, filtersDiffer, resetButton, textField } from "./filters.js";
import { findingText, passes } from "./findings-model.js";
import { createList } from "./list-keys.js";
import { viewOf } from "./state.js";
import { copyText, saveCsv } from "./takeaway.js";
import { folded } from "./words.js";

const FINDING_FILTERS = ["certainty", "question", "barrier", "severity", "text"];
const HEADINGS = { certain: "Sources say so", possible: "To check" };
const MOST_IDS = 4;
const SEVERITIES = ["high", "medium", "low"];

/** The findings in their section. */
export function mountFindings(section, store) {
  const count = el("p", { class: "count" });
  const nothing = el("p", { class: "note", hidden: true }, "No finding is like that. Take a filter away.");
  const tools = findingsTools(store, () => shownArticles(section, store));
  section.querySelector("h2").after(tools.row, count, nothing);
  const words = new Map();
  const list = createList(section, "article.finding", (article) => store.set({ selected: article.dataset.id }));
  let stale = true;

  function refresh() {
    const view = viewOf(store);
    tools.renew(view);
    equip(section, view);
    const shown = filterArticles(section, view, wantedFindings(store.get()), words);
    const sentence = `${shown} of ${view.findings.length} ${view.findings.length === 1 ? "finding" : "findings"} shown`;
    if (count.textContent && count.textContent !== sentence) announce(sentence);
    count.textContent = sentence;
    nothing.hidden = shown > 0 || view.findings.length === 0;
    light();
    list.renew();
    stale = false;
  }

  function light() {
    const { selected } = store.get();
    for (const article of section.querySelectorAll("article.finding.lit")) article.classList.remove("lit");
    articleOf(section, viewOf(store), selected)?.classList.add("lit");
  }

  function reveal() {
    const article = articleOf(section, viewOf(store), store.get().selected);
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
  actOnFindings(section, store);
  if (store.get().view !== "findings") return;
  refresh();
  reveal();
}

function wantedFindings(state) {
  return Object.fromEntries(FINDING_FILTERS.map((name) => [name, filterOf(state, `findings-${name}`)]));
}

function wrapperOf(section, view) {
  return [...section.querySelectorAll(".of-view")].find((one) => one.dataset.key === view.key) ?? section;
}

function articleOf(section, view, id) {
  const place = view.findings.findIndex((one) => one.id === id);
  const article = place < 0 ? null : byId(`finding-${view.key}-${place + 1}`);
  return article && section.contains(article) ? article : null;
}

function shownArticles(section, store) {
  return [...wrapperOf(section, viewOf(store)).querySelectorAll("article.finding")].filter((one) => !one.hidden);
}

/** Hide what the filters leave out; the number of those that stay. */
function filterArticles(section, view, wanted, words) {
  let shown = 0;
  for (const finding of view.findings) {
    const article = articleOf(section, view, finding.id);
    if (!article) continue;
    // The words of a long list are folded only once somebody types.
    if (wanted.text && !words.has(article)) words.set(article, folded(article.textContent));
    article.hidden = !passes(finding, words.get(article) ?? "", wanted, view);
    shown += Number(!article.hidden);
  }
  for (const group of wrapperOf(section, view).querySelectorAll(".findings")) {
    const articles = [...group.querySelectorAll("article.finding")];
    group.hidden = articles.length > 0 && articles.every((article) => article.hidden);
  }
  return shown;
}

/** The buttons of each finding, put in when the list is first shown. */
function equip(section, view) {
  for (const article of wrapperOf(section, view).querySelectorAll("article.finding:not([data-equipped])")) {
    article.dataset.equipped = "";
    foldFacts(article);
    const of = byId(article.getAttribute("aria-labelledby"))?.textContent ?? "";
    const button = (action, label) =>
      el("button", { type: "button", "data-action": action }, label, el("span", { class: "unseen" }, `: ${of}`));
    append(
      article,
      el("p", { class: "actions no-print" }, [
        button("graph", "Show in graph"),
        button("matrix", "Show in matrix"),
        button("copy", "Copy with citation"),
      ]),
    );
  }
}

/** A long list of ids is folded away under its number. */
function foldFacts(article) {
  const cell = article.querySelector('dd:has(> a[href^="#fact-"])');
  const many = cell?.querySelectorAll("a").length ?? 0;
  if (many <= MOST_IDS) return;
  const ids = [...cell.childNodes];
  append(cell, el("details", null, el("summary", null, `${many} facts`), ids));
}

function actOnFindings(section, store) {
  on(section, "click", "[data-action]", (_, button) => {
    const article = button.closest("article.finding");
    const { action } = button.dataset;
    if (action === "copy") copyFinding(article, store, button);
    else store.set({ view: action, selected: article.dataset.id });
  });
}

async function copyFinding(article, store, button) {
  const said = findingText(partsOf(article), frameOf(article, store));
  if (await copyText(said)) {
    announce("Copied.");
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2000);
    return;
  }
  const field =
    article.querySelector("textarea") ??
    el("textarea", { readonly: true, rows: 8, "aria-label": "The finding as text" });
  field.value = said;
  article.appendChild(field);
  field.select();
  announce("The browser does not let the page copy. The text is selected: copy it with the keyboard.");
}

function partsOf(article) {
  const labels = [...article.querySelectorAll("dl > dt")];
  return {
    title: byId(article.getAttribute("aria-labelledby"))?.textContent ?? "",
    detail: [...article.querySelectorAll(":scope > p:not(.id, .actions)")].map((one) => one.textContent).join(" "),
    lines: labels.map((label) => [label.textContent, cellWords(label.nextElementSibling)]),
    id: article.dataset.id,
  };
}

function cellWords(cell) {
  const links = cell?.querySelector("details") ? [...cell.querySelectorAll("a")] : [];
  return links.length ? links.map((link) => link.textContent).join(", ") : (cell?.textContent ?? "");
}

function frameOf(article, store) {
  const view = viewOf(store);
  const country = store.data.countries.find(({ code }) => code === view.country);
  return {
    heading: HEADINGS[article.dataset.certainty],
    where: `${country.name}, ${country.month}, script ${view.script}; main source about ${country.about}`,
    handling: country.handling,
    digest: store.data.digest,
  };
}

// What stands over the list

function findingsTools(store, shown) {
  const certainty = choiceField(store, "findings-certainty", "Who says so", [
    ["", "All"],
    ["certain", HEADINGS.certain],
    ["possible", HEADINGS.possible],
  ]);
  const question = choiceField(store, "findings-question", "Question", [["", "All"]]);
  const barrier = choiceField(store, "findings-barrier", "Barrier", [["", "All"]]);
  const severity = choiceField(store, "findings-severity", "Weight", [
    ["", "All"],
    ...SEVERITIES.map((one) => [one, one]),
  ]);
  const csv = el("button", { type: "button" }, "CSV of these findings");
  csv.addEventListener("click", () => saveCsv(viewOf(store), "findings", findingsGrid(shown(), viewOf(store))));
  return {
    row: el("div", { class: "tools", role: "group", "aria-label": "Filters of the findings" }, [
      certainty,
      question,
      barrier,
      severity,
      textField(store, "findings-text", "Text", { placeholder: "words in a finding" }),
      resetButton(store, "findings-"),
      csv,
    ]),
    renew(view) {
      const state = store.get();
      refillChoice(question, questionsOf(view, store.data.questions), filterOf(state, "findings-question"));
      refillChoice(
        barrier,
        view.barriers.map(({ id, name }) => [id, name]),
        filterOf(state, "findings-barrier"),
      );
    },
  };
}

function refillChoice(field, options, value) {
  const select = field.querySelector("select");
  fillChoice(select, [["", "All"], ...options]);
  select.value = value;
}

function questionsOf(view, questions) {
  const counts = new Map();
  for (const { question } of view.findings) counts.set(question, (counts.get(question) ?? 0) + 1);
  const ids = [...counts.keys()].sort((one, other) => questions[one].rank - questions[other].rank);
  return ids.map((id) => [id, `${questions[id].in_short} (${counts.get(id)})`]);
}

function findingsGrid(articles, view) {
  const found = articles.map((article) => partsOf(article));
  const known = new Map(view.findings.map((finding) => [finding.id, finding]));
  const labels = [...new Set(found.flatMap(({ lines }) => lines.map(([label]) => label)))];
  return {
    header: ["id", "question", "certainty", "severity", "subject", "title", "detail", ...labels],
    rows: found.map(({ id, title, detail, lines }) => {
      const { question, certainty, severity, subject } = known.get(id);
      return [id, question, certainty, severity, subject, title, detail, ...labels.map((label) => under(label, lines))];
    }),
  };
}

/** What stands under a label, which may stand several times. */
function under(label, lines) {
  return lines
    .filter(([other]) => other === label)
    .map(([, words]) => words)
    .join("; ");
}
