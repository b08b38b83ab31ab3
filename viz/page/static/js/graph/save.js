// The buttons that save the picture of the graph, as SVG and as PNG made of it.

import { announce, buttonFor, el } from "../base/dom.js";
import { fileName, save } from "../base/export.js";
import { footOf } from "../base/known.js";
import { changesIn, countryOf } from "../base/state.js";
import { told } from "../base/told.js";
import { outOf, say } from "../base/words.js";
import { lightColours, readPalette } from "./style.js";
import { pictureSvg } from "./svg.js";

/** Twice as fine as a screen; a browser draws no canvas of more than so many points. */
const FINENESS = 2;
const MOST_POINTS = 120_000_000;
const LONGEST_SIDE = 16_000;
const MOST_SOURCES = 12;

/** Two buttons. `scene()` is what the graph draws now, or null. */
export function pictureButtons(store, scene) {
  const button = (words, run) => buttonFor(words, () => scene() && run(store, scene()));
  return el("div", { class: "buttons", role: "group", "aria-label": say("page.graph.save") }, [
    button("PNG", savePng),
    button("SVG", saveSvg),
  ]);
}

function svgNow(store, scene) {
  const palette = readPalette(store.data, lightColours());
  return pictureSvg({ ...scene, palette }, frameOfPicture(store, scene));
}

function nameNow(store, scene, ending) {
  return fileName(scene.view.key, store.get().layout, ending);
}

function saveSvg(store, scene) {
  save(new Blob([svgNow(store, scene)], { type: "image/svg+xml" }), nameNow(store, scene, "svg"));
}

async function savePng(store, scene) {
  try {
    save(await pngOf(svgNow(store, scene)), nameNow(store, scene, "png"));
  } catch {
    announce(say("page.graph.too-large"));
  }
}

/** A PNG of an SVG, on white. */
async function pngOf(svg) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const [width, height] = [image.naturalWidth, image.naturalHeight];
    const scale = Math.min(FINENESS, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_POINTS / (width * height)));
    const canvas = el("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What stands around the picture when it is seen alone. */
function frameOfPicture(store, { view, statuses }) {
  const { data } = store;
  const { name, month } = countryOf(store, view);
  const { off, on } = changesIn(store, view);
  const now = Object.values(statuses);
  const facts = [footOf(store, view, data.handling, data.digest)];
  if (off.length || on.length) facts.push(say("page.graph.what-if", { off: off.length, on: on.length }));
  const { sources } = told();
  const rest = sources.length - MOST_SOURCES;
  const titles = sources.slice(0, MOST_SOURCES).join("; ");
  return {
    title: say("page.graph.title", { country: name, month }),
    facts,
    legend: data.statuses.map(({ id, mark, word }) => ({
      id,
      mark,
      word,
      words: outOf(now.filter((one) => one === id).length, now.length, "count.step"),
    })),
    foot: [
      say("page.graph.reading"),
      say("page.graph.sources", { titles: rest > 0 ? `${titles}; ${say("page.and-more", { n: rest })}` : titles }),
    ],
  };
}
