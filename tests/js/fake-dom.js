// As much of a document as the tests of dom.js need.

class FakeNode {
  constructor(tag, text = "") {
    this.tagName = tag;
    this.own = text;
    this.attributes = {};
    this.childNodes = [];
    this.listeners = {};
  }

  get firstChild() {
    return this.childNodes[0] ?? null;
  }

  get textContent() {
    return this.own + this.childNodes.map((child) => child.textContent).join("");
  }

  appendChild(child) {
    this.childNodes.push(child);
    return child;
  }

  removeChild(child) {
    this.childNodes = this.childNodes.filter((one) => one !== child);
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }

  removeEventListener(type, listener) {
    if (this.listeners[type] === listener) delete this.listeners[type];
  }

  contains(other) {
    return other === this || this.childNodes.some((child) => child.contains(other));
  }
}

export function fakeDocument() {
  return {
    createElement: (tag) => new FakeNode(tag),
    createTextNode: (text) => new FakeNode("#text", text),
    getElementById: () => null,
  };
}
