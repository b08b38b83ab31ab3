// As much of a document as the tests of dom.js need.

class FakeNode {
  constructor(tag, text = "") {
    this.tagName = tag;
    this.own = text;
    this.attributes = {};
    this.childNodes = [];
    this.listeners = {};
  }

  get textContent() {
    return this.own + this.childNodes.map((child) => child.textContent).join("");
  }

  append(child) {
    this.childNodes.push(typeof child === "object" ? child : new FakeNode("#text", String(child)));
  }

  replaceChildren() {
    this.childNodes = [];
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }

  contains(other) {
    return other === this || this.childNodes.some((child) => child.contains(other));
  }
}

export function fakeDocument() {
  return {
    createElement: (tag) => new FakeNode(tag),
    getElementById: () => null,
  };
}
