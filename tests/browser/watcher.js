// Runs in the page before anything else does, for the tests alone: writes down what ran and what was stopped.

const seen = {
  ran: [],
  reports: [],
  /** The networks that vis-network drew. */
  networks: [],
  /** The page has done what it does when it is opened. */
  ready: () => document.readyState === "complete" && document.documentElement.classList.contains("scripts"),
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

// Whoever asks for vis gets a Network that is known here as well.
let library;
Object.defineProperty(globalThis, "vis", {
  configurable: true,
  get() {
    if (library?.Network && !library.Network.isWatched) {
      const Network = class extends library.Network {
        static isWatched = true;

        constructor(...given) {
          super(...given);
          seen.networks.push(this);
        }
      };
      Object.defineProperty(library, "Network", { value: Network, configurable: true });
    }
    return library;
  },
  set(value) {
    library = value;
  },
});
