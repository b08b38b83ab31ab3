// The words of the scripts in tests: those of the English catalogue. Importing this lets them be said.

import { readFileSync } from "node:fs";

import { speak } from "../../viz/page/static/js/base/words.js";

const TEXT = readFileSync(new URL("../../locale/en.po", import.meta.url), "utf8");
const ENTRY = /^msgid "([^"]+)"\n(?:msgid_plural .*\n)?((?:msgstr.*\n)+)/gm;

const entries = [...TEXT.matchAll(ENTRY)].map(([, key, said]) => {
  const forms = [...said.matchAll(/^msgstr(?:\[\d\])? (".*")$/gm)].map(([, words]) => JSON.parse(words));
  return [key, forms.length > 1 ? forms : forms[0]];
});

speak({ forms: Object.fromEntries(entries), plural: `10${"1".repeat(198)}` });
