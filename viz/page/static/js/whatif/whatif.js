// What if: choose what is switched off or on, and see which steps change status and which findings open or close.

import { SAID_BY } from "../details/parts.js";
import { announce, append, byId, el, on, refill } from "../base/dom.js";
import { nameIn, subjectName } from "../base/known.js";
import { answerOf, changesIn, toggled, viewOf } from "../base/state.js";
import { statusElement, statusText } from "../base/status.js";
import { copyText } from "../base/export.js";
import { choosers } from "./choose.js";
import { answerBefore, choiceName, counted, countsOf, differences, outcome } from "./model.js";

const MOST_ROWS = 200;

/** The view What if in its section, and the sentence over all views that says that something is switched. */
export function mountWhatIf(section, store) {
  const banner = byId("changed");
  const point = el("div", { class: "outcome" });
  const result = el("div", { class: "outcome" });
  const buttons = toolsOfWhatIf(store);
  const chooser = choosers(store);
  append(
    section,
    explanation(),
    el("h3", null, "What changes"),
    point,
    buttons.element,
    el("div", { class: "what-if" }, el("div", { class: "choices" }, chooser.element), result),
  );
  let stale = true;

  function refresh(isSpoken) {
    const view = viewOf(store);
    const said = tellOutcome(point, result, store, view);
    chooser.renew(view);
    buttons.renew();
    if (isSpoken) announce(said);
    stale = false;
  }

  store.subscribe((state, before) => {
    const isOther = ["country", "script", "off", "on"].some((key) => state[key] !== before[key]);
    if (isOther) tellOnTop(banner, store);
    stale ||= isOther;
    if (stale && state.view === "what-if") refresh(state.view === before.view);
    else if (isOther) announce(shortOutcome(store));
    if (state.view !== before.view) tellOnTop(banner, store);
  });
  on(banner, "click", "[data-reset]", () => {
    store.set({ off: [], on: [] });
    byId(`heading-${store.get().view}`)?.focus({ preventScroll: true });
  });
  tellOnTop(banner, store);
  if (store.get().view === "what-if") refresh(false);
}

function explanation() {
  return [
    el(
      "p",
      { class: "lead" },
      "Switch an actor, a whole network or a single cover off, or count a planned cover as working, and see what changes.",
    ),
    el(
      "p",
      { class: "note" },
      "Off means that their covers are left out as if nobody had ever recorded them. What a source says of a step as a whole stays, and so does everything that is not a cover. A network takes the covers of its members with it.",
    ),
  ];
}

// The sentence over all views

function tellOnTop(banner, store) {
  const view = viewOf(store);
  const changes = view ? changesIn(store, view) : { off: [], on: [] };
  banner.hidden = store.get().view === "what-if" || (!changes.off.length && !changes.on.length);
  if (banner.hidden) return;
  refill(banner, [
    el("strong", null, "What if. "),
    `${shortOutcome(store)} The graph and the matrix show it; the summary, the findings and the facts stay those of the audit. `,
    el("a", { href: "#view-what-if", "data-to": "what-if" }, "See what changes"),
    " ",
    el("button", { type: "button", "data-reset": true }, "Reset"),
  ]);
}

function shortOutcome(store) {
  const view = viewOf(store);
  return outcome(view, changesIn(store, view), differences(view, answerBefore(view), answerOf(store, view)));
}

// The outcome

function tellOutcome(point, result, store, view) {
  const { statuses, questions } = store.data;
  const [before, after] = [answerBefore(view), answerOf(store, view)];
  const changes = changesIn(store, view);
  const found = differences(view, before, after);
  const said = outcome(view, changes, found);
  const total = view.steps.length;
  const number = counted(before.findings.length, "finding");
  refill(point, el("p", { class: "said" }, said), switched(store, view, changes));
  refill(
    result,
    countTable(statuses, countsOf(statuses, before, after), total),
    found.steps.length > 0 && stepTable(found.steps, view, statuses, total),
    el(
      "p",
      { class: "note" },
      `The questions on steps and tracks have ${number} before, ${after.findings.length} after.`,
    ),
    findingList(found.opened, "Findings that open", view, questions),
    findingList(found.closed, "Findings that close", view, questions),
  );
  return said;
}

/** The choices as buttons that take them back. */
function switched(store, view, { off, on: begun }) {
  if (!off.length && !begun.length) return null;
  const item = (id, list, sign) => {
    const back = () => {
      store.set({ [list]: toggled(store.get()[list], id) });
      // The button is gone now; whoever used the keyboard goes on at the next one.
      (document.querySelector(".outcome .chosen") ?? byId("heading-what-if"))?.focus();
    };
    const take = el(
      "button",
      { type: "button", class: "chosen", onclick: back },
      `${sign}: `,
      el("bdi", null, choiceName(view, id)),
      " ×",
    );
    take.setAttribute("aria-label", `Take back: ${sign} ${choiceName(view, id)}`);
    return el("li", null, take);
  };
  return el("ul", { class: "plain-list chosen-list", "aria-label": "What is switched" }, [
    ...off.map((id) => item(id, "off", "off")),
    ...begun.map((id) => item(id, "on", "working")),
  ]);
}

