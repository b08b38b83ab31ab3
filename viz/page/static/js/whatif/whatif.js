// What if: choose what is switched off or on, and see which steps change status and which findings open or close.

import { announce, append, buttonFor, byId, el, listOf, on, refill, tableOf } from "../base/dom.js";
import { copyOrShow } from "../base/export.js";
import { footOf, nameIn, subjectName } from "../base/known.js";
import { answerOf, changesIn, countryOf, differs, toggled, viewOf } from "../base/state.js";
import { say, statusElement, statusText } from "../base/words.js";
import { certaintyOf } from "../details/parts.js";
import { choosers } from "./choose.js";
import { answerBefore, choiceName, countsOf, differences, outcome } from "./model.js";

const MOST_LISTED = 200;

/** The view What if in its section, and the sentence over all views that says that something is switched. */
export function mountWhatIf(section, store) {
  const banner = byId("changed");
  const point = el("div", { class: "outcome" });
  const result = el("div", { class: "outcome" });
  const buttons = toolsOfWhatIf(store);
  const chooser = choosers(store);
  append(
    section,
    el("p", { class: "lead" }, say("page.what-if.lead")),
    el("p", { class: "note" }, say("page.what-if.means")),
    el("h3", null, say("page.what-if.changed")),
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
    const isOther = differs(state, before, ["country", "script", "off", "on"]);
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

// The sentence over all views

function tellOnTop(banner, store) {
  const view = viewOf(store);
  const changes = view ? changesIn(store, view) : { off: [], on: [] };
  banner.hidden = store.get().view === "what-if" || (!changes.off.length && !changes.on.length);
  if (banner.hidden) return;
  refill(banner, [
    el("strong", null, `${say("page.view.what-if")}. `),
    `${shortOutcome(store)} ${say("page.what-if.shown-in")} `,
    el("a", { href: "#view-what-if", "data-to": "what-if" }, say("page.what-if.see")),
    " ",
    buttonFor(say("page.reset"), null, { "data-reset": true }),
  ]);
}

function shortOutcome(store) {
  const view = viewOf(store);
  return outcome(view, changesIn(store, view), differences(view, answerBefore(view), answerOf(store, view)));
}

// The outcome

function tellOutcome(point, result, store, view) {
  const { statuses } = store.data;
  const [before, after] = [answerBefore(view), answerOf(store, view)];
  const changes = changesIn(store, view);
  const found = differences(view, before, after);
  const said = outcome(view, changes, found);
  const total = view.steps.length;
  refill(point, el("p", { class: "said" }, said), switched(store, view, changes));
  refill(
    result,
    countTable(statuses, countsOf(statuses, before, after), total),
    found.steps.length > 0 && stepTable(found.steps, view, statuses, total),
    el(
      "p",
      { class: "note" },
      say("page.what-if.findings", { n: before.findings.length, after: after.findings.length }),
    ),
    findingList(store, found.opened, say("page.what-if.opens"), view),
    findingList(store, found.closed, say("page.what-if.closes"), view),
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
    const take = buttonFor([`${sign}: `, el("bdi", null, choiceName(view, id)), " ×"], back, { class: "chosen" });
    take.setAttribute("aria-label", say("page.what-if.take-back", { what: `${sign} ${choiceName(view, id)}` }));
    return el("li", null, take);
  };
  return el("ul", { class: "plain-list chosen-list", "aria-label": say("page.what-if.switched") }, [
    ...off.map((id) => item(id, "off", say("page.what-if.sign-off"))),
    ...begun.map((id) => item(id, "on", say("page.what-if.sign-on"))),
  ]);
}

function countTable(statuses, counts, total) {
  const number = (count, other) => el("td", { class: count === other ? "same" : "other" }, count ? String(count) : "-");
  const rows = counts.map(({ id, before, after }) => [
    statusElement(statuses, id),
    number(before, before),
    number(after, before),
    el("td", null, after === before ? "" : `${after > before ? "+" : "−"}${Math.abs(after - before)}`),
  ]);
  const header = [say("page.status"), say("page.before"), say("page.after"), say("page.difference")];
  return table(say("page.what-if.statuses", { n: total }), header, rows, "counted");
}

function stepTable(steps, view, statuses, total) {
  const rows = steps
    .slice(0, MOST_LISTED)
    .map(({ step, from, to }) => [
      el("a", { href: `#step-${view.key}-${step}`, "data-select": step }, nameIn(view, step)),
      el("td", null, statusElement(statuses, from)),
      el("td", null, statusElement(statuses, to)),
    ]);
  const caption = say("page.what-if.steps", { number: steps.length, total });
  const header = [say("page.step"), say("page.before"), say("page.after")];
  return [table(caption, header, rows, "changed-steps"), more(steps.length - MOST_LISTED)];
}

function findingList(store, rows, title, view) {
  const heading = el("h4", null, `${title} (${rows.length})`);
  if (!rows.length) return [heading, el("p", null, say("page.what-if.none"))];
  const items = rows
    .slice(0, MOST_LISTED)
    .map((finding) => [
      el(
        "a",
        { href: "#view-what-if", "data-select": finding.subject.split("+")[0] },
        subjectName(view, finding.subject),
      ),
      `: ${store.data.questions[finding.question].in_short} `,
      el("span", { class: "note" }, `(${certaintyOf(store, finding)})`),
    ]);
  return [heading, listOf("finding-list", items), more(rows.length - MOST_LISTED)];
}

function table(caption, header, rows, name) {
  const box = { class: "scroll", tabindex: "0", role: "group", "aria-label": caption };
  return el("div", box, tableOf(name, caption, header, rows));
}

function more(rest) {
  return rest > 0 ? el("p", { class: "note" }, say("page.and-more", { n: rest })) : null;
}

// Reset, copy

function toolsOfWhatIf(store) {
  const button = (words, run) => buttonFor(words, ({ currentTarget }) => run(currentTarget));
  const tools = el("div", { class: "tools" }, [
    button(say("page.reset"), () => store.set({ off: [], on: [] })),
    button(say("page.what-if.link"), (one) => copyOrShow(location.href, one, say("page.what-if.link-copied"))),
    button(say("page.what-if.copy"), (one) => copyOrShow(whatIfText(store), one)),
  ]);
  return { element: tools, renew: () => tools.querySelector("textarea")?.remove() };
}

/** The outcome as plain text. */
function whatIfText(store) {
  const view = viewOf(store);
  const { statuses, questions } = store.data;
  const changes = changesIn(store, view);
  const found = differences(view, answerBefore(view), answerOf(store, view));
  const finding = (one) =>
    `${subjectName(view, one.subject)}: ${questions[one.question].in_short} (${certaintyOf(store, one)})`;
  return [
    say("page.view.what-if"),
    outcome(view, changes, found),
    ...changes.off.map((id) => `${say("page.what-if.sign-off")}: ${choiceName(view, id)}`),
    ...changes.on.map((id) => `${say("page.what-if.sign-on")}: ${choiceName(view, id)}`),
    ...found.steps.map(
      ({ step, from, to }) => `${nameIn(view, step)}: ${statusText(statuses, from)} -> ${statusText(statuses, to)}`,
    ),
    ...found.opened.map((one) => `+ ${finding(one)}`),
    ...found.closed.map((one) => `- ${finding(one)}`),
    footOf(store, view, countryOf(store, view).handling),
  ].join("\n");
}
