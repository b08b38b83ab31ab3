// Runs in the page before anything else does, for the tests alone: writes down what ran and what was stopped.

const seen = {
  ran: [],
  reports: [],
  /** The page has done what it does when it is opened. */
  ready: () => document.readyState === "complete" && document.documentElement.dataset.ready !== "no",
};
globalThis.watched = seen;

for (const name of ["ran", "alert", "confirm", "prompt", "print", "open"]) {
  globalThis[name] = (...given) => {
    seen.ran.push(`${name}(${given.join(", ").slice(0, 80)})`);
  };
}

document.addEventListener("securitypolicyviolation", (event) => {
  seen.reports.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