function countTable(statuses, counts, total) {
  const number = (count, other) => el("td", { class: count === other ? "same" : "other" }, count ? String(count) : "-");
  return table(
    `Statuses of ${counted(total, "step")}, before and after`,
    ["Status", "before", "after", "difference"],
    counts.map(({ id, before, after }) =>
      el(
        "tr",
        null,
        el("th", { scope: "row" }, statusElement(statuses, id)),
        number(before, before),
        number(after, before),
        el("td", null, after === before ? "" : `${after > before ? "+" : "−"}${Math.abs(after - before)}`),
      ),
    ),
    "counted",
  );
}

function stepTable(steps, view, statuses, total) {
  return table(
    `Steps that change status: ${steps.length} of ${total}`,
    ["Step", "before", "after"],
    steps
      .slice(0, MOST_ROWS)
      .map(({ step, from, to }) =>
        el(
          "tr",
          null,
          el(
            "th",
            { scope: "row" },
            el("a", { href: `#step-${view.key}-${step}`, "data-select": step }, nameIn(view, step)),
          ),
          el("td", null, statusElement(statuses, from)),
          el("td", null, statusElement(statuses, to)),
        ),
      ),
    "changed-steps",
    steps.length - MOST_ROWS,
  );
}

function findingList(rows, title, view, questions) {
  const heading = el("h4", null, `${title} (${rows.length})`);
  if (!rows.length) return [heading, el("p", null, "None.")];
  const items = rows.slice(0, MOST_ROWS).map((finding) => {
    const step = finding.subject.split("+")[0];
    const name = subjectName(view, finding.subject);
    return el("li", null, [
      el("a", { href: "#view-what-if", "data-select": step }, name),
      `: ${questions[finding.question].in_short} `,
      el("span", { class: "note" }, `(${SAID_BY[finding.certainty]})`),
    ]);
  });
  return [heading, el("ul", { class: "finding-list" }, items), more(rows.length - MOST_ROWS)];
}

function table(caption, header, rows, name, rest = 0) {
  const heads = header.map((words) => el("th", { scope: "col" }, words));
  const whole = el(
    "table",
    { class: name },
    el("caption", null, caption),
    el("thead", null, el("tr", null, heads)),
    el("tbody", null, rows),
  );
  return [el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption }, whole), more(rest)];
}

function more(rest) {
  return rest > 0 ? el("p", { class: "note" }, `and ${rest} more`) : null;
}

// Reset, copy

function toolsOfWhatIf(store) {
  const reset = el("button", { type: "button" }, "Reset");
  const linked = el("button", { type: "button" }, "Copy the link");
  const words = el("button", { type: "button" }, "Copy as text");
  const byHand = el("textarea", { rows: 6, readonly: true, hidden: true, "aria-label": "Text to copy" });
  const copy = async (text, done) => {
    byHand.hidden = await copyText(text);
    announce(
      byHand.hidden ? done : "The browser does not let the page copy. The text is selected: copy it with the keyboard.",
    );
    if (byHand.hidden) return;
    byHand.value = text;
    byHand.select();
  };
  reset.addEventListener("click", () => store.set({ off: [], on: [] }));
  linked.addEventListener("click", () => copy(location.href, "The link is copied. It tells what is switched."));
  words.addEventListener("click", () => copy(whatIfText(store), "Copied."));
  return {
    element: el("div", { class: "tools" }, reset, linked, words, byHand),
    renew() {
      byHand.hidden = true;
    },
  };
}

/** The outcome as plain text. */
export function whatIfText(store) {
  const view = viewOf(store);
  const { statuses, questions, countries } = store.data;
  const changes = changesIn(store, view);
  const found = differences(view, answerBefore(view), answerOf(store, view));
  const country = countries.find(({ code }) => code === view.country);
  const finding = ({ question, subject, certainty }) =>
    `${subjectName(view, subject)}: ${questions[question].in_short} (${SAID_BY[certainty]})`;
  return [
    `What if, ${country.name}, ${country.month}, script ${view.script}`,
    outcome(view, changes, found),
    ...changes.off.map((id) => `off: ${choiceName(view, id)}`),
    ...changes.on.map((id) => `working: ${choiceName(view, id)}`),
    ...found.steps.map(
      ({ step, from, to }) => `${nameIn(view, step)}: ${statusText(statuses, from)} -> ${statusText(statuses, to)}`,
    ),
    ...found.opened.map((one) => `opens: ${finding(one)}`),
    ...found.closed.map((one) => `closes: ${finding(one)}`),
    `Main source about ${country.about}. Handling: ${country.handling}. Model ${store.data.digest.slice(0, 12)}.`,
  ].join("\n");
}
