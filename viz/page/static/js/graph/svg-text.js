// SVG as text: every word from the data is escaped here, and what XML cannot hold is left out. Pure.

// The control characters that XML forbids, and halves of characters.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text that stands in SVG as just this text. */
export function escaped(words) {
  return String(words)
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
}

/** An element: `svgElement("rect", { x: 1 }, …)`; `children` are finished SVG. */
export function svgElement(tag, attributes, ...children) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}="${escaped(attributeText(value))}"`)
    .join("");
  const content = children.flat(Infinity).join("");
  return content ? `<${tag}${written}>${content}</${tag}>` : `<${tag}${written}/>`;
}

/** Words at a place, a line under the other. `look` are attributes; `line` is how far lines are apart. */
export function svgWords(lines, x, y, look, line = 15) {
  return lines.map((words, place) =>
    svgElement("text", { x, y: y + place * line, "unicode-bidi": "plaintext", ...look }, escaped(words)),
  );
}

/** Numbers in hundredths, lists with spaces between. */
function attributeText(value) {
  if (Array.isArray(value)) return value.map(attributeText).join(" ");
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
}

/** A shape that could also be painted. */
export function svgShape({ tag, lines, apart, ...look }) {
  if (tag !== "text") return svgElement(tag, look);
  const { x, y, ...rest } = look;
  return svgWords(lines, x, y, rest, apart);
}

/** Words in lines of at most so many characters; a longer word stands in a line of its own, cut. */
export function wrapped(words, most) {
  const lines = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const cut = word.length > most ? `${word.slice(0, most - 1)}…` : word;
    if (last !== undefined && last.length + 1 + cut.length <= most) lines[lines.length - 1] = `${last} ${cut}`;
    else lines.push(cut);
  }
  return lines;
}
