// A box beside what the pointer or the focus is on, that explains it. It stays while the pointer is on it, and
// Escape sends it away.

import { el, refill } from "./dom.js";

const PATIENCE = 180;
const GAP = 6;

/**
 * The hint of a container. `explain(anchor)` gives the children of the box, or null where there is nothing to say;
 * `selector` says what can be explained.
 */
export function createHint(container, id, selector, explain) {
  const box = el("div", { class: "hint no-print", role: "tooltip", id, hidden: true });
  document.body.appendChild(box);
  let anchor = null;
  let leaving = null;

  function hide() {
    clearTimeout(leaving);
    anchor?.removeAttribute("aria-describedby");
    anchor = null;
    box.hidden = true;
  }

  function show(next) {
    clearTimeout(leaving);
    if (next === anchor) return;
    hide();
    const children = explain(next);
    if (!children) return;
    refill(box, children);
    anchor = next;
    anchor.setAttribute("aria-describedby", id);
    box.hidden = false;
    placeHint(box, anchor);
  }

  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, PATIENCE);
  }

  const target = (event) => event.target.closest?.(selector);
  container.addEventListener("mouseover", (event) => (target(event) ? show(target(event)) : leave()));
  container.addEventListener("mouseleave", leave);
  container.addEventListener("focusin", (event) => target(event)?.matches(":focus-visible") && show(target(event)));
  container.addEventListener("focusout", leave);
  container.addEventListener("scroll", hide, { passive: true });
  box.addEventListener("mouseenter", () => clearTimeout(leaving));
  box.addEventListener("mouseleave", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", hide, { passive: true });
  return { hide };
}

/** Under the anchor, or over it where there is no room; never out of the window. */
function placeHint(box, anchor) {
  const at = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const left = Math.max(GAP, Math.min(at.left, innerWidth - width - GAP));
  const below = at.bottom + GAP;
  const top = below + height <= innerHeight ? below : Math.max(GAP, at.top - height - GAP);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
